package kz.miras.registrar.registration;

/** What a teacher does in a section: the course and its ratings, or the exam (CTL-1: separated). */
public enum Duty {
  TEACHER,
  EXAMINER;

  /** Message key of the name. */
  public String key() {
    return "registration.duty." + name();
  }
}
