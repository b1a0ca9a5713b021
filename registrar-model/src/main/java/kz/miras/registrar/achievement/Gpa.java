package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import kz.miras.registrar.curriculum.GpaComparison;

/**
 * GPA-5, GPA-7. Grade point average as an exact fraction: sum of credits times digital equivalents
 * over the sum of credits (O152 п.2(28)). Without credits there is no GPA at all, so it is never
 * zero by accident.
 *
 * <p>Immutable.
 *
 * @param points sum of credits · digital equivalent
 * @param credits sum of credits, positive
 * @param digits decimals shown and stored
 */
public record Gpa(BigDecimal points, int credits, int digits) implements Serializable {

  public Gpa {
    if (credits <= 0) {
      throw new IllegalArgumentException("no credits, no GPA");
    }
    if (points.signum() < 0) {
      throw new IllegalArgumentException("points " + points);
    }
  }

  /** As printed: rounded HALF_UP. */
  public BigDecimal rounded() {
    return points.divide(BigDecimal.valueOf(credits), digits, RoundingMode.HALF_UP);
  }

  /**
   * An average that was stored with more decimals than it has, as it is printed: two at least.
   *
   * @param stored null where there is none
   */
  public static BigDecimal printed(BigDecimal stored) {
    if (stored == null) {
      return null;
    }
    BigDecimal plain = stored.stripTrailingZeros();
    return plain.scale() < 2 ? plain.setScale(2) : plain;
  }

  /**
   * Whether it reaches a threshold.
   *
   * @param comparison the exact fraction or the printed value
   */
  public boolean reaches(BigDecimal threshold, GpaComparison comparison) {
    return switch (comparison) {
      case ROUNDED -> rounded().compareTo(threshold) >= 0;
      case EXACT -> points.compareTo(threshold.multiply(BigDecimal.valueOf(credits))) >= 0;
    };
  }

  @Override
  public String toString() {
    return rounded().toPlainString();
  }
}
