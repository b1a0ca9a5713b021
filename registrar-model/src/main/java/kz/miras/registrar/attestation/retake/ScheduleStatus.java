package kz.miras.registrar.attestation.retake;

import kz.miras.registrar.shared.Keyed;

/** Where an individual schedule stands (EXM-7). */
public enum ScheduleStatus implements Keyed {
  ASKED,
  /** The dean agrees; the office decides. */
  AGREED,
  /** The dean does not agree. */
  DECLINED,
  APPROVED,
  REFUSED,
  /** Taken back by who asked for it. */
  WITHDRAWN;

  @Override
  public String key() {
    return "attestation.schedule-status." + name();
  }
}
