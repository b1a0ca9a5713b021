package kz.miras.registrar.calendar;

/** Periods of the academic calendar (CAL-3). */
public enum EventKind {
  REGISTRATION,
  CHANGE,
  LATE,
  STUDY,
  RK1,
  RK2,
  SESSION,
  FX_WINDOW,
  VACATION,
  PRACTICE,
  AK,
  GOS;

  /** Message key of the name. */
  public String key() {
    return "calendar.event." + name();
  }
}
