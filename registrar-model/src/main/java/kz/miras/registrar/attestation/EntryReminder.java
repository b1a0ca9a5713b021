package kz.miras.registrar.attestation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * SHT-26. Whether whoever fills a sheet is reminded of it on a day: so many days before the last
 * day of its entry, on that day, and so many days after it. Who has submitted is never reminded.
 */
public enum EntryReminder {
  /** Entry ends soon. */
  SOON,
  /** Entry has ended, and nobody has submitted the sheet. */
  LATE;

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
    if (!status.isFilled() || last == null || today.equals(reminded)) {
      return Optional.empty();
    }
    LocalDate from = last.minusDays(rules.integer(RuleParameter.SHEET_REMINDER_DAYS_BEFORE));
    LocalDate until = last.plusDays(rules.integer(RuleParameter.SHEET_REMINDER_DAYS_AFTER));
    if (today.isBefore(from) || today.isAfter(until)) {
      return Optional.empty();
    }
    return Optional.of(clock.isLocked(now) ? LATE : SOON);
  }

  /** Code of the notice. */
  public String notice() {
    return "attestation.notice.reminder-" + (this == SOON ? "soon" : "late");
  }
}
