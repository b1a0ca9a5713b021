package kz.miras.registrar.calendar;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * DDL-1. The last day of something; it is kept until the end of that day in the university's zone.
 *
 * @param lastDay the last day, inclusive
 */
public record Deadline(LocalDate lastDay) implements Serializable {

  /** So many working days after a day, which itself is not counted. */
  public static Deadline workingDaysAfter(LocalDate day, int days, WorkingDays calendar) {
    return new Deadline(calendar.plusWorkingDays(day, days));
  }

  /** So many working days after an event of that instant, by the day it has in the zone. */
  public static Deadline workingDaysAfter(
      Instant event, int days, WorkingDays calendar, ZoneId zone) {
    return workingDaysAfter(event.atZone(zone).toLocalDate(), days, calendar);
  }

  /** So many calendar days after a day, weekends included. */
  public static Deadline calendarDaysAfter(LocalDate day, int days) {
    return new Deadline(day.plusDays(days));
  }

  /** The first instant that is too late. */
  public Instant end(ZoneId zone) {
    return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
  }

  public boolean isKeptAt(Instant moment, ZoneId zone) {
    return moment.isBefore(end(zone));
  }
}
