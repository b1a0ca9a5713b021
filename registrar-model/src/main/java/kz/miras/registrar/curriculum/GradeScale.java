package kz.miras.registrar.curriculum;

import java.time.LocalDate;
import java.util.Optional;

/**
 * SCL-1, SCL-2. The versions of the letter scale, chosen by the date of the grade. The scale is law
 * (O152 App. 2, O595 App. 1; change of C+ and FX by the footnote of O47 App. 10), not a parameter.
 */
public enum GradeScale {
  /** Grades before 24 November 2018: C+ is "satisfactory", FX does not exist, 0–49 is F. */
  V1("scale_v1"),
  /** Grades from 24 November 2018: C+ is "good", FX is 25–49. */
  V2("scale_v2");

  /** First day of the scale in force. */
  public static final LocalDate V2_SINCE = LocalDate.of(2018, 11, 24);

  private static final int FX_FROM = 25;

  private final String code;

  GradeScale(String code) {
    this.code = code;
  }

  /** The scale of a grade given on that day. */
  public static GradeScale on(LocalDate gradeDate) {
    return gradeDate.isBefore(V2_SINCE) ? V1 : V2;
  }

  public String code() {
    return code;
  }

  /**
   * The letter of a rounded percentage.
   *
   * @param percent 0 to 100, already rounded
   * @throws IllegalArgumentException outside 0 to 100
   */
  public Letter letterFor(int percent) {
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException("percent " + percent + " is not within 0..100");
    }
    for (Letter letter : Letter.values()) {
      if (exists(letter) && letter != Letter.D_MINUS && percent >= lowest(letter)) {
        return letter;
      }
    }
    return Letter.F;
  }

  /** The lowest percentage of a letter in this scale. */
  public int lowest(Letter letter) {
    return switch (letter) {
      case A -> 95;
      case A_MINUS -> 90;
      case B_PLUS -> 85;
      case B -> 80;
      case B_MINUS -> 75;
      case C_PLUS -> 70;
      case C -> 65;
      case C_MINUS -> 60;
      case D_PLUS -> 55;
      case D, D_MINUS -> 50;
      case FX -> FX_FROM;
      case F -> 0;
    };
  }

  /** The highest percentage of a letter in this scale. */
  public int highest(Letter letter) {
    return switch (letter) {
      case A -> 100;
      case A_MINUS -> 94;
      case B_PLUS -> 89;
      case B -> 84;
      case B_MINUS -> 79;
      case C_PLUS -> 74;
      case C -> 69;
      case C_MINUS -> 64;
      case D_PLUS -> 59;
      case D, D_MINUS -> 54;
      case FX -> 49;
      case F -> this == V1 ? 49 : FX_FROM - 1;
    };
  }

  /** Whether grades of this scale may carry the letter. */
  public boolean exists(Letter letter) {
    return switch (letter) {
      case D_MINUS -> this == V1;
      case FX -> this == V2;
      default -> true;
    };
  }

  /** Whether letter and percentage belong together; checked on records that bring both. */
  public boolean agrees(Letter letter, int percent) {
    return exists(letter) && percent >= lowest(letter) && percent <= highest(letter);
  }

  /** The traditional mark printed beside the letter. */
  public TraditionalMark traditional(Letter letter) {
    return switch (letter) {
      case A, A_MINUS -> TraditionalMark.EXCELLENT;
      case B_PLUS, B, B_MINUS -> TraditionalMark.GOOD;
      case C_PLUS -> this == V1 ? TraditionalMark.SATISFACTORY : TraditionalMark.GOOD;
      case C, C_MINUS, D_PLUS, D, D_MINUS -> TraditionalMark.SATISFACTORY;
      case FX, F -> TraditionalMark.UNSATISFACTORY;
    };
  }

  /**
   * Reads a letter as people and ministry tables write it: Cyrillic look-alikes, any dash, any
   * case.
   *
   * @return empty where this scale has no such letter; D- exists only in {@link #V1}
   */
  public Optional<Letter> parse(String typed) {
    String folded = Spelling.latin(typed);
    for (Letter letter : Letter.values()) {
      if (letter.sign().equals(folded) && exists(letter)) {
        return Optional.of(letter);
      }
    }
    return Optional.empty();
  }
}
