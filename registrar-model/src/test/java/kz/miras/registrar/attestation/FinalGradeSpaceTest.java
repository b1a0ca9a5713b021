package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks the space of ratings and exam scores and checks it against whole-number arithmetic. */
class FinalGradeSpaceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, DAY);
  private final FinalGradePolicy byExam = FinalGradePolicy.of(rules, DAY);
  private final FinalGradePolicy byTotal =
      FinalGradePolicy.of(rules.with(RuleParameter.FAIL_MODE, "WEIGHTED_TOTAL"), DAY);

  @Test
  @DisplayName(
      "CTL-6 over the whole space a failed exam decides alone and a passed one never fails")
  void examScoreMode() {
    for (int first = 0; first <= 100; first += 3) {
      for (int second = 0; second <= 100; second += 4) {
        int rating = (first + second + 1) / 2;
        for (int exam = 0; exam <= 100; exam++) {
          FinalOutcome outcome = outcome(byExam, first, second, exam);
          assertThat(outcome.admissionRating()).isEqualTo(rating);
          Grade grade = outcome.grade();
          if (rating < 50) {
            assertThat(grade).isEqualTo(Grade.failed(Mark.NA));
          } else if (exam < 50) {
            assertThat(grade.percent()).isEqualTo(exam);
            assertThat(grade.letter()).isEqualTo(exam < 25 ? Letter.F : Letter.FX);
            assertThat(outcome.fxRetakeAllowed()).isEqualTo(exam >= 25);
          } else {
            int total = (6 * rating + 4 * exam + 5) / 10;
            assertThat(grade.percent()).isEqualTo(total).isGreaterThanOrEqualTo(50);
            assertThat(outcome.passed()).isTrue();
          }
          consistent(outcome);
        }
      }
    }
  }

  @Test
  @DisplayName("CTL-3 over the whole space WEIGHTED_TOTAL is the rounded weighted sum")
  void weightedTotalMode() {
    for (int first = 50; first <= 100; first++) {
      int below = -1;
      for (int exam = 0; exam <= 100; exam++) {
        FinalOutcome outcome = outcome(byTotal, first, first, exam);
        int total = (6 * first + 4 * exam + 5) / 10;
        assertThat(outcome.grade().percent()).isEqualTo(total).isGreaterThanOrEqualTo(below);
        consistent(outcome);
        below = total;
      }
    }
  }

  @Test
  @DisplayName("CTL-4 CTL-5 over every rating in steps of 0.01 the mean is rounded half up once")
  void everyRating() {
    int[] seconds = {0, 1, 4_950, 4_999, 5_000, 7_333, 10_000};
    for (int first = 0; first <= 10_000; first++) {
      for (int second : seconds) {
        RowScores row =
            new RowScores(BigDecimal.valueOf(first, 2), BigDecimal.valueOf(second, 2), 50, null);
        int rating = (first + second + 100) / 200;
        FinalOutcome outcome = byExam.outcome(ControlForm.EXAM, row).orElseThrow();
        assertThat(outcome.admissionRating()).isEqualTo(rating);
        assertThat(outcome.reason() == OutcomeReason.NOT_ADMITTED).isEqualTo(rating < 50);
      }
    }
  }

  @Test
  @DisplayName("CTL-3 a better exam never gives a worse grade")
  void monotonous() {
    for (int rating = 0; rating <= 100; rating++) {
      for (int exam = 1; exam <= 100; exam++) {
        Letter worse = outcome(byExam, rating, rating, exam - 1).grade().letter();
        Letter better = outcome(byExam, rating, rating, exam).grade().letter();
        assertThat(worse.isBetterThan(better)).isFalse();
      }
    }
  }

  @Test
  @DisplayName("ACH-10 over the whole space of ratings, forms and retakes an exempt row is EX")
  void exemptIsExempt() {
    for (FinalGradePolicy policy : List.of(byExam, byTotal)) {
      for (ControlForm form : ControlForm.values()) {
        for (int first = -1; first <= 100; first++) {
          for (int second = -1; second <= 100; second += 7) {
            BigDecimal one = first < 0 ? null : BigDecimal.valueOf(first);
            BigDecimal two = second < 0 ? null : BigDecimal.valueOf(second);
            for (int retakes = 0; retakes <= 1; retakes++) {
              FinalOutcome outcome =
                  policy
                      .outcome(form, new RowScores(one, two, null, Mark.EX), retakes)
                      .orElseThrow();
              assertThat(outcome.grade()).isEqualTo(Grade.of(Mark.EX));
              assertThat(outcome.reason()).isEqualTo(OutcomeReason.EXEMPT);
              assertThat(outcome.passed()).isTrue();
              assertThat(outcome.grade().fails()).isFalse();
              assertThat(outcome.digital()).isEmpty();
              assertThat(outcome.fxRetakeAllowed()).isFalse();
            }
          }
        }
      }
    }
  }

  private static void consistent(FinalOutcome outcome) {
    Grade grade = outcome.grade();
    assertThat(outcome.scale().agrees(grade.letter(), grade.percent())).isTrue();
    assertThat(outcome.passed()).isEqualTo(outcome.reason() == OutcomeReason.PASSED);
    assertThat(outcome.passed()).isNotEqualTo(grade.fails());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101})
  @DisplayName("CTL-3 scores outside 0…100 are errors")
  void scoresOutsideTheRangeAreErrors(int score) {
    assertThatThrownBy(() -> RowScores.of(score, 50, 50))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RowScores.of(50, score, 50))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RowScores.single(score)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("CTL-13 only AB, AE, NA, W and EX stand in place of a score")
  void onlyExamMarksReplaceAScore() {
    for (Mark mark : new Mark[] {Mark.P, Mark.NP, Mark.I, Mark.TR}) {
      assertThatThrownBy(() -> RowScores.single(mark)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new RowScores(null, null, 50, Mark.AB))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FinalOutcome outcome(FinalGradePolicy policy, int first, int second, int exam) {
    return policy.outcome(ControlForm.EXAM, RowScores.of(first, second, exam)).orElseThrow();
  }
}
