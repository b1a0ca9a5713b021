package kz.miras.registrar.curriculum;

import java.io.Serializable;

/**
 * A share such as two thirds, kept exact so that a quorum is never lost to rounding.
 *
 * @param part numerator, not negative
 * @param whole denominator, positive
 */
public record Fraction(int part, int whole) implements Serializable {

  public Fraction {
    if (part < 0 || whole <= 0 || part > whole) {
      throw new IllegalArgumentException(part + "/" + whole + " is not a share");
    }
  }

  /** Reads {@code 2/3}. */
  public static Fraction parse(String text) {
    String[] sides = text.strip().split("/", -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException(text + " is not a fraction like 2/3");
    }
    return new Fraction(Integer.parseInt(sides[0].strip()), Integer.parseInt(sides[1].strip()));
  }

  /** The smallest number of {@code total} that reaches the share: 2/3 of 5 is 4. */
  public int leastOf(int total) {
    return (Math.multiplyExact(total, part) + whole - 1) / whole;
  }

  @Override
  public String toString() {
    return part + "/" + whole;
  }
}
