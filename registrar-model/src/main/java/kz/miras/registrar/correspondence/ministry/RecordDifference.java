package kz.miras.registrar.correspondence.ministry;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * GOV-13. Where the platform has something else than this system would send.
 *
 * @param field null where the whole record is meant
 * @param ours null where this system has nothing
 * @param theirs null where the platform has nothing
 */
public record RecordDifference(Kind kind, String field, String ours, String theirs)
    implements Serializable {

  /** What differs. */
  public enum Kind {
    /** A field has another value there. */
    DIFFERS,
    /** The record is not there. */
    MISSING,
    /** The record is there only. */
    EXTRA
  }

  /** Characters of a day. */
  private static final int DAY = 10;

  private static final RecordDifference MISSING =
      new RecordDifference(Kind.MISSING, null, null, null);
  private static final RecordDifference EXTRA = new RecordDifference(Kind.EXTRA, null, null, null);

  /**
   * Compares field by field what this system keeps; a field the platform does not name is empty
   * there.
   *
   * @param ours null where this system has no such record
   * @param theirs by the names of fields; null where the platform has none
   */
  public static List<RecordDifference> of(PlatformRecord ours, Map<String, ?> theirs) {
    if (ours == null) {
      return theirs == null ? List.of() : List.of(EXTRA);
    }
    if (theirs == null) {
      return List.of(MISSING);
    }
    List<RecordDifference> found = new ArrayList<>();
    for (PlatformField field : PlatformFields.of(ours.type())) {
      String here = shown(field, ours.get(field.name()));
      String there = shown(field, theirs.get(field.name()));
      if (field.isKept() && !here.equals(there)) {
        found.add(
            new RecordDifference(
                Kind.DIFFERS, field.name(), masked(field, here), masked(field, there)));
      }
    }
    return found;
  }

  /** Values as they are compared: 5, 5.0 and "5" are the same, so are none and an empty text. */
  private static String shown(PlatformField field, Object value) {
    if (value == null || value.toString().isBlank()) {
      return "";
    }
    String text = value.toString().strip();
    return switch (field.kind()) {
      case INT, DEC -> number(text);
      case FLAG -> text.equals("true") ? "1" : text.equals("false") ? "0" : text;
      // a moment there is a day here
      case DATE -> text.length() > DAY ? text.substring(0, DAY) : text;
      case TEXT -> text;
    };
  }

  private static String number(String text) {
    String plain = text.equals("true") ? "1" : text.equals("false") ? "0" : text;
    return plain.matches("-?\\d{1,15}(\\.\\d{1,15})?")
        ? new BigDecimal(plain).stripTrailingZeros().toPlainString()
        : plain;
  }

  private static String masked(PlatformField field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    return field.name().equals("iin") && text.length() > 6
        ? text.substring(0, 4) + "******" + text.substring(text.length() - 2)
        : text;
  }
}
