package kz.miras.registrar.office.service;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days as people type them into a filter: {@code 24.11.2026}, {@code 11.2026}, {@code 2026}, the
 * same in ISO order, or two of them with a dash or dots between. What is no day matches nothing.
 *
 * @param from first day
 * @param to last day
 */
record DayRange(LocalDate from, LocalDate to) {

  private static final Pattern TWO =
      Pattern.compile("(\\S+?)\\s*(?:\\.\\.|…|–|—|\\s-\\s)\\s*(\\S+)");
  private static final Pattern LOCAL =
      Pattern.compile("(?:(?:(\\d{1,2})\\.)?(\\d{1,2})\\.)?(\\d{4})");
  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2}))?");
  private static final DayRange NOTHING =
      new DayRange(LocalDate.of(2, 1, 1), LocalDate.of(1, 1, 1));

  static DayRange of(String typed) {
    Matcher two = TWO.matcher(typed.strip());
    if (two.matches()) {
      return new DayRange(one(two.group(1)).from(), one(two.group(2)).to());
    }
    return one(typed.strip());
  }

  private static DayRange one(String text) {
    Matcher local = LOCAL.matcher(text);
    if (local.matches()) {
      return days(local.group(3), local.group(2), local.group(1));
    }
    Matcher iso = ISO.matcher(text);
    return iso.matches() ? days(iso.group(1), iso.group(2), iso.group(3)) : NOTHING;
  }

  private static DayRange days(String year, String month, String day) {
    int y = Integer.parseInt(year);
    int m = month == null ? 1 : Integer.parseInt(month);
    int d = day == null ? 1 : Integer.parseInt(day);
    if (m < 1 || m > 12 || d < 1 || d > YearMonth.of(y, m).lengthOfMonth()) {
      return NOTHING;
    }
    LocalDate first = LocalDate.of(y, m, d);
    if (day != null) {
      return new DayRange(first, first);
    }
    return new DayRange(
        first, (month == null ? first.plusYears(1) : first.plusMonths(1)).minusDays(1));
  }
}
