package kz.miras.registrar.student;

/** Kinds of orders about students (domain 2.14). */
public enum OrderKind {
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
  OTHER;

  /** Message key of the name. */
  public String key() {
    return "student.order-kind." + name();
  }
}
