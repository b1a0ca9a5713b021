package kz.miras.registrar.office.consultation;

import kz.miras.registrar.shared.Keyed;

/** How far a consultation is. */
public enum ConsultationStatus implements Keyed {
  /** Booked or asked, and not answered yet. */
  OPEN,
  ANSWERED,
  /** The appointment came, and who had booked it did not. */
  MISSED,
  /** Taken back by who asked. */
  CANCELLED,
  /** The office could not keep the appointment. */
  CALLED_OFF;

  @Override
  public String key() {
    return "office.consultation.status." + name();
  }
}
