package kz.miras.registrar.attestation.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * RAT-1. The rating of a period: {@code Рi = w·ТК + (1 - w)·РК}, where ТК is the mean of the weeks
 * that had a control. It is not rounded: half a point lost here would admit or refuse somebody.
 *
 * <p>A third of a point cannot be written down in full, so nine decimals are kept. Points and
 * weights have two: whatever the number of weeks, admission ratings that differ at all differ by
 * more than that.
 *
 * @param currentWeight weight of current control, 0 to 1
 */
public record RatingFormula(BigDecimal currentWeight) {

  /** Decimals a rating is kept with. */
  public static final int DECIMALS = 9;

  public RatingFormula {
    Objects.requireNonNull(currentWeight, "currentWeight");
  }

  /** The formula of a rule set. */
  public static RatingFormula of(RuleSet rules) {
    return new RatingFormula(rules.decimal(RuleParameter.WEIGHT_CURRENT_CONTROL));
  }

  /**
   * The rating of a period.
   *
   * @return empty while it is open: the control is to come, or no week has points; who takes the
   *     control by oneself and has no points is rated by the control alone
   */
  public Optional<BigDecimal> rating(PeriodScores scores) {
    if (scores.control() == null) {
      return Optional.empty();
    }
    BigDecimal control = BigDecimal.valueOf(scores.control());
    if (scores.weeks().isEmpty()) {
      return scores.individual() ? Optional.of(control.setScale(DECIMALS)) : Optional.empty();
    }
    BigDecimal weeks = BigDecimal.valueOf(scores.weeks().size());
    BigDecimal sum =
        currentWeight
            .multiply(scores.points())
            .add(BigDecimal.ONE.subtract(currentWeight).multiply(control).multiply(weeks));
    return Optional.of(sum.divide(weeks, DECIMALS, RoundingMode.HALF_UP));
  }

  /** ТК, the mean of the weeks with points, as it is read: with two decimals. */
  public static Optional<BigDecimal> current(PeriodScores scores) {
    return scores.weeks().isEmpty()
        ? Optional.empty()
        : Optional.of(
            scores
                .points()
                .divide(BigDecimal.valueOf(scores.weeks().size()), 2, RoundingMode.HALF_UP));
  }
}
