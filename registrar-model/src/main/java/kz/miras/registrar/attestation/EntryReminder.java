package kz.miras.registrar.attestation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * SHT-26. Whether whoever fills a sheet is reminded of it on a day: so many days before the last
 * day of its entry, on that day, and so many days after it, between two hours of the day. Who has
 * submitted is never reminded.
 */
public enum EntryReminder {
  /** Entry ends soon. */
  SOON,
  /** Entry has ended, and nobody has submitted the sheet. */
  LATE;

  /**
   * Whether anybody is reminded at a time of the day; never where the two hours of the rules are
   * one.
   *
   * @param at by the clocks of the university
   * @param rules the sheet was formed under
   */
  public static boolean isTime(LocalTime at, RuleSet rules) {
    return at.getHour() >= rules.integer(RuleParameter.SHEET_REMINDER_HOUR_FROM)
        && at.getHour() < rules.integer(RuleParameter.SHEET_REMINDER_HOUR_UNTIL);
  }

  /**
   * The reminder of a day; once a day, whoever sends it.
   *
   * @param clock of the sheet, late entry in it
   * @param rules the sheet was formed under
   * @param reminded last day of a reminder; null for never
   * @param zone of the university
   */
  public static Optional<EntryReminder> of(
      SheetStatus status,
      SittingClock clock,
      RuleSet rules,
      LocalDate reminded,
      Instant now,
      ZoneId zone) {
    LocalDate today = LocalDate.ofInstant(now, zone);
    // the first moment too late may be the first of the next day
    LocalDate last =
        clock
            .entryUntil()
            .map(until -> LocalDate.ofInstant(until.minusNanos(1), zone))
            .orElse(null);
    return !status.isFilled() || last == null
        ? Optional.empty()
        : of(last, clock.isLocked(now), rules, reminded, today);
  }

  /**
   * RAT-9. The same of a control taken alone until its last day.
   *
   * @param last its last day
   * @param reminded last day of a reminder; null for never
   */
  public static Optional<EntryReminder> ofControl(
      LocalDate last, RuleSet rules, LocalDate reminded, LocalDate today) {
    return of(last, today.isAfter(last), rules, reminded, today);
  }

  private static Optional<EntryReminder> of(
      LocalDate last, boolean over, RuleSet rules, LocalDate reminded, LocalDate today) {
    LocalDate from = last.minusDays(rules.integer(RuleParameter.SHEET_REMINDER_DAYS_BEFORE));
    LocalDate until = last.plusDays(rules.integer(RuleParameter.SHEET_REMINDER_DAYS_AFTER));
    if (today.equals(reminded) || today.isBefore(from) || today.isAfter(until)) {
      return Optional.empty();
    }
    return Optional.of(over ? LATE : SOON);
  }

  /** Code of the notice. */
  public String notice() {
    return "attestation.notice.reminder-" + (this == SOON ? "soon" : "late");
  }
}
