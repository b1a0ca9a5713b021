package kz.miras.registrar.achievement.trial;

import static kz.miras.registrar.achievement.trial.TrialScene.OLD;
import static kz.miras.registrar.achievement.trial.TrialScene.evenWeights;
import static kz.miras.registrar.achievement.trial.TrialScene.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.summary.AcademicStanding;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.RuleValues;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What of a student would differ, and that nothing does where the rules do not. */
class TrialFiguresTest {

  private static RuleSet threshold(String table) {
    Map<RuleParameter, String> texts = new EnumMap<>(OLD.texts());
    texts.put(RuleParameter.PROMOTION_THRESHOLDS, table);
    texts.put(RuleParameter.PROMOTION_DECISION_NUMBER, "11");
    texts.put(RuleParameter.PROMOTION_DECISION_DATE, "2025-05-28");
    return RuleSet.of("threshold", 1, Level.BACHELOR, OLD.validFrom(), texts);
  }

  @Test
  @DisplayName("TRI-4 rules that say the same differ in nothing, over 3,000 histories")
  void unchangedRulesDifferInNothing() {
    Random random = new Random(4);
    TrialCounts counts = TrialCounts.NOBODY;
    for (int student = 0; student < 3000; student++) {
      TrialScene scene = new TrialScene();
      for (int place = 0; place < 6; place++) {
        any(scene, "D" + place, random);
      }
      RuleSet same = OLD.with(RuleParameter.WEIGHT_RATING, "0.60");
      counts = counts.plus(TrialCounts.of(scene.results(same), scene.figures(same)));
    }
    assertThat(counts.students()).isEqualTo(3000);
    assertThat(counts.results()).isGreaterThan(15000);
    assertThat(counts.derived()).isGreaterThan(10000);
    assertThat(counts.isNothing()).isTrue();
    assertThat(List.of(counts.differing(), counts.letters(), counts.fallen(), counts.debts()))
        .containsOnly(0);
    assertThat(List.of(counts.averages(), counts.standings(), counts.promotions())).containsOnly(0);
  }

  private static void any(TrialScene scene, String code, Random random) {
    int first = random.nextInt(101);
    int second = random.nextInt(101);
    int exam = random.nextInt(101);
    switch (random.nextInt(6)) {
      case 0 -> scene.elsewhere(code, Grade.of(Letter.B));
      case 1 ->
          scene.sheet(
              code,
              TrialScene.AUTUMN,
              ResultKind.MAIN,
              RowScores.of(first, second, random.nextBoolean() ? Mark.AE : Mark.AB),
              false);
      case 2 -> {
        scene.exam(code, 70, 70, 25 + random.nextInt(25));
        scene.sheet(code, TrialScene.AUTUMN, ResultKind.FX, RowScores.of(70, 70, exam), true);
      }
      default -> scene.exam(code, first, second, exam);
    }
  }

  @Test
  @DisplayName("TRI-1 a threshold of 2.50 in place of 2.00 turns 2.33 from promoted to repeat")
  void thresholdIsCrossed() {
    TrialScene scene = new TrialScene().exam("X", 70, 70, 70);
    TrialRules rules =
        new TrialRules(
            threshold("1=2.50"), Set.of(TrialScene.AUTUMN), code -> OLD, threshold("1=2.00"));
    TrialPlace place = new TrialPlace(1, 2025, 4, 240, 0, 0, 0, true);
    List<Result> results = scene.tried(OLD).history().stream().map(LedgerEntry::toResult).toList();
    TrialDifference figures =
        new TrialDifference(
            TrialFigures.of(results, rules.before(), 2025, place),
            TrialFigures.of(results, rules.after(), 2025, place));
    assertThat(figures.before().gpa()).isEqualTo(new BigDecimal("2.33"));
    assertThat(figures.before().promotion()).isEqualTo(PromotionOutcome.PROMOTED);
    assertThat(figures.after().promotion()).isEqualTo(PromotionOutcome.REPEAT);
    assertThat(figures.after().standing()).isEqualTo(AcademicStanding.NOT_ELIGIBLE);
    assertThat(figures.crossing()).isEqualTo(TrialDifference.Crossing.BELOW);
    TrialDifference back = new TrialDifference(figures.after(), figures.before());
    assertThat(back.crossing()).isEqualTo(TrialDifference.Crossing.ABOVE);
    assertThat(figures.gpaDiffers()).isFalse();
    assertThat(figures.differs()).isTrue();
  }

  @Test
  @DisplayName("TRI-1 passes lost and gained, letters and students are counted")
  void counted() {
    TrialScene scene =
        new TrialScene().exam("A", 80, 80, 55).exam("B", 90, 90, 90).exam("C", 80, 80, 45);
    RuleSet sixty = with(RuleParameter.EXAM_MIN, "60");
    TrialCounts counts = TrialCounts.of(scene.results(sixty), scene.figures(sixty));
    assertThat(counts.results()).isEqualTo(3);
    assertThat(counts.differing()).isEqualTo(1);
    assertThat(counts.lost()).isEqualTo(1);
    assertThat(counts.averages()).isEqualTo(1);
    RuleSet forty = with(RuleParameter.EXAM_MIN, "40");
    assertThat(TrialCounts.of(scene.results(forty), scene.figures(forty)).gained()).isEqualTo(1);
    TrialCounts both = counts.plus(counts);
    assertThat(both.students()).isEqualTo(2);
    assertThat(both.otherwise()).isEqualTo(2);
  }

  @Test
  @DisplayName("TRI-5 a trial needs lawful values, a term, and room beside those that run")
  void lawful() {
    Map<RuleParameter, String> values = OLD.texts();
    List<TermRef> period = List.of(TrialScene.AUTUMN);
    assertThat(TrialPolicy.judge(values, period, 0).isAllowed()).isTrue();
    assertThat(TrialPolicy.judge(values, List.of(), 0).refusals())
        .extracting(Refusal::code)
        .containsExactly("achievement.trial.no-term");
    assertThat(TrialPolicy.judge(values, period, TrialPolicy.MOST).refusals())
        .extracting(Refusal::code)
        .containsExactly("achievement.trial.busy");
    Map<RuleParameter, String> wrong = new EnumMap<>(values);
    wrong.put(RuleParameter.WEIGHT_EXAM, "0.5");
    assertThat(TrialPolicy.judge(wrong, period, 0).refusals())
        .extracting(Refusal::rule)
        .containsExactly("PAR-3");
  }

  @Test
  @DisplayName("0.6 and 0.60 are one value; a trial shows what results depend on and no more")
  void differences() {
    assertThat(OLD.differences(OLD.with(RuleParameter.WEIGHT_RATING, "0.60"))).isEmpty();
    assertThat(OLD.differences(evenWeights()))
        .containsExactly(RuleParameter.WEIGHT_RATING, RuleParameter.WEIGHT_EXAM);
    assertThat(OLD.differences(threshold("1=2.00"))).contains(RuleParameter.PROMOTION_THRESHOLDS);
    assertThat(TrialParameters.isShown(RuleParameter.EXAM_MIN)).isTrue();
    assertThat(TrialParameters.isShown(RuleParameter.REG_SOFT_CREDITS)).isFalse();
  }

  @Test
  @DisplayName("the same values have one fingerprint, whether defaults are typed or left out")
  void fingerprint() {
    byte[] typed = RuleValues.fingerprint(Level.BACHELOR, OLD.texts());
    assertThat(RuleValues.fingerprint(Level.BACHELOR, Map.of())).isEqualTo(typed);
    assertThat(RuleValues.fingerprint(Level.MASTER, Map.of())).isNotEqualTo(typed);
    assertThat(RuleValues.fingerprint(Level.BACHELOR, evenWeights().texts())).isNotEqualTo(typed);
    assertThat(RuleValues.typed(Map.of("grade.examMin", " 55 ", "reg.lowGpa", " ")))
        .containsExactly(Map.entry(RuleParameter.EXAM_MIN, "55"));
  }
}
