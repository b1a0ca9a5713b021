package kz.miras.registrar.registration.summer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.registration.summer.AttendanceSound.Before;
import kz.miras.registrar.registration.summer.AttendanceSound.Held;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control of attendance in the summer: which checks are kept, and who has missed too much. */
class AttendanceRulesTest {

  private static final LocalDate BEGINS = LocalDate.of(2027, 6, 21);
  private static final LocalDate ENDS = LocalDate.of(2027, 8, 5);
  private static final LocalDate TODAY = LocalDate.of(2027, 7, 1);

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream()
        .map(Refusal::code)
        .map(code -> code.substring(code.lastIndexOf('.') + 1))
        .toList();
  }

  private static Held held(LocalDate on) {
    return new Held(SummerStatus.APPROVED, SummerGroupStatus.OPENED, on, 0, BEGINS, ENDS, 12);
  }

  @ParameterizedTest
  @DisplayName("SUM-11 a lesson is checked inside the term and not in advance")
  @CsvSource({
    "2027-06-20, outside",
    "2027-06-21, ",
    "2027-07-01, ",
    "2027-07-02, future",
    "2027-08-05, future",
    "2027-08-06, outside",
    ", day"
  })
  void day(LocalDate on, String expected) {
    Verdict verdict = AttendanceSound.records(held(on), TODAY);
    assertThat(codes(verdict)).isEqualTo(expected == null ? List.of() : List.of(expected));
    assertThat(verdict.refusals()).allMatch(one -> one.rule().equals("SUM-11"));
  }

  @Test
  @DisplayName("SUM-11 only groups that are taught, have students and a lesson of that day")
  void group() {
    assertThat(
            codes(
                AttendanceSound.records(
                    new Held(
                        SummerStatus.CLOSED, SummerGroupStatus.OPENED, TODAY, 1, BEGINS, ENDS, 3),
                    TODAY)))
        .containsExactly("not-taught");
    assertThat(
            codes(
                AttendanceSound.records(
                    new Held(
                        SummerStatus.APPROVED,
                        SummerGroupStatus.PLANNED,
                        TODAY,
                        13,
                        BEGINS,
                        ENDS,
                        0),
                    TODAY)))
        .containsExactly("not-taught", "nobody", "lesson");
    assertThat(
            codes(
                AttendanceSound.records(
                    new Held(
                        SummerStatus.APPROVED,
                        SummerGroupStatus.INDIVIDUAL,
                        TODAY,
                        12,
                        BEGINS,
                        ENDS,
                        1),
                    TODAY)))
        .isEmpty();
  }

  @Test
  @DisplayName("SUM-11 a lesson is checked once; later, or of another, a correction gives a reason")
  void correction() {
    assertThat(codes(AttendanceSound.corrects(null, false, null, TODAY))).isEmpty();
    assertThat(codes(AttendanceSound.corrects(null, true, "again", TODAY)))
        .containsExactly("there");
    Before own = new Before(true, true, TODAY);
    assertThat(codes(AttendanceSound.corrects(own, true, null, TODAY))).isEmpty();
    assertThat(codes(AttendanceSound.corrects(own, true, " ", TODAY.plusDays(1))))
        .containsExactly("reason");
    assertThat(codes(AttendanceSound.corrects(own, true, "a note", TODAY.plusDays(1)))).isEmpty();
    Before others = new Before(true, false, TODAY);
    assertThat(codes(AttendanceSound.corrects(others, true, null, TODAY)))
        .containsExactly("reason");
    Before old = new Before(false, true, TODAY);
    assertThat(codes(AttendanceSound.corrects(old, true, "a note", TODAY)))
        .containsExactly("newer");
  }

  @ParameterizedTest
  @DisplayName("SUM-12 more than the share of absence without a valid reason is flagged")
  @CsvSource({
    "0, 0, 20, false",
    "5, 1, 20, false",
    "10, 2, 20, false",
    "10, 3, 20, true",
    "9, 2, 22, true",
    "1, 1, 100, false",
    "4, 1, 0, true",
    "4, 0, 0, false"
  })
  void share(int checks, int missed, int percent, boolean flagged) {
    Verdict verdict = AttendanceSound.attends(new AttendanceTally(checks, missed, 0), percent);
    assertThat(verdict.isAllowed()).isEqualTo(!flagged);
    assertThat(verdict.refusals()).allMatch(one -> one.rule().equals("SUM-12"));
  }

  @Test
  @DisplayName("SUM-12 a valid reason does not count against a student; figures are told")
  void figures() {
    AttendanceTally tally = new AttendanceTally(8, 1, 5);
    assertThat(AttendanceSound.attends(tally, 20).isAllowed()).isTrue();
    assertThat(tally.missedPercent()).isEqualTo(13);
    assertThat(tally.attendedPercent()).isEqualTo(25);
    assertThat(AttendanceTally.NONE.attendedPercent()).isZero();
    assertThat(AttendanceSound.attends(tally.plus(new AttendanceTally(2, 2, 0)), 20).refusals())
        .singleElement()
        .satisfies(one -> assertThat(one.args()).containsExactly(3, 10, 30, 20));
  }

  @Test
  @DisplayName("SUM-11 lessons have begun on the first day of the term, and end with the last")
  void begunAndHeld() {
    assertThat(AttendanceSound.isBegun(BEGINS, BEGINS.minusDays(1))).isFalse();
    assertThat(AttendanceSound.isBegun(BEGINS, BEGINS)).isTrue();
    assertThat(AttendanceSound.isHeld(BEGINS.minusDays(1), BEGINS, ENDS)).isFalse();
    assertThat(AttendanceSound.isHeld(BEGINS, BEGINS, ENDS)).isTrue();
    assertThat(AttendanceSound.isHeld(ENDS, BEGINS, ENDS)).isTrue();
    assertThat(AttendanceSound.isHeld(ENDS.plusDays(1), BEGINS, ENDS)).isFalse();
  }
}
