package kz.miras.registrar.student;

import kz.miras.registrar.shared.Keyed;

/** Status of a student (domain 2.14); changes only by an order, through {@link OrderEffects}. */
public enum StudentStatus implements Keyed {
  STUDYING,
  ON_LEAVE,
  EXPELLED,
  GRADUATED;

  /** Counted in the contingent. */
  public boolean isInContingent() {
    return this == STUDYING || this == ON_LEAVE;
  }

  /** May register and sit exams. */
  public boolean mayStudy() {
    return this == STUDYING;
  }

  /** No order leads on from here. */
  public boolean isTerminal() {
    return this == GRADUATED;
  }

  @Override
  public String key() {
    return "student.status." + name();
  }
}
