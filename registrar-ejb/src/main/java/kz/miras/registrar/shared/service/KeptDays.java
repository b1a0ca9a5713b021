package kz.miras.registrar.shared.service;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days within a text that is kept for ever, written as computers write them. */
public final class KeptDays {

  /**
   * A day that stands alone: at the end, or before a comma or semicolon; never part of a number.
   */
  private static final Pattern DAY =
      Pattern.compile("(?<![^ ,;])\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(?=$|[,;])");

  /** As long as year and month are. */
  private static final int MONTH = 7;

  private KeptDays() {}

  /**
   * A kept text with its days written for a reader.
   *
   * @param text null for none, which is empty
   * @param write how a day is written
   */
  public static String written(String text, Function<LocalDate, String> write) {
    return text == null
        ? ""
        : DAY.matcher(text).replaceAll(day -> Matcher.quoteReplacement(one(day.group(), write)));
  }

  /** A day as it is written for a reader; what no calendar has, such as 30 February, as it is. */
  private static String one(String kept, Function<LocalDate, String> write) {
    YearMonth month = YearMonth.parse(kept.substring(0, MONTH));
    int day = Integer.parseInt(kept.substring(MONTH + 1));
    return month.isValidDay(day) ? write.apply(month.atDay(day)) : kept;
  }
}
