package kz.miras.registrar.shared.service;

import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Days within a text that is kept for ever, written as computers write them. */
public final class KeptDays {

  /**
   * A day that stands alone: at the end, or before a comma or semicolon; never part of a number.
   */
  private static final Pattern DAY =
      Pattern.compile("(?<![^ ,;])\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(?=$|[,;])");

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
        : DAY.matcher(text).replaceAll(day -> write.apply(LocalDate.parse(day.group())));
  }
}
