package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;

/**
 * DOC-47. Until when a document that is asked for has to be issued. Days are counted by the table
 * of public holidays and transferred days, never by the academic calendar; hours run on working
 * days only, from midnight to midnight.
 *
 * @param end the first instant that is too late
 */
public record IssueDeadline(Instant end) implements Serializable {

  /** How near it is. */
  public enum Nearness {
    LATE,
    TODAY,
    LATER
  }

  /**
   * The deadline of a term that begins at an instant.
   *
   * @param zone of the university
   */
  public static IssueDeadline of(Instant from, IssueTerm term, WorkingDays days, ZoneId zone) {
    return new IssueDeadline(
        term.unit() == IssueTerm.Unit.WORKING_DAYS
            ? Deadline.workingDaysAfter(from, term.amount(), days, zone).end(zone)
            : hours(from.atZone(zone), Duration.ofHours(term.amount()), days));
  }

  private static Instant hours(ZonedDateTime from, Duration term, WorkingDays days) {
    ZonedDateTime at = working(from, days);
    Duration left = term;
    Duration toMidnight = Duration.between(at, midnight(at.toLocalDate(), at.getZone()));
    while (left.compareTo(toMidnight) > 0) {
      left = left.minus(toMidnight);
      at = working(midnight(at.toLocalDate(), at.getZone()), days);
      toMidnight = Duration.between(at, midnight(at.toLocalDate(), at.getZone()));
    }
    return at.plus(left).toInstant();
  }

  /** The instant itself on a working day, else the beginning of the next one. */
  private static ZonedDateTime working(ZonedDateTime at, WorkingDays days) {
    ZonedDateTime found = at;
    while (!days.isWorking(found.toLocalDate())) {
      found = midnight(found.toLocalDate(), found.getZone());
    }
    return found;
  }

  private static ZonedDateTime midnight(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone);
  }

  /** How near it is at an instant: what ends within the present day is due today. */
  public Nearness at(Instant now, ZoneId zone) {
    if (!now.isBefore(end)) {
      return Nearness.LATE;
    }
    return end.isAfter(midnight(now.atZone(zone).toLocalDate(), zone).toInstant())
        ? Nearness.LATER
        : Nearness.TODAY;
  }
}
