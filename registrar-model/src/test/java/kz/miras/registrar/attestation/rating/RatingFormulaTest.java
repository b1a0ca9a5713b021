package kz.miras.registrar.attestation.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RatingFormulaTest {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, DAY);
  private final RatingFormula formula = RatingFormula.of(rules);

  private static PeriodScores scores(Integer control, double... points) {
    Map<Integer, BigDecimal> weeks = new TreeMap<>();
    for (int week = 1; week <= points.length; week++) {
      weeks.put(week, BigDecimal.valueOf(points[week - 1]));
    }
    return new PeriodScores(weeks, control, false);
  }

  private BigDecimal rating(Integer control, double... points) {
    return formula.rating(scores(control, points)).orElseThrow();
  }

  private Integer admission(RuleSet set, BigDecimal first, BigDecimal second) {
    return new RowScores(first, second, null, null).admissionRating(set).orElseThrow();
  }

  @Test
  @DisplayName("RAT-1 half the mean of the weeks and half the control, and nothing is rounded")
  void isTheMeanOfBoth() {
    assertThat(rating(60, 69)).isEqualByComparingTo("64.5");
    assertThat(rating(62, 70)).isEqualByComparingTo("66");
    assertThat(rating(80, 60, 70, 80)).isEqualByComparingTo("75");
    assertThat(admission(rules, rating(60, 69), rating(62, 70)))
        .as("(64.5 + 66) / 2 = 65.25; rounding the first would give 66")
        .isEqualTo(65);
  }

  @Test
  @DisplayName("RAT-1 a third of a point neither admits nor refuses anybody")
  void thirdsAreKept() {
    BigDecimal first = rating(49, 49, 49, 50);
    BigDecimal second = new BigDecimal("49.83");
    assertThat(first).isEqualByComparingTo("49.166666667");
    assertThat(admission(rules, first, second)).as("49.4983…").isEqualTo(49);
    assertThat(admission(rules, new BigDecimal("49.17"), second))
        .as("what two decimals would make of it")
        .isEqualTo(50);
    assertThat(
            FinalGradePolicy.of(rules, DAY)
                .outcome(ControlForm.EXAM, new RowScores(first, second, null, null))
                .orElseThrow()
                .reason())
        .isEqualTo(OutcomeReason.NOT_ADMITTED);
  }

  @Test
  @DisplayName("RAT-1 what is 49.5 exactly is 50, whatever the number of weeks it comes from")
  void theHalfIsExact() {
    for (int weeks = 1; weeks <= 9; weeks++) {
      for (int above = 0; above <= 9; above++) {
        double[] low = new double[weeks];
        double[] high = new double[weeks];
        for (int week = 0; week < weeks; week++) {
          low[week] = 40;
          high[week] = 59;
        }
        low[0] = 40 + above;
        high[0] = 59 - above;
        BigDecimal first = rating(49, low);
        BigDecimal second = rating(50, high);
        assertThat(admission(rules, first, second)).as(weeks + ", " + above).isEqualTo(50);
        high[0] -= 0.01;
        assertThat(admission(rules, first, rating(50, high)))
            .as(weeks + ", " + above + ", a hundredth less")
            .isEqualTo(49);
      }
    }
  }

  @Test
  @DisplayName("RAT-1 the weights are the university's: of the weeks, and of the first period")
  void weightsAreParameters() {
    RuleSet set =
        rules
            .with(RuleParameter.WEIGHT_CURRENT_CONTROL, "0.6")
            .with(RuleParameter.WEIGHT_FIRST_PERIOD, "0.4");
    assertThat(RatingFormula.of(set).rating(scores(50, 80, 100)).orElseThrow())
        .isEqualByComparingTo("74");
    assertThat(admission(set, BigDecimal.valueOf(50), BigDecimal.valueOf(80))).isEqualTo(68);
    assertThat(admission(rules, BigDecimal.valueOf(50), BigDecimal.valueOf(80))).isEqualTo(65);
  }

  @Test
  @DisplayName("RAT-4 without control or without points there is no rating, least of all zero")
  void nothingIsNoZero() {
    assertThat(formula.rating(scores(null, 70, 80))).isEmpty();
    assertThat(formula.rating(scores(70))).isEmpty();
    assertThat(rating(0, 70)).isEqualByComparingTo("35");
    assertThat(new RowScores(null, BigDecimal.valueOf(90), null, null).admissionRating(rules))
        .as("who came in week 9 has no (0 + 90) / 2")
        .isEmpty();
  }

  @Test
  @DisplayName("RAT-3 who takes the control alone is rated by it, with the weeks there are")
  void aloneIsRated() {
    BigDecimal late = formula.rating(new PeriodScores(Map.of(), 70, true)).orElseThrow();
    assertThat(late).isEqualByComparingTo("70");
    assertThat(admission(rules, late, BigDecimal.valueOf(90))).isEqualTo(80);
    assertThat(
            formula
                .rating(new PeriodScores(Map.of(3, BigDecimal.valueOf(90)), 70, true))
                .orElseThrow())
        .isEqualByComparingTo("80");
  }

  @Test
  @DisplayName("RAT-4 weeks others have points for are named")
  void gapsAreNamed() {
    assertThat(scores(60, 50, 60).gaps(Set.of(1, 2, 3, 5))).containsExactly(3, 5);
    assertThat(RatingFormula.current(scores(60, 50, 51, 51))).contains(new BigDecimal("50.67"));
    assertThat(RatingFormula.current(scores(60))).isEmpty();
  }
}
