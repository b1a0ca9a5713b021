package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Refusal;

/**
 * CTL-1, CTL-16, SHT-1, SHT-2, SHT-25, RAT-6. One cell of a sheet as somebody typed it: whose
 * column it is, whether somebody else typed in the row meanwhile, and whether it can be read.
 *
 * @param row key of the row
 * @param column {@code first}, {@code second} or {@code score}
 * @param text as typed; empty clears
 * @param version of the row as the typist saw it
 * @param before what stood in the cell as the typist saw it; null where that is not known
 */
public record TypedCell(long row, String column, String text, int version, String before)
    implements Serializable {

  /** At most three digits and two decimals, so that no text costs more than its reading. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");

  public TypedCell {
    text = typed(text == null ? "" : text);
    before = before == null ? null : typed(before);
  }

  private static String typed(String text) {
    return text.strip().replace(',', '.');
  }

  /** Whether it is the score of the exam or of the single control, else a rating. */
  public boolean isScore() {
    return column.equals("score");
  }

  /** Whether a sheet of this form has such a column. */
  public boolean isOf(EntryForm form) {
    return isScore()
        ? form.entersExam() || form.isSingleScore()
        : form.entersRating() && (column.equals("first") || column.equals("second"));
  }

  /** Whether it says something else than what stood there as the typist saw it. */
  public boolean isChanged() {
    return !plain(text).equals(plain(before));
  }

  /** The same cell as somebody types it who has seen something else there. */
  public TypedCell since(String seen) {
    return new TypedCell(row, column, text, version, seen);
  }

  /** Whether what it says stands in the row already. */
  public boolean stands(SheetRow stored) {
    return standing(stored).equals(plain(text));
  }

  /** Whether it says AB, AE or NA in place of a score. */
  public boolean isMark() {
    return isScore() && mark(text) != null;
  }

  /** Whether it says a mark that only a decision on a document sets. */
  private boolean isDecided() {
    return isMark() && mark(text) != Mark.AB;
  }

  /**
   * Why it is not stored.
   *
   * @param mayType whether the typist may type in this column of this sheet
   * @param now version of the row as it stood when the cells arrived
   * @param stored the row
   * @return empty where it can be stored
   */
  public Optional<Refusal> refusal(boolean mayType, int now, SheetRow stored) {
    if (!mayType) {
      return refused("attestation.cell.not-yours", "CTL-1");
    }
    if (stored.isWithdrawn()) {
      return refused("attestation.cell.withdrawn", "ATT-1");
    }
    if (stored.isExempt()) {
      return refused("attestation.cell.exempt", "SHT-25");
    }
    if (isScore() && stored.isAnnulled()) {
      return refused("attestation.cell.annulled", "CTL-16");
    }
    if (!isScore() && stored.getSheet().hasJournal(column.equals("first") ? 1 : 2)) {
      return refused("attestation.cell.journal", "RAT-6");
    }
    String standing = standing(stored);
    if (now != version && !standing.equals(plain(text)) && !standing.equals(plain(before))) {
      return refused(
          "attestation.cell.conflict",
          "SHT-1",
          String.valueOf(stored.getTypedBy()),
          standing.isEmpty() ? "—" : standing);
    }
    if (isDecided() && !standing.equals(plain(text))) {
      return refused("attestation.cell.decided", mark(text) == Mark.AE ? "EXC-1" : "EXM-10", text);
    }
    return isReadable() ? Optional.empty() : refused("attestation.cell.unreadable", "SHT-2", text);
  }

  /**
   * SHT-30. Why a cell is not stored whose row has left the sheet since the typist saw it.
   *
   * @param left whether it has
   */
  public static Optional<Refusal> goneRefused(boolean left, String column) {
    return left
        ? Optional.of(Refusal.of("attestation.cell.gone", "SHT-30").at(column))
        : Optional.empty();
  }

  /** What stands in this cell now, as it would be typed; empty for nothing. */
  public String standing(SheetRow stored) {
    RowScores scores = stored.scores();
    if (isScore()) {
      return scores.mark() != null
          ? scores.mark().name()
          : scores.score() == null ? "" : String.valueOf(scores.score());
    }
    BigDecimal rating = column.equals("first") ? scores.first() : scores.second();
    return rating == null ? "" : rating.stripTrailingZeros().toPlainString();
  }

  /** The text as it would stand in the cell: without zeros nobody reads, marks in Latin letters. */
  private String plain(String text) {
    if (isScore() && mark(text) != null) {
      return mark(text).name();
    }
    return text != null && NUMBER.matcher(text).matches()
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  private boolean isReadable() {
    if (text.isEmpty()) {
      return true;
    }
    if (isScore() && mark(text) != null) {
      return true;
    }
    if (!NUMBER.matcher(text).matches()) {
      return false;
    }
    BigDecimal number = new BigDecimal(text);
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    return number.compareTo(BigDecimal.valueOf(100)) <= 0 && (whole || !isScore());
  }

  /** What may stand in place of a score: W and EX come from a document, never from a cell. */
  private static Mark mark(String text) {
    return text == null ? null : Mark.parse(text).filter(Mark::isExamMark).orElse(null);
  }

  /** Writes it into its row. */
  public void storeIn(SheetRow row, String by) {
    switch (column) {
      case "first" -> row.rateFrom(1, rating(), by);
      case "second" -> row.rateFrom(2, rating(), by);
      case "score" -> row.grade(mark(text) == null ? score() : null, mark(text), by);
      default -> throw new IllegalArgumentException("no column " + column);
    }
  }

  private BigDecimal rating() {
    return text.isEmpty() ? null : new BigDecimal(text).setScale(2);
  }

  private Integer score() {
    return text.isEmpty() ? null : Integer.valueOf(new BigDecimal(text).intValueExact());
  }

  private Optional<Refusal> refused(String code, String rule, Serializable... args) {
    return Optional.of(Refusal.of(code, rule, args).at(column));
  }
}
