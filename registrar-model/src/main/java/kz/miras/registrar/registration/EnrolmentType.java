package kz.miras.registrar.registration;

import kz.miras.registrar.shared.Keyed;

/** Why a student takes a discipline (domain 2.2, 10). */
public enum EnrolmentType implements Keyed {
  MAIN,
  RETAKE,
  DEBT,
  DIFFERENCE,
  GPA_RAISE,
  MINOR,
  ADDITIONAL;

  /** Counted against the limit of their own, not the term's ceiling (REG-8). */
  public boolean hasOwnLimit() {
    return this == RETAKE || this == DEBT || this == DIFFERENCE;
  }

  @Override
  public String key() {
    return "registration.type." + name();
  }
}
