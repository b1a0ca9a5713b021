package kz.miras.registrar.attestation.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.MissedWeek;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * RAT-1, RAT-10. The rating of a period: {@code Рi = w·ТК + (1 - w)·РК}, where ТК is the mean of
 * the weeks that had a control. It is not rounded: half a point lost here would admit or refuse
 * somebody.
 *
 * <p>A third of a point cannot be written down in full, so nine decimals are kept. Points and
 * weights have two: whatever the number of weeks, admission ratings that differ at all differ by
 * more than that.
 *
 * @param currentWeight weight of current control, 0 to 1
 * @param missed what becomes of a week missed without a reason
 */
public record RatingFormula(BigDecimal currentWeight, MissedWeek missed) {

  /** Decimals a rating is kept with. */
  public static final int DECIMALS = 9;

  public RatingFormula {
    Objects.requireNonNull(currentWeight, "currentWeight");
    Objects.requireNonNull(missed, "missed");
  }

  /** The formula of a rule set. */
  public static RatingFormula of(RuleSet rules) {
    return new RatingFormula(
        rules.decimal(RuleParameter.WEIGHT_CURRENT_CONTROL), rules.missedWeek());
  }

  /**
   * The rating of a period.
   *
   * @return empty while it is open: the control is to come, no week has points, or nothing is said
   *     of a week that may count as 0; who takes the control by oneself, or missed all weeks for a
   *     reason, and has no points is rated by the control alone
   */
  public Optional<BigDecimal> rating(PeriodScores scores) {
    if (scores.control() == null || keepsOpen(scores)) {
      return Optional.empty();
    }
    BigDecimal control = BigDecimal.valueOf(scores.control());
    if (counted(scores) == 0) {
      return scores.individual() || scores.marked(Mark.AE) > 0
          ? Optional.of(control.setScale(DECIMALS))
          : Optional.empty();
    }
    BigDecimal weeks = BigDecimal.valueOf(counted(scores));
    BigDecimal sum =
        currentWeight
            .multiply(scores.points())
            .add(BigDecimal.ONE.subtract(currentWeight).multiply(control).multiply(weeks));
    return Optional.of(sum.divide(weeks, DECIMALS, RoundingMode.HALF_UP));
  }

  /** RAT-10. Whether weeks nothing is said of keep the rating open. */
  public boolean keepsOpen(PeriodScores scores) {
    return missed == MissedWeek.ZERO && !scores.unmarked().isEmpty();
  }

  /** Weeks the mean is taken of. */
  private int counted(PeriodScores scores) {
    int zeros = missed == MissedWeek.ZERO ? scores.marked(Mark.AB) : 0;
    return scores.weeks().size() + zeros;
  }

  /** ТК, the mean of the weeks that count, as it is read: with two decimals. */
  public Optional<BigDecimal> current(PeriodScores scores) {
    int weeks = counted(scores);
    return weeks == 0
        ? Optional.empty()
        : Optional.of(scores.points().divide(BigDecimal.valueOf(weeks), 2, RoundingMode.HALF_UP));
  }
}
