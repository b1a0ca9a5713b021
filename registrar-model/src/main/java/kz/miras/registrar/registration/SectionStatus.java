package kz.miras.registrar.registration;

/** Whether a section takes students. */
public enum SectionStatus {
  OPEN,
  CANCELLED,
  CLOSED;

  /** Message key of the name. */
  public String key() {
    return "registration.section-status." + name();
  }
}
