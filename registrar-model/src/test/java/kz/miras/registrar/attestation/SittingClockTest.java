package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Instants are UTC: Almaty is five hours ahead. */
class SittingClockTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private static final WorkingDays CALENDAR =
      new WorkingDays(
          List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 7)),
          List.of());
  private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 10);
  private static final LocalTime NINE = LocalTime.of(9, 0);

  private static SittingClock clock(LocalDate day, LocalTime at) {
    return SittingClock.of(day, at, RULES, () -> CALENDAR, ALMATY);
  }

  private static Instant at(String moment) {
    return Instant.parse(moment);
  }

  private static String code(Optional<Refusal> refusal) {
    return refusal.map(Refusal::code).orElse("");
  }

  @Test
  @DisplayName("CTL-15 entry is locked 48 hours after the exam began, to the second")
  void lockedAfterHours() {
    SittingClock clock = clock(SATURDAY, NINE);
    assertThat(clock.lockedAt()).contains(at("2026-01-12T04:00:00Z"));
    assertThat(clock.scoreRefused(true, at("2026-01-12T03:59:59Z"))).isEmpty();
    assertThat(code(clock.scoreRefused(true, at("2026-01-12T04:00:00Z"))))
        .isEqualTo("attestation.cell.locked");
    assertThat(clock.isLocked(at("2026-01-12T03:59:59.999999Z"))).isFalse();
    assertThat(clock.isLocked(at("2026-01-12T04:00:00Z"))).isTrue();
  }

  @Test
  @DisplayName("CTL-15 without a time the hours run from the end of the exam's day")
  void withoutATime() {
    SittingClock clock = clock(SATURDAY, null);
    assertThat(clock.lockedAt()).contains(at("2026-01-12T19:00:00Z"));
    SittingClock day =
        SittingClock.of(
            SATURDAY,
            NINE,
            RULES.with(RuleParameter.SHEET_LOCK_HOURS, "24"),
            () -> CALENDAR,
            ALMATY);
    assertThat(day.lockedAt()).contains(at("2026-01-11T04:00:00Z"));
    assertThat(day.scoreRefused(true, at("2026-01-11T04:00:00Z"))).isPresent();
  }

  @Test
  @DisplayName("SHT-13 a score is typed from the first second of the exam's day in the university")
  void notBeforeTheDay() {
    SittingClock clock = clock(SATURDAY, NINE);
    assertThat(code(clock.scoreRefused(true, at("2026-01-09T18:59:59Z"))))
        .isEqualTo("attestation.cell.early");
    assertThat(clock.scoreRefused(true, at("2026-01-09T19:00:00Z"))).isEmpty();
  }

  @Test
  @DisplayName("SHT-13 an exam without a day takes no score, a control without exam does")
  void withoutADay() {
    SittingClock clock = clock(null, null);
    Instant now = at("2026-01-10T05:00:00Z");
    assertThat(code(clock.scoreRefused(true, now))).isEqualTo("attestation.cell.no-day");
    assertThat(clock.scoreRefused(false, now)).isEmpty();
    assertThat(clock.ratingRefused(now)).isEmpty();
    assertThat(clock.isLocked(now)).isFalse();
    assertThat(clock.excuseUntil()).isEmpty();
    // a control without exam that has a day is judged by it
    assertThat(code(clock(SATURDAY, NINE).scoreRefused(false, at("2026-01-12T04:00:00Z"))))
        .isEqualTo("attestation.cell.locked");
  }

  @Test
  @DisplayName("SHT-13 ratings are typed until the exam begins, so that admission to it stands")
  void ratingsBeforeTheExam() {
    assertThat(clock(SATURDAY, NINE).ratingRefused(at("2026-01-10T03:59:59Z"))).isEmpty();
    assertThat(code(clock(SATURDAY, NINE).ratingRefused(at("2026-01-10T04:00:00Z"))))
        .isEqualTo("attestation.cell.rating-late");
    assertThat(clock(SATURDAY, null).ratingRefused(at("2026-01-09T18:59:59Z"))).isEmpty();
    assertThat(clock(SATURDAY, null).ratingRefused(at("2026-01-09T19:00:00Z"))).isPresent();
  }

  @Test
  @DisplayName("SHT-15 a decision lets entry go on until its moment, never shorter than the lock")
  void extended() {
    Instant until = at("2026-01-13T12:00:00Z");
    SittingClock clock = clock(SATURDAY, NINE).extended(until);
    assertThat(clock.entryUntil()).contains(until);
    assertThat(clock.scoreRefused(true, until.minusSeconds(1))).isEmpty();
    assertThat(clock.scoreRefused(true, until)).isPresent();
    assertThat(clock.ratingRefused(until.minusSeconds(1))).isEmpty();
    assertThat(clock.ratingRefused(until)).isPresent();

    SittingClock ratings = clock(SATURDAY, NINE).extended(at("2026-01-10T08:00:00Z"));
    assertThat(ratings.entryUntil()).contains(at("2026-01-12T04:00:00Z"));
    assertThat(ratings.ratingRefused(at("2026-01-10T07:59:59Z"))).isEmpty();
    assertThat(ratings.ratingRefused(at("2026-01-10T08:00:00Z"))).isPresent();
  }

  @Test
  @DisplayName("EXC-1 a no-show is excused within three working days after the exam")
  void excuses() {
    SittingClock saturday = clock(SATURDAY, NINE);
    assertThat(saturday.excuseUntil().map(Deadline::lastDay)).contains(LocalDate.of(2026, 1, 14));
    assertThat(saturday.isExcusable(at("2026-01-14T18:59:59Z"))).isTrue();
    assertThat(saturday.isExcusable(at("2026-01-14T19:00:00Z"))).isFalse();
    // 7 January is a holiday, 10 and 11 are a weekend
    assertThat(clock(LocalDate.of(2026, 1, 6), NINE).excuseUntil().map(Deadline::lastDay))
        .contains(LocalDate.of(2026, 1, 12));
    assertThat(clock(null, null).isExcusable(at("2026-01-14T18:59:59Z"))).isFalse();
  }

  @Test
  @DisplayName(
      "PUB-1 the term of appeal runs from publication, by the day it has in the university")
  void appeals() {
    SittingClock clock = clock(LocalDate.of(2025, 12, 25), NINE);
    assertThat(clock.appealUntil(at("2025-12-26T12:00:00Z")).lastDay()).isEqualTo("2025-12-29");
    assertThat(clock.appealUntil(at("2025-12-31T06:00:00Z")).lastDay()).isEqualTo("2026-01-05");
    assertThat(clock.appealUntil(at("2025-12-29T20:00:00Z")).lastDay()).isEqualTo("2025-12-31");
  }

  @Test
  @DisplayName("SHT-33 a control without a day is typed to the end of its last day")
  void controlsEnd() {
    SittingClock undated = clock(null, null);
    assertThat(undated.ends()).isFalse();
    assertThat(undated.scoreRefused(false, at("2030-01-01T00:00:00Z"))).isEmpty();
    SittingClock control = undated.lasting(EntryForm.PASS_FAIL, SATURDAY);
    assertThat(control.ends()).isTrue();
    assertThat(control.scoreRefused(false, at("2025-12-01T00:00:00Z")))
        .as("it has no first day")
        .isEmpty();
    assertThat(control.scoreRefused(false, at("2026-01-10T18:59:59Z"))).isEmpty();
    assertThat(code(control.scoreRefused(false, at("2026-01-10T19:00:00Z"))))
        .isEqualTo("attestation.cell.locked");
    assertThat(control.isLocked(at("2026-01-10T19:00:00Z"))).isTrue();
    SittingClock late = control.extended(at("2026-01-12T09:00:00Z"));
    assertThat(late.scoreRefused(false, at("2026-01-12T08:59:59Z"))).isEmpty();
  }

  @Test
  @DisplayName("SHT-33 an exam waits for its day, and a day that is named counts")
  void examsHaveDays() {
    SittingClock exam = clock(null, null).lasting(EntryForm.RATING_AND_EXAM, SATURDAY);
    assertThat(exam.ends()).isFalse();
    assertThat(code(exam.scoreRefused(true, at("2026-01-20T00:00:00Z"))))
        .isEqualTo("attestation.cell.no-day");
    SittingClock named =
        clock(SATURDAY, NINE).lasting(EntryForm.SINGLE_SCORE, SATURDAY.minusDays(5));
    assertThat(named.lockedAt()).contains(at("2026-01-12T04:00:00Z"));
  }
}
