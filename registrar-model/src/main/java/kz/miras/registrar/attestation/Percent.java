package kz.miras.registrar.attestation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Rates as reports print them: two decimals, half up, and none where the base is empty. */
final class Percent {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Percent() {}

  static Optional<BigDecimal> of(int part, int base) {
    return ratio(BigDecimal.valueOf(part).multiply(HUNDRED), base);
  }

  static Optional<BigDecimal> ratio(BigDecimal sum, int base) {
    return base == 0
        ? Optional.empty()
        : Optional.of(sum.divide(BigDecimal.valueOf(base), 2, RoundingMode.HALF_UP));
  }
}
