package kz.miras.registrar.registration;

import kz.miras.registrar.shared.Keyed;

/** What a teacher does in a section: the course and its ratings, or the exam (CTL-1: separated). */
public enum Duty implements Keyed {
  TEACHER,
  EXAMINER;

  @Override
  public String key() {
    return "registration.duty." + name();
  }
}
