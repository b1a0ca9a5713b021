package kz.miras.registrar.attestation.retake;

import kz.miras.registrar.shared.Keyed;

/** Why exams are taken at other times than the group's (EXM-7, EXM-9). */
public enum ScheduleReason implements Keyed {
  ILLNESS,
  FAMILY,
  SPORT,
  /** Academic mobility. */
  MOBILITY,
  /** Practice abroad. */
  PRACTICE,
  OTHER;

  /** EXM-9. Whether an order may let exams be taken before the session. */
  public boolean allowsEarly() {
    return this == MOBILITY || this == PRACTICE;
  }

  @Override
  public String key() {
    return "attestation.schedule-reason." + name();
  }
}
