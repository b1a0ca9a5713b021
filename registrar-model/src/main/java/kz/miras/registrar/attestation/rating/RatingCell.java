package kz.miras.registrar.attestation.rating;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import kz.miras.registrar.curriculum.Mark;

/**
 * One cell of the journal as somebody typed it.
 *
 * @param row key of the row
 * @param column {@code w} and the week, {@code rk}, {@code total} or {@code valid}
 * @param text as typed; empty clears
 * @param before what stood in the cell as the typist saw it
 */
public record RatingCell(long row, String column, String text, String before)
    implements Serializable {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,3}");
  private static final Pattern WEEK = Pattern.compile("w\\d{1,2}");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Absence without a reason, from the control or a week: typed, and so no silent zero. */
  static final String ABSENT = "AB";

  /** RAT-10. Absence from a week for a reason; from the control it takes a disposition. */
  static final String EXCUSED = "AE";

  public RatingCell {
    column = column == null ? "" : column;
    text = plain(text);
    before = plain(before);
  }

  /** As it would stand in the cell: point for comma, no zeros nobody reads, Latin letters. */
  private static String plain(String text) {
    String typed = text == null ? "" : text.strip().replace(',', '.');
    if (NUMBER.matcher(typed).matches()) {
      return new BigDecimal(typed).stripTrailingZeros().toPlainString();
    }
    return typed.toUpperCase(Locale.ROOT).replace('А', 'A').replace('В', 'B').replace('Е', 'E');
  }

  /** Which cell it is, as the field a refusal stands beside. */
  public String place() {
    return row + " " + column;
  }

  /** Week of the term; 0 where the cell is none of a week. */
  public int week() {
    return WEEK.matcher(column).matches() ? Integer.parseInt(column.substring(1)) : 0;
  }

  public boolean isControl() {
    return column.equals("rk");
  }

  /** Whether it says who was absent in place of the score of the control or points of a week. */
  public boolean isMark() {
    boolean absent = text.equals(ABSENT);
    return isControl() ? absent : week() > 0 && (absent || text.equals(EXCUSED));
  }

  /** RAT-10. The mark of a week; null where it says points or nothing. */
  Mark mark() {
    return week() > 0 && isMark() ? Mark.valueOf(text) : null;
  }

  public boolean isAbsence() {
    return column.equals("total") || column.equals("valid");
  }

  /** Whether the journal of a period has such a column. */
  public boolean isKnown(RatingPeriod period) {
    return isControl() || isAbsence() || period.has(week());
  }

  /** Whether the text says something such a cell can hold. */
  boolean isReadable() {
    if (text.isEmpty() || isMark()) {
      return true;
    }
    if (week() > 0) {
      return NUMBER.matcher(text).matches() && new BigDecimal(text).compareTo(HUNDRED) <= 0;
    }
    return WHOLE.matcher(text).matches()
        && (isAbsence() || new BigDecimal(text).compareTo(HUNDRED) <= 0);
  }

  BigDecimal points() {
    return text.isEmpty() || isMark() ? null : new BigDecimal(text).setScale(2);
  }

  Integer number() {
    return text.isEmpty() || text.equals(ABSENT) ? null : Integer.valueOf(text);
  }
}
