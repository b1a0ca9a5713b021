package kz.miras.registrar.registration.summer;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Whether a discipline of the summer semester pays for itself.
 *
 * @param expected tenge if everybody who has applied pays
 * @param income tenge paid
 * @param cost tenge its groups cost; null where that is not known
 * @param needed students who must pay so that the cost is met; null where that is not known
 */
public record BreakEven(BigDecimal expected, BigDecimal income, BigDecimal cost, Integer needed)
    implements Serializable {

  /**
   * The figures of a discipline.
   *
   * @param price tenge of a credit; null where there is none yet
   * @param groupCost tenge one group costs; null where that is not known
   * @param groups how many groups are opened, or would be
   */
  public static BreakEven of(
      BigDecimal price, int credits, int applications, int paid, BigDecimal groupCost, int groups) {
    BigDecimal fee = price == null ? BigDecimal.ZERO : price.multiply(BigDecimal.valueOf(credits));
    BigDecimal cost = groupCost == null ? null : groupCost.multiply(BigDecimal.valueOf(groups));
    return new BreakEven(
        fee.multiply(BigDecimal.valueOf(applications)),
        fee.multiply(BigDecimal.valueOf(paid)),
        cost,
        cost == null || fee.signum() == 0
            ? null
            : cost.divide(fee, 0, RoundingMode.CEILING).intValueExact());
  }

  /** The same with what was really marked as paid, at whatever price. */
  public BreakEven earning(BigDecimal marked) {
    return new BreakEven(expected, marked, cost, needed);
  }

  /** Whether what is paid meets the cost; unknown counts as met. */
  public boolean isMet() {
    return cost == null || income.compareTo(cost) >= 0;
  }

  /** Whether it would be met if everybody paid. */
  public boolean isExpected() {
    return cost == null || expected.compareTo(cost) >= 0;
  }
}
