package kz.miras.registrar.curriculum;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Letter grades with their digital equivalents (O152 App. 2, O595 App. 1). Percent boundaries and
 * traditional marks depend on the date of the grade and belong to {@link GradeScale}.
 */
public enum Letter {
  A("A", "4.00", "A"),
  A_MINUS("A-", "3.67", "A"),
  B_PLUS("B+", "3.33", "B"),
  B("B", "3.00", "C"),
  B_MINUS("B-", "2.67", "C"),
  C_PLUS("C+", "2.33", "C"),
  C("C", "2.00", "D"),
  C_MINUS("C-", "1.67", "D"),
  D_PLUS("D+", "1.33", "D"),
  D("D", "1.00", "E"),
  /** Only in records taken over from the scale before 24 November 2018. */
  D_MINUS("D-", "0.67", "E"),
  FX("FX", "0.50", "FX"),
  F("F", "0.00", "F");

  private final String sign;
  private final BigDecimal digital;
  private final String ects;

  Letter(String sign, String digital, String ects) {
    this.sign = sign;
    this.digital = new BigDecimal(digital);
    this.ects = ects;
  }

  /**
   * The letter printed so.
   *
   * @throws IllegalArgumentException where no letter is
   */
  public static Letter of(String sign) {
    return Arrays.stream(values())
        .filter(letter -> letter.sign.equals(sign))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(sign + " is no letter"));
  }

  /** As printed, always in Latin letters: {@code A-}. */
  public String sign() {
    return sign;
  }

  /** Digital equivalent, two decimals, 0.00 to 4.00. */
  public BigDecimal digital() {
    return digital;
  }

  /**
   * The grade for documents abroad. O595 App. 2 maps C both to C and D and B, C+ to C; the printed
   * column takes the lower of two.
   */
  public String ects() {
    return ects;
  }

  /** Positive grades earn credits (CRD-6); FX and F do not. */
  public boolean passes() {
    return this != FX && this != F;
  }

  /** A and A-: the share the ministry's risk system watches (CTL-18). */
  public boolean isExcellent() {
    return this == A || this == A_MINUS;
  }

  public boolean isBetterThan(Letter other) {
    return digital.compareTo(other.digital) > 0;
  }
}
