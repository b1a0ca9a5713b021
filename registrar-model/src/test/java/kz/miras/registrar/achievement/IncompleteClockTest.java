package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.LeavePeriod;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncompleteClockTest {

  private static final LocalDate GIVEN = day("2026-01-14");
  private static final LocalDate PLANNED = day("2026-02-23");

  @Test
  @DisplayName("INC-1 28 days after the next semester has begun; the summer is passed over")
  void planned() {
    List<Term> calendar =
        List.of(
            term(2025, TermType.AUTUMN, "2025-09-01", "2026-01-17"),
            term(2025, TermType.SPRING, "2026-01-26", "2026-05-30"),
            term(2025, TermType.SUMMER, "2026-06-08", "2026-07-18"),
            term(2026, TermType.AUTUMN, "2026-09-01", "2027-01-16"));
    assertThat(IncompleteClock.planned(TermRef.autumn(2025), 28, calendar)).contains(PLANNED);
    assertThat(IncompleteClock.planned(TermRef.spring(2025), 28, calendar))
        .contains(day("2026-09-29"));
    assertThat(IncompleteClock.planned(TermRef.autumn(2026), 28, calendar)).isEmpty();
  }

  @Test
  @DisplayName("INC-1 a trimester follows a trimester, a semester a semester; after summer either")
  void trimestersBesideSemesters() {
    List<Term> calendar =
        List.of(
            term(2025, TermType.AUTUMN, "2025-09-01", "2026-01-17"),
            term(2025, TermType.TRIMESTER_1, "2025-09-01", "2025-12-06"),
            term(2025, TermType.TRIMESTER_2, "2025-12-15", "2026-03-14"),
            term(2025, TermType.SPRING, "2026-01-26", "2026-05-30"),
            term(2025, TermType.SUMMER, "2026-06-08", "2026-07-18"),
            term(2026, TermType.TRIMESTER_1, "2026-08-24", "2026-11-28"),
            term(2026, TermType.AUTUMN, "2026-09-01", "2027-01-16"));
    assertThat(IncompleteClock.planned(TermRef.autumn(2025), 28, calendar)).contains(PLANNED);
    assertThat(IncompleteClock.planned(TermRef.spring(2025), 28, calendar))
        .contains(day("2026-09-29"));
    assertThat(IncompleteClock.planned(new TermRef(2025, TermType.TRIMESTER_1), 28, calendar))
        .contains(day("2026-01-12"));
    assertThat(IncompleteClock.planned(new TermRef(2025, TermType.TRIMESTER_2), 28, calendar))
        .contains(day("2026-09-21"));
    assertThat(IncompleteClock.planned(TermRef.summer(2025), 28, calendar))
        .contains(day("2026-09-21"));
  }

  @Test
  @DisplayName("INC-1 the last day belongs to the student, the day after it is too late")
  void lastDay() {
    IncompleteClock clock = IncompleteClock.of(GIVEN, PLANNED, List.of());
    assertThat(clock.lastDay()).isEqualTo(PLANNED);
    assertThat(clock.isExpired(PLANNED)).isFalse();
    assertThat(codes(clock.expired(PLANNED))).containsExactly("INC-1 achievement.incomplete.early");
    assertThat(clock.isExpired(PLANNED.plusDays(1))).isTrue();
    assertThat(clock.expired(PLANNED.plusDays(1)).isAllowed()).isTrue();
    IncompleteClock unknown = IncompleteClock.of(GIVEN, null, List.of());
    assertThat(unknown.isExpired(LocalDate.MAX)).isFalse();
    assertThat(codes(unknown.expired(LocalDate.MAX)))
        .containsExactly("INC-1 achievement.incomplete.no-term");
  }

  @ParameterizedTest(name = "{0} to {1}: {2}, {3} days")
  @DisplayName("INC-2 a leave puts the last day off by its days between the I and its last day")
  @CsvSource({
    // inside
    "2026-02-01, 2026-02-11, 2026-03-05, 10",
    // begins on the last day, with the last day to be had after the return
    "2026-02-23, 2026-09-01, 2026-09-01, 190",
    // begins the day after: the I had expired
    "2026-02-24, 2026-09-01, 2026-02-23, 0",
    // begins on the day of the I
    "2026-01-14, 2026-01-15, 2026-02-24, 1",
    // began before the I: only what is left of it
    "2026-01-01, 2026-01-16, 2026-02-25, 2",
    // was over when the I was given
    "2026-01-01, 2026-01-14, 2026-02-23, 0"
  })
  void leaves(LocalDate from, LocalDate back, LocalDate lastDay, long days) {
    IncompleteClock clock =
        IncompleteClock.of(GIVEN, PLANNED, List.of(new LeavePeriod(from, back)));
    assertThat(clock.lastDay()).isEqualTo(lastDay);
    assertThat(clock.stoppedDays()).isEqualTo(days);
    assertThat(clock.planned()).isEqualTo(PLANNED);
  }

  @Test
  @DisplayName("INC-2 a second leave within the days the first one added counts as well")
  void twoLeaves() {
    IncompleteClock clock =
        IncompleteClock.of(
            GIVEN,
            PLANNED,
            List.of(
                new LeavePeriod(day("2026-02-20"), day("2026-03-02")),
                new LeavePeriod(day("2026-03-05"), day("2026-03-15")),
                new LeavePeriod(day("2026-03-16"), day("2026-03-20"))));
    // 10 days: until 5 March, whose day is leave again; 10 more: until 15 March
    assertThat(clock.lastDay()).isEqualTo("2026-03-15");
    assertThat(clock.stoppedDays()).isEqualTo(20);
  }

  @Test
  @DisplayName("INC-2 while the leave lasts nothing expires, and the days left are kept")
  void stopped() {
    IncompleteClock clock =
        IncompleteClock.of(GIVEN, PLANNED, List.of(new LeavePeriod(day("2026-02-20"), null)));
    assertThat(clock.lastDay()).isNull();
    assertThat(clock.stoppedSince()).isEqualTo("2026-02-20");
    assertThat(clock.daysLeft()).isEqualTo(4);
    assertThat(clock.isExpired(day("2027-01-01"))).isFalse();
    assertThat(codes(clock.expired(day("2027-01-01"))))
        .containsExactly("INC-2 achievement.incomplete.stopped");
    IncompleteClock late =
        IncompleteClock.of(GIVEN, PLANNED, List.of(new LeavePeriod(day("2026-02-24"), null)));
    assertThat(late.isExpired(day("2026-02-24"))).isTrue();
  }

  @Test
  @DisplayName("INC-4 nobody sits after the last day; a sitting held in time is awaited")
  void sittings() {
    IncompleteClock clock = IncompleteClock.of(GIVEN, PLANNED, List.of());
    assertThat(clock.sits(PLANNED).isAllowed()).isTrue();
    assertThat(codes(clock.sits(PLANNED.plusDays(1))))
        .containsExactly("INC-4 achievement.incomplete.late");
    assertThat(IncompleteClock.of(GIVEN, null, List.of()).sits(LocalDate.MAX).isAllowed())
        .as("no last day is known")
        .isTrue();
    assertThat(codes(clock.awaits(PLANNED)))
        .containsExactly("INC-4 achievement.incomplete.sitting");
    assertThat(clock.awaits(PLANNED.plusDays(1)).isAllowed()).isTrue();
    assertThat(clock.awaits(null).isAllowed()).isTrue();
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(IncompleteClockTest::named).toList();
  }

  private static String named(Refusal refusal) {
    return refusal.rule() + " " + refusal.code();
  }

  static Term term(int year, TermType type, String from, String to) {
    AcademicYear of =
        new AcademicYear(year, LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 8, 31), null);
    return new Term(of, type, year + type.name(), day(from), day(to), 15);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  @DisplayName(
      "INC-3 the last day of an I is told a week before it, not after it, not while it stops")
  void near() {
    LocalDate last = LocalDate.parse("2026-02-16");
    IncompleteClock clock = new IncompleteClock(last, last, 0, null, 0);
    assertThat(clock.isNear(LocalDate.parse("2026-02-08"), 7)).isFalse();
    assertThat(clock.isNear(LocalDate.parse("2026-02-09"), 7)).isTrue();
    assertThat(clock.isNear(last, 7)).isTrue();
    assertThat(clock.isNear(last.plusDays(1), 7)).isFalse();
    assertThat(new IncompleteClock(last, null, 0, last, 1).isNear(last, 7)).isFalse();
  }
}
