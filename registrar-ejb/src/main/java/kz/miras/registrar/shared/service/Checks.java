package kz.miras.registrar.shared.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** DAT-2. Checks and readings most record lists share, over values in their written form. */
public final class Checks {

  private Checks() {}

  /** The other record a field names exists. */
  public static Verdict known(String field, String name, Object found) {
    return found != null
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("field.unknown", "DAT-2", String.valueOf(name)).at(field));
  }

  /** A number lies within bounds. */
  public static Verdict within(String field, Map<String, String> values, long least, long most) {
    String text = values.get(field);
    if (text == null) {
      return Verdict.allowed();
    }
    long value = Long.parseLong(text);
    return value >= least && value <= most
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("field.out-of-range", "DAT-2", least, most).at(field));
  }

  /** The second day is after the first. */
  public static Verdict inOrder(String field, Map<String, String> values, String earlier) {
    return values.get(field).compareTo(values.get(earlier)) > 0
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("field.not-after", "DAT-2", values.get(earlier)).at(field));
  }

  /** One or more of kk, ru, en. */
  public static Verdict languages(String field, Map<String, String> values) {
    for (String tag : words(values.get(field))) {
      if (!List.of("kk", "ru", "en").contains(tag)) {
        return Verdict.refused(Refusal.of("field.languages", "DAT-2", tag).at(field));
      }
    }
    return Verdict.allowed();
  }

  /** The words of a text, separated by spaces, commas or semicolons; none for null. */
  public static List<String> words(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("[\\s,;]+")).filter(word -> !word.isEmpty()).sorted().toList();
  }

  public static int number(Map<String, String> values, String field) {
    return Integer.parseInt(values.get(field));
  }

  public static Integer numberOrNull(Map<String, String> values, String field) {
    return values.get(field) == null ? null : Integer.valueOf(values.get(field));
  }

  public static LocalDate day(Map<String, String> values, String field) {
    return values.get(field) == null ? null : LocalDate.parse(values.get(field));
  }

  public static boolean flag(Map<String, String> values, String field) {
    return "true".equals(values.get(field));
  }

  /** A number as lists show and compare it: no zeros that say nothing; null for none. */
  public static String plain(BigDecimal number) {
    if (number == null) {
      return null;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
