package kz.miras.registrar.attestation.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoomTest {

  private static final LocalDate DAY = LocalDate.parse("2025-12-22");
  private static final RuleSet RULES =
      RuleSet.defaults(Level.BACHELOR, LocalDate.parse("2025-09-01"));
  private static final RuleSet BLOCKING = RULES.with(RuleParameter.EXAM_FINANCIAL_BLOCK, "true");
  private static final Verdict ADMITTED = Verdict.allowed();

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static Verdict refused() {
    return Verdict.refused(Refusal.of("attestation.room.no-rating", "EXM-6"));
  }

  private static List<String> admission(RowScores row, boolean studying, boolean held) {
    return codes(new RoomAdmission(row, studying, held).judge(EntryForm.RATING_AND_EXAM, RULES));
  }

  @Test
  @DisplayName("EXM-6 admitted is who has the rating of the threshold; 49.5 is 50")
  void ratings() {
    assertThat(admission(RowScores.ratings(50, 49), true, false)).isEmpty();
    assertThat(admission(RowScores.ratings(49, 49), true, false))
        .containsExactly("attestation.room.rating-low");
    RowScores half = new RowScores(BigDecimal.TEN, null, null, null);
    assertThat(admission(half, true, false)).containsExactly("attestation.room.no-rating");
    RowScores none = RowScores.single(80);
    assertThat(
            new RoomAdmission(none, true, false).judge(EntryForm.SINGLE_SCORE, RULES).isAllowed())
        .as("a control without ratings asks for none")
        .isTrue();
  }

  @Test
  @DisplayName("EXM-6 who is exempt sits no exam")
  void exempt() {
    RowScores row = new RowScores(BigDecimal.TEN, BigDecimal.TEN, null, Mark.EX);
    assertThat(admission(row, true, true)).containsExactly("attestation.room.exempt");
  }

  @Test
  @DisplayName(
      "EXM-6 who is on leave, left, excused or denied is not admitted, every reason at once")
  void others() {
    assertThat(admission(RowScores.ratings(40, 40), false, false))
        .containsExactly("attestation.room.not-studying", "attestation.room.rating-low");
    assertThat(admission(RowScores.of(90, 90, Mark.W), false, false))
        .containsExactly("attestation.room.withdrawn");
    assertThat(admission(RowScores.of(90, 90, Mark.AE), true, false))
        .containsExactly("attestation.room.excused");
    assertThat(admission(RowScores.of(90, 90, Mark.NA), true, false))
        .containsExactly("attestation.room.denied");
    assertThat(admission(RowScores.of(90, 90, Mark.AB), true, false)).isEmpty();
  }

  @Test
  @DisplayName("EXM-6 a financial hold counts only where the rules say so")
  void holds() {
    RoomAdmission held = new RoomAdmission(RowScores.ratings(60, 60), true, true);
    assertThat(held.judge(EntryForm.RATING_AND_EXAM, RULES).isAllowed()).isTrue();
    assertThat(codes(held.judge(EntryForm.RATING_AND_EXAM, BLOCKING)))
        .containsExactly("attestation.room.hold");
  }

  @Test
  @DisplayName(
      "EXM-6 EXM-10 a rating that would do is told as no admission to who is denied or held")
  void notices() {
    EntryForm form = EntryForm.RATING_AND_EXAM;
    assertThat(new RoomAdmission(RowScores.ratings(60, 60), true, true).notice(form, RULES))
        .isEqualTo("attestation.notice.admitted");
    assertThat(new RoomAdmission(RowScores.ratings(60, 60), true, true).notice(form, BLOCKING))
        .isEqualTo("attestation.notice.held");
    assertThat(new RoomAdmission(RowScores.ratings(40, 40), true, true).notice(form, BLOCKING))
        .isEqualTo("attestation.notice.not-admitted");
    assertThat(new RoomAdmission(RowScores.of(90, 90, Mark.NA), true, false).notice(form, RULES))
        .isEqualTo("attestation.notice.not-admitted");
  }

  @Test
  @DisplayName("EXM-6 leave and holds are known without the rating, so that no score passes them")
  void outsideTheSheet() {
    RoomAdmission held = new RoomAdmission(RowScores.single(80), false, true);
    assertThat(codes(held.outside(BLOCKING)))
        .containsExactly("attestation.room.not-studying", "attestation.room.hold");
    assertThat(codes(held.outside(RULES))).containsExactly("attestation.room.not-studying");
    assertThat(new RoomAdmission(RowScores.single(80), true, true).outside(RULES).isAllowed())
        .isTrue();
  }

  private static String typed(ExamAttendance state, String text) {
    return state.refusal(text).map(Refusal::code).orElse(null);
  }

  @Test
  @DisplayName("EXR-9 a score goes with who stayed, AB with who did not come, 0 with who gave up")
  void resultsGoWithTheRoom() {
    assertThat(typed(ExamAttendance.PRESENT, "95")).isNull();
    assertThat(typed(ExamAttendance.LATE, "0")).isNull();
    assertThat(typed(ExamAttendance.PRESENT, "АВ")).isEqualTo("attestation.cell.came");
    assertThat(typed(ExamAttendance.ABSENT, "AB")).isNull();
    assertThat(typed(ExamAttendance.ABSENT, "95")).isEqualTo("attestation.cell.absent");
    assertThat(typed(ExamAttendance.ABSENT, "0")).isEqualTo("attestation.cell.absent");
    for (ExamAttendance gone : List.of(ExamAttendance.REFUSED, ExamAttendance.REMOVED)) {
      assertThat(typed(gone, "0")).isNull();
      assertThat(typed(gone, "50")).isEqualTo("attestation.cell.no-work");
      assertThat(typed(gone, "AB")).isEqualTo("attestation.cell.no-work");
    }
  }

  @Test
  @DisplayName("EXR-9 what was typed before the room said otherwise is told, and nothing else")
  void unfitResults() {
    assertThat(ExamAttendance.ABSENT.fits(RowScores.of(60, 60, 95))).isFalse();
    assertThat(ExamAttendance.PRESENT.fits(RowScores.of(60, 60, Mark.AB))).isFalse();
    assertThat(ExamAttendance.PRESENT.fits(RowScores.of(60, 60, 95))).isTrue();
    assertThat(ExamAttendance.ABSENT.fits(RowScores.ratings(60, 60))).isTrue();
    assertThat(ExamAttendance.ABSENT.fits(RowScores.of(60, 60, Mark.AE))).isTrue();
    assertThat(
            ExamAttendance.REMOVED.fits(
                new RowScores(BigDecimal.TEN, BigDecimal.TEN, 0, null, true)))
        .isTrue();
  }

  @Test
  @DisplayName("EXR-1 whoever came is admitted and known by a document")
  void known() {
    for (ExamAttendance state :
        List.of(ExamAttendance.PRESENT, ExamAttendance.LATE, ExamAttendance.REFUSED)) {
      AttendanceRecord record = new AttendanceRecord(state, IdentityDocument.ID_CARD);
      assertThat(record.judge(ADMITTED, false).isAllowed()).isTrue();
      assertThat(codes(record.judge(refused(), false)))
          .containsExactly("attestation.room.not-on-list");
      assertThat(codes(new AttendanceRecord(state, null).judge(ADMITTED, false)))
          .containsExactly("attestation.room.unknown");
    }
  }

  @Test
  @DisplayName("EXR-1 of who did not come no document was seen; something has to be chosen")
  void absent() {
    AttendanceRecord absent =
        new AttendanceRecord(ExamAttendance.ABSENT, IdentityDocument.PASSPORT);
    assertThat(absent.identity()).isNull();
    assertThat(absent.judge(refused(), false).isAllowed()).isTrue();
    assertThat(codes(new AttendanceRecord(null, null).judge(ADMITTED, false)))
        .containsExactly("attestation.room.state");
  }

  @Test
  @DisplayName("EXR-2 attendance is recorded from the day of the exam until the sheet is closed")
  void whenRecorded() {
    assertThat(AttendanceRecord.mayRecord(SheetStatus.OPEN, DAY, DAY, false).isAllowed()).isTrue();
    assertThat(
            AttendanceRecord.mayRecord(SheetStatus.SUBMITTED, DAY, DAY.plusDays(3), false)
                .isAllowed())
        .isTrue();
    assertThat(codes(AttendanceRecord.mayRecord(SheetStatus.OPEN, DAY, DAY.minusDays(1), false)))
        .containsExactly("attestation.room.early");
    assertThat(codes(AttendanceRecord.mayRecord(SheetStatus.OPEN, null, DAY, false)))
        .containsExactly("attestation.room.no-day");
    assertThat(codes(AttendanceRecord.mayRecord(SheetStatus.CLOSED, DAY, DAY, false)))
        .containsExactly("attestation.room.closed");
    assertThat(codes(AttendanceRecord.mayRecord(SheetStatus.CREATED, DAY, DAY, false)))
        .containsExactly("attestation.room.closed");
    assertThat(codes(AttendanceRecord.mayRecord(SheetStatus.OPEN, DAY, DAY, true)))
        .as("whose code vanishes would be known")
        .containsExactly("attestation.room.coded");
  }

  @Test
  @DisplayName(
      "EXR-3 nobody is removed without an act, and nobody it sent out is recorded otherwise")
  void removal() {
    AttendanceRecord removed =
        new AttendanceRecord(ExamAttendance.REMOVED, IdentityDocument.STUDENT_CARD);
    assertThat(codes(removed.judge(ADMITTED, false))).containsExactly("attestation.room.no-act");
    assertThat(removed.judge(ADMITTED, true).isAllowed()).isTrue();
    for (ExamAttendance state : ExamAttendance.values()) {
      if (state != ExamAttendance.REMOVED) {
        AttendanceRecord other = new AttendanceRecord(state, IdentityDocument.STUDENT_CARD);
        assertThat(codes(other.judge(ADMITTED, true)))
            .as(state.name())
            .containsExactly("attestation.room.sent-out");
      }
    }
    assertThat(ExamAttendance.REMOVED.worked()).isFalse();
  }
}
