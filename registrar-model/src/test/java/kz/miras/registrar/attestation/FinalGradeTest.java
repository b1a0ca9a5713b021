package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.TraditionalMark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalGradeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private final FinalGradePolicy policy = FinalGradePolicy.of(rules, DAY);
  private final FinalGradePolicy weighted =
      FinalGradePolicy.of(rules.with(RuleParameter.FAIL_MODE, "WEIGHTED_TOTAL"), DAY);

  @ParameterizedTest(name = "case {0}: {1}, {2}, exam {3} gives {5} {6}")
  @DisplayName("CTL-3 CTL-4 CTL-6 the passed and failed worked examples")
  @CsvSource({
    "1,78,85,90,82,85,B+,3.33,GOOD,PASSED",
    "2,95,94,95,95,95,A,4.00,EXCELLENT,PASSED",
    "3,92,93,88,93,91,A-,3.67,EXCELLENT,PASSED",
    "4,74,75,69,75,73,C+,2.33,GOOD,PASSED",
    "5,50,50,50,50,50,D,1.00,SATISFACTORY,PASSED",
    "6,50,49,100,50,70,C+,2.33,GOOD,PASSED",
    "8,60,60,49,60,49,FX,0.50,UNSATISFACTORY,FX_RETAKE_OPEN",
    "9,100,100,49,100,49,FX,0.50,UNSATISFACTORY,FX_RETAKE_OPEN",
    "10,60,60,25,60,25,FX,0.50,UNSATISFACTORY,FX_RETAKE_OPEN",
    "11,60,60,24,60,24,F,0.00,UNSATISFACTORY,FAILED",
    "16,89,90,90,90,90,A-,3.67,EXCELLENT,PASSED",
    "17,50,55,62,53,57,D+,1.33,SATISFACTORY,PASSED"
  })
  void workedExamples(
      int number,
      int first,
      int second,
      int exam,
      int rating,
      int percent,
      String letter,
      String digital,
      TraditionalMark traditional,
      OutcomeReason reason) {
    FinalOutcome outcome = outcome(policy, RowScores.of(first, second, exam));
    assertThat(outcome.admissionRating()).isEqualTo(rating);
    assertThat(outcome.grade().percent()).isEqualTo(percent);
    assertThat(outcome.grade().sign()).isEqualTo(letter);
    assertThat(outcome.digital().orElseThrow()).isEqualByComparingTo(digital);
    assertThat(outcome.traditional()).contains(traditional);
    assertThat(outcome.reason()).isEqualTo(reason);
    boolean passed = reason == OutcomeReason.PASSED;
    assertThat(outcome.earned(Credits.of(5), false)).isEqualTo(Credits.of(passed ? 5 : 0));
    assertThat(outcome.fxRetakeAllowed()).isEqualTo(letter.equals("FX"));
  }

  @Test
  @DisplayName("CTL-5 case 7: rating 49 is not admitted, F without an exam")
  void ratingBelowTheThresholdIsNotAdmitted() {
    FinalOutcome outcome = outcome(policy, RowScores.ratings(49, 49));
    assertThat(outcome.admissionRating()).isEqualTo(49);
    assertThat(outcome.grade().letter()).isEqualTo(Letter.F);
    assertThat(outcome.grade().mark()).isEqualTo(Mark.NA);
    assertThat(outcome.grade().percent()).isZero();
    assertThat(outcome.traditional()).contains(TraditionalMark.UNSATISFACTORY);
    assertThat(outcome.passed()).isFalse();
    assertThat(outcome.fxRetakeAllowed()).isFalse();
  }

  @Test
  @DisplayName("CTL-13 case 12: absent without a reason is F with 0 %")
  void noShowIsF() {
    for (FinalGradePolicy mode : new FinalGradePolicy[] {policy, weighted}) {
      FinalOutcome outcome = outcome(mode, RowScores.of(60, 60, Mark.AB));
      assertThat(outcome.grade().letter()).isEqualTo(Letter.F);
      assertThat(outcome.grade().percent()).isZero();
      assertThat(outcome.reason()).isEqualTo(OutcomeReason.NO_SHOW);
    }
  }

  @Test
  @DisplayName("CTL-13 EXM-8 case 13: absent with a reason is I, F after the deadline")
  void excusedIsIncompleteUntilItsDeadline() {
    FinalOutcome outcome = outcome(policy, RowScores.of(60, 60, Mark.AE));
    assertThat(outcome.grade().sign()).isEqualTo("I");
    assertThat(outcome.digital()).isEmpty();
    assertThat(outcome.traditional()).isEmpty();
    assertThat(outcome.grade().fails()).isFalse();
    FinalOutcome expired = policy.expired(ControlForm.EXAM, outcome);
    assertThat(expired.grade().letter()).isEqualTo(Letter.F);
    assertThat(expired.reason()).isEqualTo(OutcomeReason.INCOMPLETE_EXPIRED);
  }

  @Test
  @DisplayName("CTL-7 case 14: FX retake 70 keeps the rating and gives 64 C-")
  void fxRetakeKeepsTheRating() {
    RowScores first = RowScores.of(60, 60, 49);
    FinalOutcome outcome = policy.outcome(ControlForm.EXAM, first.withScore(70), 1).orElseThrow();
    assertThat(outcome.admissionRating()).isEqualTo(60);
    assertThat(outcome.grade().percent()).isEqualTo(64);
    assertThat(outcome.grade().letter()).isEqualTo(Letter.C_MINUS);
    assertThat(outcome.passed()).isTrue();
  }

  @Test
  @DisplayName("CTL-8 case 15: FX retake 45 stays FX and is exhausted")
  void secondFailureExhaustsTheFxRetake() {
    FinalOutcome outcome =
        policy.outcome(ControlForm.EXAM, RowScores.of(60, 60, 45), 1).orElseThrow();
    assertThat(outcome.grade().percent()).isEqualTo(45);
    assertThat(outcome.grade().letter()).isEqualTo(Letter.FX);
    assertThat(outcome.digital().orElseThrow()).isEqualByComparingTo("0.50");
    assertThat(outcome.reason()).isEqualTo(OutcomeReason.FX_EXHAUSTED);
    assertThat(outcome.fxRetakeAllowed()).isFalse();
  }

  @ParameterizedTest
  @DisplayName("CTL-6 WEIGHTED_TOTAL takes the letter from the total whatever the exam was")
  @CsvSource({
    "60,60,49,56,D_PLUS,PASSED",
    "100,100,49,80,B,PASSED",
    "60,60,24,46,FX,FX_RETAKE_OPEN",
    "78,85,90,85,B_PLUS,PASSED",
    "50,55,62,57,D_PLUS,PASSED"
  })
  void weightedTotalMode(
      int first, int second, int exam, int percent, Letter letter, OutcomeReason reason) {
    FinalOutcome outcome = outcome(weighted, RowScores.of(first, second, exam));
    assertThat(outcome.grade().percent()).isEqualTo(percent);
    assertThat(outcome.grade().letter()).isEqualTo(letter);
    assertThat(outcome.reason()).isEqualTo(reason);
  }

  @Test
  @DisplayName("CTL-4 a rating may have decimals and is rounded once")
  void ratingsAreRoundedOnlyTogether() {
    RowScores row =
        new RowScores(
            new java.math.BigDecimal("49.4"), new java.math.BigDecimal("49.6"), null, null);
    assertThat(row.admissionRating(rules)).contains(50);
    assertThat(policy.outcome(ControlForm.EXAM, row)).isEmpty();
  }

  @Test
  @DisplayName("CTL-16 an annulled exam fails in either mode, however high the rating")
  void annulledExamFails() {
    for (FinalGradePolicy mode : new FinalGradePolicy[] {policy, weighted}) {
      FinalOutcome outcome = mode.annulled(ControlForm.EXAM, RowScores.of(100, 100, 100));
      assertThat(outcome.grade().letter()).isEqualTo(Letter.F);
      assertThat(outcome.grade().percent()).isZero();
      assertThat(outcome.fxRetakeAllowed()).isFalse();
    }
  }

  @Test
  @DisplayName("CTL-3 unfinished rows have no result")
  void draftsHaveNoResult() {
    assertThat(policy.outcome(ControlForm.EXAM, RowScores.single(80))).isEmpty();
    assertThat(policy.outcome(ControlForm.EXAM, RowScores.ratings(80, 80))).isEmpty();
    assertThat(policy.outcome(ControlForm.CREDIT, RowScores.ratings(80, 80))).isEmpty();
  }

  @Test
  @DisplayName("ATT-1 a row closed by leave or expulsion is W and never F")
  void withdrawnIsNeverF() {
    for (ControlForm form : ControlForm.values()) {
      FinalOutcome outcome = policy.outcome(form, RowScores.single(Mark.W)).orElseThrow();
      assertThat(outcome.grade().isWithdrawn()).isTrue();
      assertThat(outcome.grade().fails()).isFalse();
    }
  }

  @ParameterizedTest
  @DisplayName("CTL-2 зачёт gives P or NP, дифференцированный зачёт and defence a letter")
  @CsvSource({
    "CREDIT,50,P,PASSED",
    "CREDIT,49,NP,FAILED",
    "CREDIT,0,NP,FAILED",
    "DIFF_CREDIT,92,A-,PASSED",
    "DIFF_CREDIT,49,FX,FX_RETAKE_OPEN",
    "DIFF_CREDIT,24,F,FAILED",
    "DEFENCE,70,C+,PASSED",
    "FINAL_ATTESTATION,95,A,PASSED",
    "FINAL_ATTESTATION,40,FX,FX_EXHAUSTED"
  })
  void controlsWithOneScore(ControlForm form, int score, String sign, OutcomeReason reason) {
    FinalOutcome outcome = policy.outcome(form, RowScores.single(score)).orElseThrow();
    assertThat(outcome.grade().sign()).isEqualTo(sign);
    assertThat(outcome.grade().percent()).isEqualTo(score);
    assertThat(outcome.reason()).isEqualTo(reason);
    assertThat(outcome.admissionRating()).isNull();
  }

  @Test
  @DisplayName("CTL-13 absence at a зачёт is NP, or I when excused")
  void absenceAtPassFail() {
    assertThat(sign(ControlForm.CREDIT, Mark.AB)).isEqualTo("NP");
    assertThat(sign(ControlForm.CREDIT, Mark.AE)).isEqualTo("I");
    assertThat(sign(ControlForm.DIFF_CREDIT, Mark.AB)).isEqualTo("F");
  }

  @Test
  @DisplayName("SCL-1 a grade before 24 November 2018 knows no FX")
  void oldGradesHaveNoFx() {
    FinalGradePolicy old = FinalGradePolicy.of(rules, LocalDate.of(2018, 11, 23));
    FinalOutcome outcome = outcome(old, RowScores.of(60, 60, 49));
    assertThat(outcome.grade().letter()).isEqualTo(Letter.F);
    assertThat(outcome.fxRetakeAllowed()).isFalse();
    assertThat(outcome(old, RowScores.of(74, 75, 69)).traditional())
        .contains(TraditionalMark.SATISFACTORY);
  }

  @Test
  @DisplayName("CTL-6 a stricter exam minimum fails with FX and a percentage of FX")
  void stricterExamMinimum() {
    FinalGradePolicy strict = FinalGradePolicy.of(rules.with(RuleParameter.EXAM_MIN, "60"), DAY);
    FinalOutcome outcome = outcome(strict, RowScores.of(90, 90, 55));
    assertThat(outcome.grade().letter()).isEqualTo(Letter.FX);
    assertThat(outcome.grade().percent()).isEqualTo(49);
  }

  private String sign(ControlForm form, Mark mark) {
    return policy.outcome(form, RowScores.single(mark)).orElseThrow().grade().sign();
  }

  private static FinalOutcome outcome(FinalGradePolicy policy, RowScores row) {
    Optional<FinalOutcome> outcome = policy.outcome(ControlForm.EXAM, row);
    return outcome.orElseThrow();
  }
}
