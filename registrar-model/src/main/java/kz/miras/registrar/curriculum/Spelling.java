package kz.miras.registrar.curriculum;

import java.util.Locale;

/**
 * Folds what people type into one spelling: ministry tables write letter grades with Cyrillic
 * look-alikes (А, В, С), keyboards produce several dashes, and case and blanks vary.
 */
final class Spelling {

  private static final String CYRILLIC = "АВСЕХРМТКНО";
  private static final String LATIN = "ABCEXPMTKHO";
  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\uFE63\uFF0D";

  private Spelling() {}

  /** Latin capitals, one kind of dash, no blanks; for grades and marks. */
  static String latin(String typed) {
    StringBuilder folded = new StringBuilder();
    for (char sign : upper(typed).toCharArray()) {
      int cyrillic = CYRILLIC.indexOf(sign);
      if (cyrillic >= 0) {
        folded.append(LATIN.charAt(cyrillic));
      } else if (DASHES.indexOf(sign) >= 0) {
        folded.append('-');
      } else if (sign == '\uFF0B') {
        folded.append('+');
      } else {
        folded.append(sign);
      }
    }
    return folded.toString();
  }

  /** Capitals without blanks; for abbreviations that are Cyrillic themselves. */
  static String upper(String typed) {
    return typed.replaceAll("[\\s\\u00A0\\uFEFF]", "").toUpperCase(Locale.ROOT);
  }
}
