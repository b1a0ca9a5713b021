package kz.miras.registrar.shared.service;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.shared.Keyed;

/**
 * Arguments of a message that is kept and shown later, in whatever language its reader has: days,
 * times and names of constants stay what they are, so that they are worded then.
 */
public final class MessageArguments {

  private static final String NAME = "key:";
  private static final String DAY = "day:";
  private static final String MOMENT = "moment:";
  private static final String TIME = "time:";
  private static final String NUMBER = "number:";
  private static final String TEXT = "text:";

  private MessageArguments() {}

  /** The arguments as one text. */
  public static String write(List<? extends Serializable> args) {
    return Json.write(args.stream().map(MessageArguments::written).toList());
  }

  private static String written(Serializable arg) {
    if (arg instanceof Keyed named) {
      return NAME + named.key();
    }
    if (arg instanceof LocalDate day) {
      return DAY + day;
    }
    if (arg instanceof LocalDateTime moment) {
      return MOMENT + moment;
    }
    if (arg instanceof LocalTime time) {
      return TIME + time;
    }
    return (arg instanceof Integer || arg instanceof Long ? NUMBER : TEXT) + arg;
  }

  /** The arguments of a text written here; plain texts of older ones are taken as they are. */
  public static List<Serializable> read(String json) {
    List<Serializable> args = new ArrayList<>();
    if (json != null && !json.isEmpty()) {
      for (String text : Json.read(json, String[].class)) {
        args.add(argument(text));
      }
    }
    return args;
  }

  private static Serializable argument(String text) {
    if (text.startsWith(NAME)) {
      return new Name(text.substring(NAME.length()));
    }
    if (text.startsWith(DAY)) {
      return LocalDate.parse(text.substring(DAY.length()));
    }
    if (text.startsWith(MOMENT)) {
      return LocalDateTime.parse(text.substring(MOMENT.length()));
    }
    if (text.startsWith(TIME)) {
      return LocalTime.parse(text.substring(TIME.length()));
    }
    if (text.startsWith(NUMBER)) {
      return Long.valueOf(text.substring(NUMBER.length()));
    }
    return text.startsWith(TEXT) ? text.substring(TEXT.length()) : text;
  }

  /** A constant of which only the name is needed. */
  private record Name(String key) implements Keyed, Serializable {}
}
