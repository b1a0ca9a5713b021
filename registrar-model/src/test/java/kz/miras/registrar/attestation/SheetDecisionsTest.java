package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the office decides about a sheet besides opening and closing it. */
class SheetDecisionsTest {

  private static final LocalDate EXAM = LocalDate.of(2026, 1, 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 13);
  private static final Instant NOW = Instant.parse("2026-01-13T05:00:00Z");
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, EXAM);
  private static final SittingClock CLOCK = clock(EXAM);
  private static final BasisDocument BASIS =
      new BasisDocument(BasisDocument.Type.DECISION, "12", TODAY, "the examiner was ill");
  private static final RowScores EMPTY = new RowScores(null, null, null, null);

  private static SittingClock clock(LocalDate day) {
    return SittingClock.of(
        day, LocalTime.of(9, 0), RULES, WorkingDays::weekendsOnly, ZoneId.of("Asia/Almaty"));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("SHT-15 late entry needs a whole document, a reason and a moment to come")
  void lateEntry() {
    Instant until = NOW.plusSeconds(1);
    assertThat(codes(new LateEntry(until, BASIS).judge(SheetStatus.OVERDUE, CLOCK, NOW, TODAY)))
        .isEmpty();
    assertThat(codes(new LateEntry(NOW, BASIS).judge(SheetStatus.OPEN, CLOCK, NOW, TODAY)))
        .containsExactly("attestation.extension.past");
    BasisDocument nothing = new BasisDocument(null, " ", null, "");
    assertThat(codes(new LateEntry(null, nothing).judge(SheetStatus.OPEN, CLOCK, NOW, TODAY)))
        .containsExactly(
            "attestation.basis.needed", "attestation.basis.reason", "attestation.extension.past");
    BasisDocument tomorrow =
        new BasisDocument(BasisDocument.Type.ORDER, "1", TODAY.plusDays(1), "flood");
    assertThat(codes(new LateEntry(until, tomorrow).judge(SheetStatus.OPEN, CLOCK, NOW, TODAY)))
        .containsExactly("attestation.basis.future");
  }

  @Test
  @DisplayName("SHT-15 late entry until a day ends with the day, by the university's clocks")
  void lateEntryOfADay() {
    ZoneId almaty = ZoneId.of("Asia/Almaty");
    assertThat(LateEntry.until(EXAM, null, almaty, BASIS).until())
        .isEqualTo(Instant.parse("2026-01-10T19:00:00Z"));
    assertThat(LateEntry.until(EXAM, LocalTime.of(18, 30), almaty, BASIS).until())
        .isEqualTo(Instant.parse("2026-01-10T13:30:00Z"));
    assertThat(LateEntry.until(null, LocalTime.NOON, almaty, BASIS).until()).isNull();
  }

  @Test
  @DisplayName("SHT-15 only a sheet that is being filled and has a day is let go on")
  void lateEntryOfWhat() {
    LateEntry late = new LateEntry(NOW.plusSeconds(1), BASIS);
    for (SheetStatus status : SheetStatus.values()) {
      assertThat(late.judge(status, CLOCK, NOW, TODAY).isAllowed())
          .as(status.name())
          .isEqualTo(status == SheetStatus.OPEN || status == SheetStatus.OVERDUE);
    }
    assertThat(codes(late.judge(SheetStatus.OPEN, clock(null), NOW, TODAY)))
        .containsExactly("attestation.extension.no-day");
  }

  @Test
  @DisplayName(
      "PUB-1 ratings are published before the exam's results, once, of the rows that are complete")
  void ratings() {
    List<RowScores> full =
        List.of(RowScores.ratings(60, 60), new RowScores(null, null, null, Mark.W));
    EntryForm exam = EntryForm.RATING_AND_EXAM;
    assertThat(codes(SheetPart.RATING.judge(SheetStatus.OPEN, exam, false, full, RULES))).isEmpty();
    assertThat(codes(SheetPart.RATING.judge(SheetStatus.OPEN, exam, true, full, RULES)))
        .containsExactly("attestation.publication.done");
    assertThat(
            codes(
                SheetPart.RATING.judge(
                    SheetStatus.OPEN,
                    exam,
                    false,
                    List.of(RowScores.ratings(60, 60), EMPTY),
                    RULES)))
        .as("one takes the control alone: the others are told")
        .isEmpty();
    assertThat(codes(SheetPart.RATING.judge(SheetStatus.OPEN, exam, false, List.of(EMPTY), RULES)))
        .containsExactly("attestation.publication.open-ratings");
    for (SheetStatus status : List.of(SheetStatus.CREATED, SheetStatus.CLOSED)) {
      assertThat(codes(SheetPart.RATING.judge(status, exam, false, full, RULES)))
          .containsExactly("attestation.publication.no-rating");
    }
    assertThat(
            codes(
                SheetPart.RATING.judge(
                    SheetStatus.OPEN, EntryForm.SINGLE_SCORE, false, List.of(), RULES)))
        .containsExactly("attestation.publication.no-rating");
  }

  @Test
  @DisplayName("PUB-1 a published rating stands, but while entry goes on by a later decision")
  void publishedRatingStands() {
    Instant soon = NOW.plusSeconds(60);
    assertThat(SheetPart.ratingFixed(null, null, null, NOW)).isEmpty();
    assertThat(SheetPart.ratingFixed(NOW, null, null, NOW)).isPresent();
    assertThat(SheetPart.ratingFixed(NOW, NOW.minusSeconds(1), soon, NOW)).isPresent();
    assertThat(SheetPart.ratingFixed(NOW, NOW.plusSeconds(1), soon, soon.minusSeconds(1)))
        .isEmpty();
    assertThat(SheetPart.ratingFixed(NOW, NOW.plusSeconds(1), soon, soon))
        .as("the decision has ended")
        .isPresent();
  }

  @Test
  @DisplayName("PUB-1 results are published once they are posted, and once only")
  void results() {
    List<RowScores> rows = List.of(RowScores.of(60, 60, 60));
    for (SheetStatus status : SheetStatus.values()) {
      assertThat(
              SheetPart.RESULT.judge(status, EntryForm.PASS_FAIL, false, rows, RULES).isAllowed())
          .as(status.name())
          .isEqualTo(status.isPosted());
    }
    assertThat(
            codes(
                SheetPart.RESULT.judge(
                    SheetStatus.AMENDED, EntryForm.PASS_FAIL, true, rows, RULES)))
        .containsExactly("attestation.publication.done");
    assertThat(
            codes(
                SheetPart.RESULT.judge(
                    SheetStatus.CLOSED, EntryForm.RATING_ONLY, false, rows, RULES)))
        .containsExactly("attestation.publication.not-posted");
  }

  private static Verdict excuse(RowScores row, boolean posted, Instant now) {
    return new ExcusedAbsence(BASIS)
        .judge(EntryForm.RATING_AND_EXAM, row, posted, false, RULES, CLOCK, now, TODAY);
  }

  @Test
  @DisplayName("EXC-1 a no-show is excused in time, on a document, once")
  void excused() {
    RowScores absent = RowScores.of(60, 60, Mark.AB);
    assertThat(codes(excuse(absent, false, NOW))).isEmpty();
    assertThat(codes(excuse(absent, true, NOW))).isEmpty();
    assertThat(codes(excuse(RowScores.ratings(60, 60), false, NOW))).isEmpty();
    // three working days after Saturday the 10th end with the 14th
    assertThat(codes(excuse(absent, true, Instant.parse("2026-01-14T18:59:59Z")))).isEmpty();
    assertThat(codes(excuse(absent, true, Instant.parse("2026-01-14T19:00:00Z"))))
        .containsExactly("attestation.excuse.late");
    ExcusedAbsence bare = new ExcusedAbsence(new BasisDocument(null, null, null, null));
    assertThat(
            codes(
                bare.judge(
                    EntryForm.RATING_AND_EXAM, absent, true, true, RULES, CLOCK, NOW, TODAY)))
        .containsExactly(
            "attestation.basis.needed", "attestation.basis.reason", "attestation.excuse.done");
  }

  @Test
  @DisplayName("EXC-1 who was seen in the room was not absent")
  void seenInTheRoom() {
    assertThat(codes(ExcusedAbsence.seen(true))).containsExactly("attestation.excuse.came");
    assertThat(ExcusedAbsence.seen(false).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("EXC-1 an excuse is taken back on a document while it stands and nothing is posted")
  void takenBack() {
    ExcusedAbsence lift = new ExcusedAbsence(BASIS);
    RowScores row = RowScores.of(60, 60, Mark.AE);
    assertThat(codes(lift.lifts(row, false, true, TODAY))).isEmpty();
    assertThat(codes(lift.lifts(row, true, true, TODAY)))
        .containsExactly("attestation.excuse.lift-posted");
    assertThat(codes(lift.lifts(row, false, false, TODAY)))
        .containsExactly("attestation.excuse.none");
    assertThat(codes(lift.lifts(RowScores.of(60, 60, Mark.W), false, true, TODAY)))
        .as("who has left stays so")
        .containsExactly("attestation.excuse.none");
    ExcusedAbsence bare = new ExcusedAbsence(new BasisDocument(null, null, null, null));
    assertThat(codes(bare.lifts(row, false, true, TODAY)))
        .containsExactly("attestation.basis.needed", "attestation.basis.reason");
  }

  @Test
  @DisplayName("EXC-1 whoever is excused is offered no second time, and gets no score any more")
  void excusedStands() {
    RowScores absent = RowScores.of(60, 60, Mark.AB);
    assertThat(ExcusedAbsence.isOpen(absent, true, false)).isTrue();
    assertThat(ExcusedAbsence.isOpen(absent, true, true)).isFalse();
    assertThat(ExcusedAbsence.isOpen(RowScores.ratings(60, 60), false, false)).isTrue();
    assertThat(ExcusedAbsence.isOpen(RowScores.ratings(60, 60), true, false)).isFalse();
    assertThat(ExcusedAbsence.isOpen(RowScores.of(60, 60, 0), false, false)).isFalse();
    assertThat(ExcusedAbsence.scoreRefused(true))
        .map(Refusal::code)
        .contains("attestation.cell.excused");
    assertThat(ExcusedAbsence.scoreRefused(false)).isEmpty();
  }

  @Test
  @DisplayName("EXC-1 there is nothing to excuse where somebody sat the exam or was not admitted")
  void notAnAbsence() {
    assertThat(codes(excuse(RowScores.of(60, 60, 0), false, NOW)))
        .containsExactly("attestation.excuse.no-absence");
    assertThat(codes(excuse(new RowScores(null, null, null, Mark.W), false, NOW)))
        .containsExactly("attestation.excuse.no-absence");
    assertThat(codes(excuse(RowScores.ratings(60, 60), true, NOW)))
        .containsExactly("attestation.excuse.no-absence");
    assertThat(codes(excuse(RowScores.of(49, 49, Mark.AB), false, NOW)))
        .containsExactly("attestation.excuse.not-admitted");
    assertThat(
            codes(
                new ExcusedAbsence(BASIS)
                    .judge(
                        EntryForm.SINGLE_SCORE,
                        RowScores.single(Mark.AB),
                        false,
                        false,
                        RULES,
                        clock(null),
                        NOW,
                        TODAY)))
        .containsExactly("attestation.excuse.no-day");
  }

  @Test
  @DisplayName("SHT-13 CTL-5 the score of who is not admitted, or not yet, is not typed")
  void admission() {
    assertThat(ExamAdmission.refusal(RowScores.ratings(50, 50), RULES)).isEmpty();
    assertThat(ExamAdmission.refusal(RowScores.ratings(49, 50), RULES))
        .as("49.5 is rounded to 50")
        .isEmpty();
    assertThat(ExamAdmission.refusal(RowScores.ratings(49, 49), RULES))
        .map(Refusal::code)
        .contains("attestation.cell.not-admitted");
    assertThat(ExamAdmission.refusal(EMPTY, RULES))
        .map(Refusal::code)
        .contains("attestation.cell.no-rating");
    assertThat(
            ExamAdmission.refusal(
                RowScores.ratings(55, 55), RULES.with(RuleParameter.ADMISSION_THRESHOLD, "60")))
        .isPresent();
  }
}
