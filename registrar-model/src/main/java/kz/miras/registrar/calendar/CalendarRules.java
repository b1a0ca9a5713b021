package kz.miras.registrar.calendar;

import java.time.LocalDate;

/** What the calendar asks of the dated parameters, which belong to a later capability. */
public interface CalendarRules {

  /** The limits of an academic year that begins on this day. */
  CalendarLimits limitsOn(LocalDate day);
}
