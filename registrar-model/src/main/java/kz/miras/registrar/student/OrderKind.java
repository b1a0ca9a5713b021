package kz.miras.registrar.student;

import kz.miras.registrar.shared.Keyed;

/** Kinds of orders about students (domain 2.14). */
public enum OrderKind implements Keyed {
  ADMISSION,
  TRANSFER_IN,
  MOBILITY_IN,
  LEAVE,
  LEAVE_EXTENSION,
  LEAVE_RETURN,
  EXPULSION,
  TRANSFER_OUT,
  REINSTATEMENT,
  COURSE_PROMOTION,
  REPEAT_YEAR,
  TRANSFER_INSIDE,
  MOBILITY_OUT,
  MOBILITY_RETURN,
  GRADUATION,
  PERSONAL_DATA,
  /** Takes another order back, wholly or for the students it names. */
  CANCELLATION,
  OTHER;

  /** With it somebody becomes a student. */
  public boolean isEntry() {
    return this == ADMISSION || this == TRANSFER_IN || this == MOBILITY_IN;
  }

  /** Whether it decides on which course somebody is in the year it is for. */
  public boolean decidesCourse() {
    return isEntry()
        || this == COURSE_PROMOTION
        || this == REPEAT_YEAR
        || this == LEAVE_RETURN
        || this == REINSTATEMENT;
  }

  /** Whether it may leave a curriculum difference open. */
  public boolean leavesDifference() {
    return this == TRANSFER_IN
        || this == TRANSFER_INSIDE
        || this == REINSTATEMENT
        || this == LEAVE_RETURN;
  }

  /** Whether it moves anything: status, course or where somebody studies. */
  public boolean moves() {
    return this != PERSONAL_DATA && this != OTHER;
  }

  @Override
  public String key() {
    return "student.order-kind." + name();
  }
}
