package kz.miras.registrar.shared;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * DAT-1. Brings what people type and spreadsheets send to one written form, and says field by field
 * what cannot be read: dates become ISO, numbers lose their thousands marks, yes and no of three
 * languages become true and false.
 */
public final class RecordReader {

  private static final List<DateTimeFormatter> DATES =
      List.of(DateTimeFormatter.ISO_LOCAL_DATE, strict("d.M.uuuu"), strict("d/M/uuuu"));
  private static final Set<String> YES = Set.of("true", "1", "yes", "y", "да", "иә", "ия", "+");
  private static final Set<String> NO = Set.of("false", "0", "no", "n", "нет", "жоқ", "-");

  private RecordReader() {}

  /** 31 February is no day; it does not become the 28th. */
  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /**
   * One record read.
   *
   * @param values written form by field key; an empty field is absent
   * @param verdict what cannot be read
   */
  public record Reading(Map<String, String> values, Verdict verdict) {}

  /** Reads the typed values of one record. */
  public static Reading read(List<Field> fields, Map<String, String> typed) {
    Map<String, String> values = new LinkedHashMap<>();
    List<Refusal> refusals = new ArrayList<>();
    for (Field field : fields) {
      String text = clean(typed.get(field.key()));
      if (text.isEmpty()) {
        if (field.required()) {
          refusals.add(Refusal.of("field.required", "DAT-1").at(field.key()));
        }
        continue;
      }
      Optional<String> written = written(field, text);
      if (written.isEmpty()) {
        refusals.add(
            Refusal.of("field.unreadable." + field.type(), "DAT-1", shortened(text))
                .at(field.key()));
      } else if (written.get().length() > field.maxLength()) {
        refusals.add(
            Refusal.of("field.too-long", "DAT-1", field.maxLength(), written.get().length())
                .at(field.key()));
      } else {
        values.put(field.key(), written.get());
      }
    }
    return new Reading(values, new Verdict(refusals, List.of(), false));
  }

  /** Without marks no eye sees: other spaces, byte order marks, spaces around. */
  private static String clean(String text) {
    return text == null
        ? ""
        : text.replace('\u00a0', ' ').replace("\ufeff", "").replaceAll("[ \\t]+", " ").strip();
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private static Optional<String> written(Field field, String text) {
    try {
      return switch (field.type()) {
        case TEXT -> control(text);
        case INTEGER -> Optional.of(String.valueOf(new BigDecimal(number(text)).intValueExact()));
        case DECIMAL -> Optional.of(new BigDecimal(number(text)).toPlainString());
        case DATE -> day(text).map(LocalDate::toString);
        case TIME ->
            Optional.of(LocalTime.parse(text.length() == 4 ? "0" + text : text).toString());
        case FLAG -> flag(text);
        case CHOICE ->
            field.choices().stream().filter(choice -> choice.equalsIgnoreCase(text)).findFirst();
      };
    } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> control(String text) {
    boolean hidden = text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n');
    return hidden ? Optional.empty() : Optional.of(text);
  }

  /** Without exponents: a few characters must not stand for a number of a billion digits. */
  private static String number(String text) {
    String number = text.replace(" ", "").replace(',', '.');
    if (number.length() > 40 || number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
      throw new NumberFormatException(text);
    }
    return number;
  }

  /** A day in any of the ways a record may have it; empty for what is none. */
  public static Optional<LocalDate> day(String text) {
    String day = text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text;
    for (DateTimeFormatter format : DATES) {
      try {
        LocalDate date = LocalDate.parse(day, format);
        if (date.getYear() >= 1900 && date.getYear() <= 2200) {
          return Optional.of(date);
        }
      } catch (DateTimeException e) {
        // the next format
      }
    }
    return Optional.empty();
  }

  private static Optional<String> flag(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    if (YES.contains(folded)) {
      return Optional.of("true");
    }
    return NO.contains(folded) ? Optional.of("false") : Optional.empty();
  }
}
