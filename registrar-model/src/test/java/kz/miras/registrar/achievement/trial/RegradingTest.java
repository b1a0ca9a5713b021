package kz.miras.registrar.achievement.trial;

import static kz.miras.registrar.achievement.trial.TrialScene.AUTUMN;
import static kz.miras.registrar.achievement.trial.TrialScene.OLD;
import static kz.miras.registrar.achievement.trial.TrialScene.SPRING;
import static kz.miras.registrar.achievement.trial.TrialScene.evenWeights;
import static kz.miras.registrar.achievement.trial.TrialScene.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What results of a period would be by other rules. */
class RegradingTest {

  private static TrialResult only(TrialScene scene, RuleSet by) {
    List<TrialResult> results = scene.results(by);
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  private static String sign(Grade grade) {
    return grade == null ? null : grade.percent() + " " + grade.sign();
  }

  @Test
  @DisplayName("TRI-1 weights 60/40 to 50/50: 100 and 50 are 80 B as it is and 75 B- by the tried")
  void weights() {
    TrialResult result = only(new TrialScene().exam("X", 90, 90, 60), evenWeights());
    assertThat(sign(result.before())).isEqualTo("78 B-");
    assertThat(sign(result.after())).isEqualTo("75 B-");
    assertThat(result.by())
        .containsExactlyInAnyOrder(RuleParameter.WEIGHT_RATING, RuleParameter.WEIGHT_EXAM);
    assertThat(result.gradeDiffers()).isTrue();
    TrialResult letter = only(new TrialScene().exam("X", 100, 100, 50), evenWeights());
    assertThat(sign(letter.before())).isEqualTo("80 B");
    assertThat(sign(letter.after())).isEqualTo("75 B-");
  }

  @Test
  @DisplayName("TRI-1 an exam passed from 50 and tried from 60: 55 falls to FX, 60 stays")
  void examThreshold() {
    RuleSet sixty = with(RuleParameter.EXAM_MIN, "60");
    TrialResult falls = only(new TrialScene().exam("X", 80, 80, 55), sixty);
    assertThat(falls.before().passes()).isTrue();
    assertThat(falls.after().letter()).isEqualTo(Letter.FX);
    assertThat(falls.by()).containsExactly(RuleParameter.EXAM_MIN);
    assertThat(only(new TrialScene().exam("X", 80, 80, 60), sixty).gradeDiffers()).isFalse();
    RuleSet less = with(RuleParameter.EXAM_MIN, "49");
    TrialResult passes = only(new TrialScene().exam("X", 80, 80, 49), less);
    assertThat(passes.before().letter()).isEqualTo(Letter.FX);
    assertThat(sign(passes.after())).as("0.6·80 + 0.4·49").isEqualTo("68 C");
  }

  @Test
  @DisplayName("TRI-1 admission from 50 and tried from 60: a rating of 55 becomes F not admitted")
  void admission() {
    TrialResult result =
        only(new TrialScene().exam("X", 50, 60, 95), with(RuleParameter.ADMISSION_THRESHOLD, "60"));
    assertThat(result.before().passes()).isTrue();
    assertThat(result.after()).isEqualTo(Grade.failed(Mark.NA));
    assertThat(result.by()).containsExactly(RuleParameter.ADMISSION_THRESHOLD);
  }

  @Test
  @DisplayName("TRI-1 rounding half up to down: 89.6 is a 90 A- as it is and an 89 B+ by the tried")
  void rounding() {
    TrialResult result =
        only(new TrialScene().exam("X", 90, 90, 89), with(RuleParameter.ROUNDING, "DOWN"));
    assertThat(sign(result.before())).isEqualTo("90 A-");
    assertThat(sign(result.after())).isEqualTo("89 B+");
    assertThat(result.by()).containsExactly(RuleParameter.ROUNDING);
  }

  @Test
  @DisplayName("TRI-1 a failed exam of 40 with a rating of 95 is FX alone and passes by the total")
  void failMode() {
    TrialResult result =
        only(
            new TrialScene().exam("X", 95, 95, 40),
            with(RuleParameter.FAIL_MODE, "WEIGHTED_TOTAL"));
    assertThat(result.before().letter()).isEqualTo(Letter.FX);
    assertThat(sign(result.after())).as("0.6·95 + 0.4·40").isEqualTo("73 C+");
    assertThat(result.by()).containsExactly(RuleParameter.FAIL_MODE);
  }

  @Test
  @DisplayName("TRI-1 what is recognised, annulled or corrected by protocol is told apart")
  void keptResults() {
    TrialScene scene =
        new TrialScene()
            .elsewhere("R", Grade.of(Letter.A))
            .decided("A", RowScores.of(90, 90, 90), Grade.of(0, GradeScale.V2), 90)
            .exam("C", 80, 80, 50)
            .exam("C", 80, 80, 55)
            .correcting(3);
    List<TrialResult> results = scene.results(with(RuleParameter.EXAM_MIN, "60"));
    assertThat(results)
        .extracting(TrialResult::way)
        .containsExactly(TrialWay.ELSEWHERE, TrialWay.DECIDED, TrialWay.DERIVED);
    assertThat(results.subList(0, 2)).noneMatch(TrialResult::differs);
    assertThat(results.get(2).position()).as("the correction stands").isEqualTo(4);
    assertThat(results.get(2).after().letter()).isEqualTo(Letter.FX);
  }

  @Test
  @DisplayName("TRI-2 the FX retake of what would pass, would be F, or has no retake falls away")
  void retakesFallAway() {
    TrialScene scene =
        new TrialScene()
            .exam("X", 80, 80, 45)
            .sheet("X", AUTUMN, ResultKind.FX, RowScores.of(80, 80, 70), true);
    List<TrialResult> passes = scene.results(with(RuleParameter.EXAM_MIN, "40"));
    assertThat(passes).extracting(one -> sign(one.after())).containsExactly("66 C", null);
    assertThat(passes.get(1).way()).isEqualTo(TrialWay.FALLS_AWAY);
    assertThat(passes.get(1).by()).containsExactly(RuleParameter.EXAM_MIN);
    assertThat(passes).extracting(TrialResult::countedAfter).containsExactly(true, false);
    List<TrialResult> none = scene.results(with(RuleParameter.FX_RETAKES, "0"));
    assertThat(none.get(1).way()).isEqualTo(TrialWay.FALLS_AWAY);
    assertThat(none.get(1).by()).containsExactly(RuleParameter.FX_RETAKES);
    assertThat(none.get(0).countedAfter()).as("the FX counts again").isTrue();
    assertThat(scene.tried(with(RuleParameter.FX_RETAKES, "0")).history()).hasSize(1);
    assertThat(scene.results(with(RuleParameter.EXAM_MIN, "55")).get(1).way())
        .as("still FX, still retaken")
        .isEqualTo(TrialWay.DERIVED);
  }

  @Test
  @DisplayName("TRI-2 the later sitting of an I that would be no admission falls away")
  void laterSittingFallsAway() {
    TrialScene scene =
        new TrialScene()
            .sheet("X", AUTUMN, ResultKind.MAIN, RowScores.of(50, 60, Mark.AE), false)
            .sheet("X", AUTUMN, ResultKind.INDIVIDUAL, RowScores.of(55, 55, 80), true);
    List<TrialResult> results = scene.results(with(RuleParameter.ADMISSION_THRESHOLD, "60"));
    assertThat(results.get(0).after()).isEqualTo(Grade.failed(Mark.NA));
    assertThat(results.get(1).way()).isEqualTo(TrialWay.FALLS_AWAY);
    assertThat(scene.results(OLD)).noneMatch(TrialResult::differs);
  }

  @Test
  @DisplayName("TRI-1 a rating that is carried over is the one the tried rules give")
  void carriedRating() {
    TrialScene scene =
        new TrialScene()
            .exam("X", 100, 60, 40)
            .sheet("X", AUTUMN, ResultKind.FX, RowScores.of(80, 80, 80), true);
    List<TrialResult> results = scene.results(with(RuleParameter.WEIGHT_FIRST_PERIOD, "0.75"));
    assertThat(results.get(0).gradeDiffers()).as("the exam alone decides").isFalse();
    assertThat(results.get(0).rating()).isEqualTo(90);
    assertThat(sign(results.get(1).before())).isEqualTo("80 B");
    assertThat(sign(results.get(1).after())).as("0.6·90 + 0.4·80").isEqualTo("86 B+");
  }

  @Test
  @DisplayName("TRI-3 who would have been admitted and has no score keeps the result")
  void noScoreIsGuessed() {
    RuleSet forty = with(RuleParameter.ADMISSION_THRESHOLD, "40");
    TrialScene scene =
        new TrialScene()
            .sheet("X", AUTUMN, ResultKind.MAIN, RowScores.ratings(45, 45), false)
            .sheet("Y", AUTUMN, ResultKind.MAIN, RowScores.of(45, 45, Mark.NA), false)
            .sheet("Z", AUTUMN, ResultKind.MAIN, RowScores.of(35, 35, Mark.NA), false);
    assertThat(scene.results(forty))
        .extracting(TrialResult::way)
        .containsExactly(TrialWay.WITHOUT_SCORE, TrialWay.WITHOUT_SCORE, TrialWay.DERIVED);
    assertThat(scene.results(forty)).noneMatch(TrialResult::gradeDiffers);
  }

  @Test
  @DisplayName("TRI-1 LAST to BEST: of B+ and a later D the B+ counts, and the reason is told")
  void supersede() {
    TrialScene scene =
        new TrialScene()
            .exam("X", 88, 88, 88)
            .sheet("X", SPRING, ResultKind.GPA_RAISE, RowScores.of(52, 52, 52), false);
    List<TrialResult> results = scene.results(with(RuleParameter.SUPERSEDE, "BEST"));
    assertThat(results).extracting(TrialResult::countedBefore).containsExactly(false, true);
    assertThat(results).extracting(TrialResult::countedAfter).containsExactly(true, false);
    assertThat(results)
        .allSatisfy(
            one -> {
              assertThat(one.gradeDiffers()).isFalse();
              assertThat(one.by()).containsExactly(RuleParameter.SUPERSEDE);
            });
    TrialDifference figures = scene.figures(with(RuleParameter.SUPERSEDE, "BEST"));
    assertThat(figures.before().gpa()).isEqualTo("1.00");
    assertThat(figures.after().gpa()).isEqualTo("3.33");
  }
}
