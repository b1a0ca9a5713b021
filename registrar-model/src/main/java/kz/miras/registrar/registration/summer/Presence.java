package kz.miras.registrar.registration.summer;

import kz.miras.registrar.shared.Keyed;

/** Whether a student was in a lesson that was checked (regulation 3.1.6). */
public enum Presence implements Keyed {
  PRESENT,
  /** Without a valid reason; only this one counts against the student. */
  ABSENT,
  /** With a valid reason. */
  EXCUSED;

  @Override
  public String key() {
    return "registration.presence." + name();
  }
}
