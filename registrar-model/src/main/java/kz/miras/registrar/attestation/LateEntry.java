package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SHT-15. Entry into one named sheet beyond its lock, or of ratings after the exam has begun, until
 * a moment that the decision names (CTL-15: later only on a documented basis).
 *
 * @param until the first moment that is too late
 */
public record LateEntry(Instant until, BasisDocument basis) implements Serializable {

  /**
   * Until a time of a day, which is too late already, or until the end of the day.
   *
   * @param day null where none was typed: there is no such moment then
   * @param time null for the whole day
   * @param zone of the university
   */
  public static LateEntry until(LocalDate day, LocalTime time, ZoneId zone, BasisDocument basis) {
    if (day == null) {
      return new LateEntry(null, basis);
    }
    LocalDateTime end = time == null ? day.plusDays(1).atStartOfDay() : day.atTime(time);
    return new LateEntry(end.atZone(zone).toInstant(), basis);
  }

  /** Whether it may be decided, every reason against it at once. */
  public Verdict judge(SheetStatus status, SittingClock clock, Instant now, LocalDate today) {
    Verdict verdict = basis.judge("SHT-15", today);
    if (!status.isFilled()) {
      verdict = verdict.and(refused("attestation.extension.not-open", ""));
    } else if (!clock.ends()) {
      verdict = verdict.and(refused("attestation.extension.no-day", ""));
    }
    if (until == null || !until.isAfter(now)) {
      verdict = verdict.and(refused("attestation.extension.past", "until"));
    }
    return verdict;
  }

  private static Verdict refused(String code, String field) {
    Refusal refusal = Refusal.of(code, "SHT-15");
    return Verdict.refused(field.isEmpty() ? refusal : refusal.at(field));
  }
}
