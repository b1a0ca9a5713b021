package kz.miras.registrar.curriculum;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How the stored text of a parameter is read and which values it may take. Screens choose the
 * editor by {@link #kind()}.
 */
public final class ParameterType {

  /** Families of values. */
  public enum Kind {
    INTEGER,
    DECIMAL,
    FRACTION,
    BOOLEAN,
    CHOICE,
    LETTERS,
    COURSE_TABLE,
    TEXT,
    DATE
  }

  private final Kind kind;
  private final String range;
  private final Function<String, Serializable> reader;

  private ParameterType(Kind kind, String range, Function<String, Serializable> reader) {
    this.kind = kind;
    this.range = range;
    this.reader = reader;
  }

  static ParameterType integer(int min, int max) {
    return new ParameterType(
        Kind.INTEGER,
        min + "…" + max,
        text -> {
          int value = Integer.parseInt(text);
          require(value >= min && value <= max, text);
          return value;
        });
  }

  static ParameterType decimal(String min, String max) {
    BigDecimal low = new BigDecimal(min);
    BigDecimal high = new BigDecimal(max);
    return new ParameterType(
        Kind.DECIMAL,
        min + "…" + max,
        text -> {
          BigDecimal value = new BigDecimal(text);
          require(value.compareTo(low) >= 0 && value.compareTo(high) <= 0, text);
          return value;
        });
  }

  static ParameterType fraction() {
    return new ParameterType(Kind.FRACTION, "0/1…1/1", Fraction::parse);
  }

  static ParameterType bool() {
    return new ParameterType(
        Kind.BOOLEAN,
        "true, false",
        text -> {
          require("true".equals(text) || "false".equals(text), text);
          return Boolean.valueOf(text);
        });
  }

  static <E extends Enum<E>> ParameterType choice(Class<E> of) {
    return choice(of, EnumSet.allOf(of));
  }

  /** How a number is rounded; that it needs no rounding cannot be said of scores. */
  static ParameterType rounding() {
    return choice(RoundingMode.class, EnumSet.complementOf(EnumSet.of(RoundingMode.UNNECESSARY)));
  }

  private static <E extends Enum<E>> ParameterType choice(Class<E> of, EnumSet<E> all) {
    String names = String.join(", ", all.stream().map(Enum::name).toList());
    return new ParameterType(
        Kind.CHOICE,
        names,
        text -> {
          E one = Enum.valueOf(of, text);
          if (!all.contains(one)) {
            throw new IllegalArgumentException(text);
          }
          return one;
        });
  }

  static ParameterType letters() {
    return new ParameterType(
        Kind.LETTERS,
        "A…F",
        text -> {
          EnumSet<Letter> letters = EnumSet.noneOf(Letter.class);
          for (String sign : text.split("[,\\s]+")) {
            letters.add(
                GradeScale.latest()
                    .parse(sign)
                    .orElseThrow(() -> new IllegalArgumentException(sign)));
          }
          return (Serializable) Collections.unmodifiableSet(letters);
        });
  }

  /** Decimals by course, for example {@code 1=1.80; 2=2.00}; courses 1 to 7, values 0 to 4. */
  static ParameterType courseTable() {
    return new ParameterType(
        Kind.COURSE_TABLE,
        "1…7 = 0.00…4.00",
        text -> {
          Map<Integer, BigDecimal> table = new TreeMap<>();
          for (String line : text.split(";")) {
            String[] sides = line.split("=", -1);
            require(sides.length == 2, line);
            int course = Integer.parseInt(sides[0].strip());
            BigDecimal value = new BigDecimal(sides[1].strip());
            require(course >= 1 && course <= 7, line);
            require(value.signum() >= 0 && value.compareTo(new BigDecimal("4")) <= 0, line);
            require(table.put(course, value) == null, line);
          }
          return (Serializable) Collections.unmodifiableMap(table);
        });
  }

  static ParameterType text() {
    return new ParameterType(Kind.TEXT, "", text -> text);
  }

  static ParameterType date() {
    return new ParameterType(Kind.DATE, "yyyy-MM-dd", LocalDate::parse);
  }

  private static void require(boolean condition, String text) {
    if (!condition) {
      throw new IllegalArgumentException(text);
    }
  }

  public Kind kind() {
    return kind;
  }

  /** The allowed values in short, for screens. */
  public String range() {
    return range;
  }

  /**
   * Reads a stored value.
   *
   * @throws IllegalArgumentException where the text is no value of this type or out of range
   */
  Serializable read(String text) {
    try {
      return reader.apply(text.strip());
    } catch (java.time.DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
