package kz.miras.registrar.calendar;

import kz.miras.registrar.shared.Keyed;

/** Periods of the academic calendar (CAL-3). */
public enum EventKind implements Keyed {
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

  @Override
  public String key() {
    return "calendar.event." + name();
  }
}
