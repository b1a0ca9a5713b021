package kz.miras.registrar.student;

/** Who pays for the study. */
public enum Funding {
  GRANT,
  PAID,
  QUOTA;

  /** Message key of the name. */
  public String key() {
    return "student.funding." + name();
  }
}
