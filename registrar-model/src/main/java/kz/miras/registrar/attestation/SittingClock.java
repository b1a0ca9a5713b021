package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;

/**
 * Everything that is counted from the day of a sheet's exam: until when ratings are typed, from
 * when and until when scores are, until when a no-show may be excused. Whoever needs one of these
 * moments asks here, so that a screen, a desk and a timer never differ by a second.
 *
 * <p>Immutable.
 */
public final class SittingClock {

  private final LocalDate day;
  private final LocalTime at;
  private final LocalDate lastDay;
  private final RuleSet rules;
  private final Instant extendedUntil;
  private final Supplier<WorkingDays> calendar;
  private final ZoneId zone;

  private SittingClock(
      LocalDate day,
      LocalTime at,
      LocalDate lastDay,
      RuleSet rules,
      Instant extendedUntil,
      Supplier<WorkingDays> calendar,
      ZoneId zone) {
    this.day = day;
    this.at = at;
    this.lastDay = lastDay;
    this.rules = Objects.requireNonNull(rules, "rules");
    this.extendedUntil = extendedUntil;
    this.calendar = Objects.requireNonNull(calendar, "calendar");
    this.zone = Objects.requireNonNull(zone, "zone");
  }

  /**
   * The clock of a sitting.
   *
   * @param day of the exam; null while the office has not named it
   * @param at when it begins; null where only the day is known
   * @param rules those the sheet was formed under
   * @param calendar asked only where working days are counted
   * @param zone of the university
   */
  public static SittingClock of(
      LocalDate day, LocalTime at, RuleSet rules, Supplier<WorkingDays> calendar, ZoneId zone) {
    return new SittingClock(day, at, null, rules, null, calendar, zone);
  }

  /**
   * SHT-15. The same with a later end of entry.
   *
   * @param until the first moment that is too late; null for no decision
   */
  public SittingClock extended(Instant until) {
    return new SittingClock(day, at, lastDay, rules, until, calendar, zone);
  }

  /**
   * SHT-33. The same with the last day of a control: where no day is named, entry ends with it. An
   * exam takes no score without a day, and so has nothing to end.
   *
   * @param form what is typed
   * @param last null for none
   */
  public SittingClock lasting(EntryForm form, LocalDate last) {
    return day != null || last == null || form.entersExam()
        ? this
        : new SittingClock(day, at, last, rules, extendedUntil, calendar, zone);
  }

  /** Whether entry ends at all: the day of the exam is named, or the last one of the control. */
  public boolean ends() {
    return lockedAt().isPresent();
  }

  /** Whether the office has named the day. */
  public boolean runs() {
    return day != null;
  }

  /**
   * When the exam begins, by which the ratings have to be there; its day where only that is set.
   */
  public Optional<Instant> begins() {
    return moment(at == null ? LocalTime.MIN : at);
  }

  /** SHT-13. From when scores are typed: the whole day of the exam. */
  public Optional<Instant> scoresFrom() {
    return moment(LocalTime.MIN);
  }

  /**
   * CTL-15. The first moment at which entry is locked: so many hours, weekends included, after the
   * exam has begun; where its time is not known, after its day has ended. A control without a day
   * is locked when its last day has ended (SHT-33).
   */
  public Optional<Instant> lockedAt() {
    if (day == null) {
      return Optional.ofNullable(lastDay)
          .map(last -> last.plusDays(1).atStartOfDay(zone).toInstant());
    }
    Optional<Instant> from =
        at == null ? Optional.of(day.plusDays(1).atStartOfDay(zone).toInstant()) : begins();
    return from.map(
        moment -> moment.plus(Duration.ofHours(rules.integer(RuleParameter.SHEET_LOCK_HOURS))));
  }

  /** The first moment at which nothing is typed any more: the lock, or a later decision. */
  public Optional<Instant> entryUntil() {
    return lockedAt()
        .map(lock -> extendedUntil != null && extendedUntil.isAfter(lock) ? extendedUntil : lock);
  }

  /** Whether entry has ended. */
  public boolean isLocked(Instant now) {
    return hasCome(entryUntil(), now);
  }

  /**
   * SHT-15. Whether the exam stays on its day: its lock has come, whatever was decided about entry,
   * or its day has come and another would not be a mere postponement.
   *
   * @param bound whether scores were typed already, or no day is to take its place
   */
  boolean stands(boolean bound, Instant now) {
    return hasCome(lockedAt(), now) || bound && hasCome(scoresFrom(), now);
  }

  private static boolean hasCome(Optional<Instant> moment, Instant now) {
    return moment.filter(at -> !now.isBefore(at)).isPresent();
  }

  private boolean isExtended(Instant now) {
    return extendedUntil != null && now.isBefore(extendedUntil);
  }

  /** SHT-13. Why no rating is typed now: once the exam has begun, admission to it stands. */
  public Optional<Refusal> ratingRefused(Instant now) {
    Optional<Instant> end = begins();
    if (isExtended(now) || end.isEmpty() || now.isBefore(end.get())) {
      return Optional.empty();
    }
    return Optional.of(Refusal.of("attestation.cell.rating-late", "SHT-13", local(end.get())));
  }

  /**
   * SHT-13, CTL-15. Why no score is typed now.
   *
   * @param exam whether it is the score of an exam, which has a day; a control without one has a
   *     last day only (SHT-33)
   */
  public Optional<Refusal> scoreRefused(boolean exam, Instant now) {
    if (day == null && exam) {
      return refused("attestation.cell.no-day", "SHT-13");
    }
    if (day != null && now.isBefore(scoresFrom().orElseThrow())) {
      return refused("attestation.cell.early", "SHT-13", day);
    }
    return isLocked(now)
        ? refused("attestation.cell.locked", "CTL-15", local(entryUntil().orElseThrow()))
        : Optional.empty();
  }

  private static Optional<Refusal> refused(String code, String rule, Serializable... args) {
    return Optional.of(Refusal.of(code, rule, args).at("score"));
  }

  /** EXC-1. The last day on which a no-show may be excused; empty while no day is named. */
  public Optional<Deadline> excuseUntil() {
    return Optional.ofNullable(day)
        .map(
            d ->
                Deadline.workingDaysAfter(
                    d, rules.integer(RuleParameter.EXCUSE_WORKING_DAYS), calendar.get()));
  }

  /** EXR-8. The last day on which a result may be annulled; empty while no day is named. */
  public Optional<LocalDate> annulUntil() {
    return Optional.ofNullable(day)
        .map(d -> d.plusMonths(rules.integer(RuleParameter.EXAM_ANNUL_MONTHS)));
  }

  /** Whether a no-show may still be excused. */
  public boolean isExcusable(Instant now) {
    return excuseUntil().filter(last -> last.isKeptAt(now, zone)).isPresent();
  }

  /** PUB-1. The last day of an appeal against a result published at that moment. */
  public Deadline appealUntil(Instant published) {
    return Deadline.workingDaysAfter(
        published, rules.integer(RuleParameter.APPEAL_WINDOW_WORKING_DAYS), calendar.get(), zone);
  }

  private Optional<Instant> moment(LocalTime time) {
    return Optional.ofNullable(day).map(d -> d.atTime(time).atZone(zone).toInstant());
  }

  /** A moment as the university's clocks show it. */
  private LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, zone);
  }
}
