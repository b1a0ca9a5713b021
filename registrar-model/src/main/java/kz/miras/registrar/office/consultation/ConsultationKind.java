package kz.miras.registrar.office.consultation;

import kz.miras.registrar.shared.Keyed;

/** How somebody comes to be advised. */
public enum ConsultationKind implements Keyed {
  /** At an appointment that was booked. */
  APPOINTMENT,
  /** By a question in writing. */
  QUESTION,
  /** Without an appointment. */
  WALK_IN;

  @Override
  public String key() {
    return "office.consultation.kind." + name();
  }
}
