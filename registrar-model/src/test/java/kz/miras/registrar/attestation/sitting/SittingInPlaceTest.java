package kz.miras.registrar.attestation.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.ExamForm;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SittingInPlaceTest {

  private static final Span TERM = span("2025-09-01", "2026-01-10");
  private static final List<Span> SESSION = List.of(span("2025-12-15", "2026-01-10"));
  private static final WorkingDays DAYS =
      new WorkingDays(
          Set.of(LocalDate.of(2025, 12, 16), LocalDate.of(2026, 1, 7)),
          Set.of(LocalDate.of(2025, 12, 21)));

  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));

  private static Span span(String from, String to) {
    return new Span(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static List<String> warned(Verdict verdict) {
    return verdict.warnings().stream().map(Refusal::code).toList();
  }

  private static Verdict main(String day) {
    return SittingInPlace.judge(SheetKind.MAIN, LocalDate.parse(day), TERM, SESSION, DAYS);
  }

  @ParameterizedTest
  @DisplayName("SHT-11 an exam lies in the session, on no Sunday and no holiday")
  @CsvSource({
    "2025-12-15, ''",
    "2025-12-20, ''",
    "2026-01-10, ''",
    "2025-12-14, attestation.sitting.free-day attestation.sitting.outside",
    "2025-12-13, attestation.sitting.outside",
    "2026-01-12, attestation.sitting.outside",
    "2025-12-16, attestation.sitting.free-day",
    "2026-01-07, attestation.sitting.free-day",
    "2025-12-28, attestation.sitting.free-day",
    "2025-12-21, ''"
  })
  void inTheSession(String day, String refused) {
    assertThat(String.join(" ", codes(main(day)))).isEqualTo(refused);
  }

  @Test
  @DisplayName("SHT-11 a narrower window of a course is a window too")
  void severalWindows() {
    List<Span> windows = List.of(span("2025-12-01", "2025-12-06"), SESSION.get(0));
    assertThat(
            SittingInPlace.judge(SheetKind.MAIN, LocalDate.of(2025, 12, 5), TERM, windows, DAYS)
                .isAllowed())
        .isTrue();
    Refusal refusal =
        SittingInPlace.judge(SheetKind.MAIN, LocalDate.of(2025, 12, 9), TERM, windows, DAYS)
            .refusals()
            .get(0);
    assertThat(refusal.args())
        .containsExactly(
            LocalDate.of(2025, 12, 9), LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 10));
    assertThat(refusal.field()).isEqualTo("exam_date");
  }

  @Test
  @DisplayName("SHT-11 without a window the term is one; what follows a sitting may come after it")
  void withoutWindow() {
    LocalDate after = LocalDate.of(2026, 1, 20);
    assertThat(codes(SittingInPlace.judge(SheetKind.MAIN, after, TERM, List.of(), DAYS)))
        .containsExactly("attestation.sitting.outside");
    for (SheetKind kind : List.of(SheetKind.FX, SheetKind.INDIVIDUAL)) {
      assertThat(SittingInPlace.judge(kind, after, TERM, List.of(), DAYS).isAllowed()).isTrue();
    }
    assertThat(
            codes(
                SittingInPlace.judge(
                    SheetKind.FX, LocalDate.of(2025, 8, 29), TERM, List.of(), DAYS)))
        .containsExactly("attestation.sitting.outside");
    assertThat(
            SittingInPlace.judge(
                    SheetKind.FX, after, TERM, List.of(span("2026-01-12", "2026-01-16")), DAYS)
                .isAllowed())
        .as("an FX window of the calendar binds")
        .isFalse();
    assertThat(SittingInPlace.judge(SheetKind.MAIN, null, TERM, SESSION, DAYS).isAllowed())
        .isTrue();
  }

  @Test
  @DisplayName("SHT-11 what is passed or defended during the term needs no session")
  void windowsByKind() {
    assertThat(SittingInPlace.windows(SheetKind.MAIN, ControlForm.EXAM))
        .containsExactly(EventKind.SESSION);
    assertThat(SittingInPlace.windows(SheetKind.MAIN, ControlForm.CREDIT)).isEmpty();
    assertThat(SittingInPlace.windows(SheetKind.PRACTICE, ControlForm.DEFENCE)).isEmpty();
    assertThat(SittingInPlace.windows(SheetKind.FX, ControlForm.EXAM))
        .containsExactly(EventKind.FX_WINDOW);
    assertThat(SittingInPlace.windows(SheetKind.GOS_HISTORY, ControlForm.STATE_EXAM))
        .containsExactlyInAnyOrder(EventKind.SESSION, EventKind.GOS);
    assertThat(SittingInPlace.windows(SheetKind.FINAL, ControlForm.FINAL_ATTESTATION))
        .containsExactly(EventKind.AK);
  }

  private static ExamSitting sitting(
      String sheet, String time, String room, Long examiner, ExamForm form, Long... students) {
    return new ExamSitting(
        sheet,
        LocalDate.of(2025, 12, 22),
        time == null ? null : LocalTime.parse(time),
        100,
        room,
        examiner,
        form,
        Set.of(students));
  }

  @Test
  @DisplayName("SHT-11 a room or an examiner taken at that hour is warned of")
  void taken() {
    ExamSitting first = sitting("A-1", "09:00", "201", 7L, ExamForm.ORAL, 1L);
    assertThat(
            warned(
                sitting("A-2", "10:30", "201", 8L, ExamForm.ORAL, 2L)
                    .beside(List.of(first), RULES)))
        .containsExactly("attestation.sitting.room-taken");
    assertThat(
            warned(
                sitting("A-2", "08:00", "202", 7L, ExamForm.ORAL, 2L)
                    .beside(List.of(first), RULES)))
        .containsExactly("attestation.sitting.examiner-taken");
    assertThat(
            warned(
                sitting("A-2", "10:40", "201", 7L, ExamForm.ORAL, 2L)
                    .beside(List.of(first), RULES)))
        .as("after the first is over")
        .isEmpty();
    assertThat(
            warned(
                sitting("A-2", null, "201", 7L, ExamForm.ORAL, 2L).beside(List.of(first), RULES)))
        .as("nobody knows the hour")
        .isEmpty();
    assertThat(warned(first.beside(List.of(first), RULES))).as("with itself").isEmpty();
  }

  @Test
  @DisplayName("EXM-3 a second exam of a day is warned of, a second test is not, a third is")
  void secondExam() {
    ExamSitting oral = sitting("A-1", "09:00", "201", 7L, ExamForm.ORAL, 1L, 2L);
    ExamSitting test = sitting("A-2", "12:00", "202", 8L, ExamForm.TEST, 3L, 4L);
    ExamSitting evening = sitting("A-3", "18:00", "203", 9L, ExamForm.TEST, 4L, 5L);
    Verdict second =
        sitting("A-9", "15:00", "300", 1L, ExamForm.TEST, 1L, 2L, 3L)
            .beside(List.of(oral, test, evening), RULES);
    assertThat(warned(second)).containsExactly("attestation.sitting.second-exam");
    assertThat(second.warnings().get(0).args()).containsExactly(2L, "A-1", 1, 2);
    assertThat(
            warned(
                sitting("A-9", "15:00", "300", 1L, ExamForm.TEST, 3L, 5L)
                    .beside(List.of(oral, test, evening), RULES)))
        .as("two tests")
        .isEmpty();
    assertThat(
            sitting("A-9", "15:00", "300", 1L, ExamForm.TEST, 4L)
                .beside(List.of(oral, test, evening), RULES)
                .warnings()
                .get(0)
                .args())
        .as("three tests")
        .containsExactly(1L, "A-2, A-3", 1, 2);
    RuleSet two = RULES.with(RuleParameter.EXAM_MAX_PER_DAY, "2");
    assertThat(
            warned(
                sitting("A-9", "15:00", "300", 1L, ExamForm.TEST, 1L).beside(List.of(oral), two)))
        .as("the council allows two")
        .isEmpty();
  }

  @Test
  @DisplayName("EXM-4 exams of a student on days that follow one another are warned of")
  void gaps() {
    ExamSitting first = sitting("A-1", "09:00", "201", 7L, ExamForm.ORAL, 1L, 2L);
    ExamSitting next =
        new ExamSitting(
            "A-2",
            first.day().plusDays(1),
            LocalTime.of(9, 0),
            100,
            "201",
            7L,
            ExamForm.ORAL,
            Set.of(2L, 3L));
    Verdict near = next.beside(List.of(first), RULES);
    assertThat(warned(near)).containsExactly("attestation.sitting.gap");
    assertThat(near.warnings().get(0).args()).containsExactly(1, "A-1", 1);
    assertThat(
            warned(next.beside(List.of(first), RULES.with(RuleParameter.EXAM_MIN_GAP_DAYS, "0"))))
        .isEmpty();
    ExamSitting later =
        new ExamSitting(
            "A-3", first.day().plusDays(2), null, 100, null, null, null, Set.of(1L, 2L));
    assertThat(warned(later.beside(List.of(first), RULES))).as("one free day").isEmpty();
    assertThat(
            warned(later.beside(List.of(first), RULES.with(RuleParameter.EXAM_MIN_GAP_DAYS, "2"))))
        .containsExactly("attestation.sitting.gap");
  }
}
