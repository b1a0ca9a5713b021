package kz.miras.registrar.registration;

/** Whether an offering takes students. */
public enum OfferingStatus {
  PLANNED,
  OPEN,
  CANCELLED,
  CLOSED;

  public boolean takesStudents() {
    return this == OPEN;
  }

  /** Message key of the name. */
  public String key() {
    return "registration.offering-status." + name();
  }
}
