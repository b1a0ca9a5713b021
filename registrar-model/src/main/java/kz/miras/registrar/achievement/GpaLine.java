package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One line of the explanation of a GPA.
 *
 * @param line the ledger entry and whether it counts
 * @param part what it contributes
 */
public record GpaLine(CountedLine line, GpaPart part) implements Serializable {

  public boolean isInGpa() {
    return part == GpaPart.COUNTED;
  }

  /** Credits in the denominator. */
  public int credits() {
    return isInGpa() ? line.result().credits().value() : 0;
  }

  /** Credits times digital equivalent; empty where it is not in the sum. */
  public Optional<BigDecimal> points() {
    return isInGpa()
        ? line.result().grade().digital().map(it -> it.multiply(BigDecimal.valueOf(credits())))
        : Optional.empty();
  }
}
