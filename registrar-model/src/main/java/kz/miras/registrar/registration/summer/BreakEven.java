package kz.miras.registrar.registration.summer;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.curriculum.Level;

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
   * The figures of a discipline before anybody has paid. How many must pay is told at the mean fee
   * of those who want it; where nobody does, at that of the lowest level with a price.
   *
   * @param prices tenge of a credit by level of the students; none for a level without a price yet
   * @param wanted how many want it, by level
   * @param groupCost tenge one group costs; null where that is not known
   * @param groups how many groups are opened, or would be
   */
  public static BreakEven of(
      Map<Level, BigDecimal> prices,
      Map<Level, Integer> wanted,
      int credits,
      BigDecimal groupCost,
      int groups) {
    BigDecimal expected = BigDecimal.ZERO;
    int payers = 0;
    for (Map.Entry<Level, Integer> some : wanted.entrySet()) {
      BigDecimal price = prices.get(some.getKey());
      if (price != null) {
        expected =
            expected.add(price.multiply(BigDecimal.valueOf((long) credits * some.getValue())));
        payers += some.getValue();
      }
    }
    BigDecimal fees = expected;
    if (payers == 0) {
      fees =
          new TreeMap<>(prices)
              .values().stream()
                  .findFirst()
                  .map(price -> price.multiply(BigDecimal.valueOf(credits)))
                  .orElse(BigDecimal.ZERO);
      payers = 1;
    }
    BigDecimal cost = groupCost == null ? null : groupCost.multiply(BigDecimal.valueOf(groups));
    return new BreakEven(
        expected,
        BigDecimal.ZERO,
        cost,
        cost == null || fees.signum() == 0
            ? null
            : cost.multiply(BigDecimal.valueOf(payers))
                .divide(fees, 0, RoundingMode.CEILING)
                .intValueExact());
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
