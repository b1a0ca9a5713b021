package kz.miras.registrar.student;

import kz.miras.registrar.shared.Keyed;

/** Forms of study. */
public enum StudyForm implements Keyed {
  FULL_TIME,
  EVENING,
  DISTANCE,
  ONLINE;

  @Override
  public String key() {
    return "student.form." + name();
  }
}
