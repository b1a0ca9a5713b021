package kz.miras.registrar.correspondence.ministry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** Kinds of values a field of the platform takes. */
public enum FieldKind {
  /** A whole number of 32 bits. */
  INT,
  /** A number with a fraction. */
  DEC,
  TEXT,
  /** A day, written {@code yyyy-MM-dd}. */
  DATE,
  FLAG;

  static FieldKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * A fact as the platform takes it: texts without spaces around them, an empty one as none.
   *
   * @return null for none
   */
  Object valueOf(Object fact) {
    if (fact == null) {
      return null;
    }
    return switch (this) {
      case INT -> whole(fact);
      case DEC -> fact instanceof BigDecimal number ? number : new BigDecimal(fact.toString());
      case TEXT -> fact.toString().isBlank() ? null : fact.toString().strip();
      case DATE -> LocalDate.parse(fact.toString()).toString();
      case FLAG -> fact instanceof Number number ? number.intValue() != 0 : fact;
    };
  }

  private static Object whole(Object fact) {
    if (fact instanceof Boolean flag) {
      return flag ? 1L : 0L;
    }
    return fact instanceof Number number ? number.longValue() : Long.parseLong(fact.toString());
  }
}
