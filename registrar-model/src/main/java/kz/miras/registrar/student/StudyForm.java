package kz.miras.registrar.student;

/** Forms of study. */
public enum StudyForm {
  FULL_TIME,
  EVENING,
  DISTANCE,
  ONLINE;

  /** Message key of the name. */
  public String key() {
    return "student.form." + name();
  }
}
