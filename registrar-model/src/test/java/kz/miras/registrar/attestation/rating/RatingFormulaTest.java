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
import kz.miras.registrar.curriculum.Mark;
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
    assertThat(formula.current(scores(60, 50, 51, 51))).contains(new BigDecimal("50.67"));
    assertThat(formula.current(scores(60))).isEmpty();
  }

  private static PeriodScores missed(Integer control, Map<Integer, Mark> marks) {
    return new PeriodScores(
        Map.of(1, BigDecimal.valueOf(90), 2, BigDecimal.valueOf(90)),
        marks,
        Set.of(),
        control,
        false);
  }

  @Test
  @DisplayName(
      "RAT-10 a week missed without a reason counts as 0, one missed for a reason does not")
  void missedWeeks() {
    PeriodScores without = missed(90, Map.of(3, Mark.AB));
    assertThat(formula.current(without)).contains(new BigDecimal("60.00"));
    assertThat(formula.rating(without).orElseThrow()).isEqualByComparingTo("75");
    PeriodScores excused = missed(90, Map.of(3, Mark.AE));
    assertThat(formula.current(excused)).contains(new BigDecimal("90.00"));
    assertThat(formula.rating(excused).orElseThrow()).isEqualByComparingTo("90");
    assertThat(formula.rating(missed(90, Map.of(3, Mark.AB, 4, Mark.AE))).orElseThrow())
        .isEqualByComparingTo("75");
  }

  @Test
  @DisplayName("RAT-10 rules of earlier years leave every missed week out")
  void missedWeeksBefore() {
    RatingFormula before = RatingFormula.of(rules.with(RuleParameter.MISSED_WEEK, "LEFT_OUT"));
    assertThat(before.rating(missed(90, Map.of(3, Mark.AB))).orElseThrow())
        .isEqualByComparingTo("90");
    PeriodScores unmarked =
        new PeriodScores(Map.of(1, BigDecimal.TEN), Map.of(), Set.of(2), 90, false);
    assertThat(before.rating(unmarked).orElseThrow()).isEqualByComparingTo("50");
    assertThat(before.keepsOpen(unmarked)).isFalse();
  }

  @Test
  @DisplayName("RAT-10 a week nothing is said of neither raises nor lowers: there is no rating")
  void unmarkedWeeks() {
    PeriodScores unmarked =
        new PeriodScores(Map.of(1, BigDecimal.TEN), Map.of(), Set.of(2), 90, false);
    assertThat(formula.rating(unmarked)).isEmpty();
    assertThat(formula.keepsOpen(unmarked)).isTrue();
  }

  @Test
  @DisplayName("RAT-10 who missed all weeks is 0 in them, or is rated by the control alone")
  void allWeeksMissed() {
    PeriodScores without =
        new PeriodScores(Map.of(), Map.of(1, Mark.AB, 2, Mark.AB), Set.of(), 80, false);
    assertThat(formula.rating(without).orElseThrow()).isEqualByComparingTo("40");
    PeriodScores excused =
        new PeriodScores(Map.of(), Map.of(1, Mark.AE, 2, Mark.AE), Set.of(), 80, false);
    assertThat(formula.rating(excused).orElseThrow()).isEqualByComparingTo("80");
  }
}
