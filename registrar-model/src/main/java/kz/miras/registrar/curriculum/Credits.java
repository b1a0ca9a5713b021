package kz.miras.registrar.curriculum;

import java.io.Serializable;
import java.util.Collection;

/**
 * Academic credits, whole numbers only (CRD-2); one credit is one ECTS credit (CRD-1).
 *
 * <p>Immutable.
 *
 * @param value not negative; zero only as a sum
 */
public record Credits(int value) implements Comparable<Credits>, Serializable {

  public static final Credits ZERO = new Credits(0);

  public Credits {
    if (value < 0) {
      throw new IllegalArgumentException("credits " + value + " are negative");
    }
  }

  public static Credits of(int value) {
    return value == 0 ? ZERO : new Credits(value);
  }

  public static Credits sum(Collection<Credits> parts) {
    return Credits.of(parts.stream().mapToInt(Credits::value).sum());
  }

  public Credits plus(Credits other) {
    return of(value + other.value);
  }

  public Credits minus(Credits other) {
    return of(value - other.value);
  }

  public boolean exceeds(Credits limit) {
    return value > limit.value;
  }

  public boolean isZero() {
    return value == 0;
  }

  /** Volume in academic hours by the rules in force (30 a credit, CRD-1). */
  public int academicHours(RuleSet rules) {
    return value * rules.hoursPerCredit();
  }

  @Override
  public int compareTo(Credits other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
