package kz.miras.registrar.attestation.entry;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingPeriod;
import kz.miras.registrar.shared.Refusal;

/**
 * SHT-21, SHT-22. A rating or score as another program sends it, or what a journal of ratings is
 * filled with.
 *
 * @param studentNo number of the student
 * @param column {@code first}, {@code second} or {@code score}; of a journal {@code w} and the
 *     week, {@code control}, {@code absences} or {@code validAbsences}
 * @param value as it would be typed; empty clears
 * @param before what the program has read there; null where it has read nothing
 */
public record SentMark(String studentNo, String column, String value, String before)
    implements Serializable {

  /** A version no row has: what stands there is not taken for read. */
  private static final int UNREAD = -1;

  public SentMark {
    studentNo = studentNo == null ? "" : studentNo.strip();
    column = column == null ? "" : column;
    value = value == null ? "" : value;
  }

  /** Which cell of the sheet it is, so that none is sent twice. */
  public String place() {
    return studentNo + " " + column;
  }

  /**
   * The same as a cell somebody types.
   *
   * @param row key of the row; 0 where the student is not in the sheet
   * @param read version of the row the program has read; null where it does not say
   */
  public TypedCell cell(long row, Integer read) {
    return new TypedCell(
        row, column, value, read == null ? UNREAD : read, before == null ? "" : before);
  }

  /**
   * The same as a cell somebody types in a journal.
   *
   * @param row key of the row; 0 where the student is not in the journal
   * @param read what stands there, where all of the journal was read; null where it is not said
   */
  public RatingCell rating(long row, String read) {
    return new RatingCell(row, journalColumn(), value, before == null ? read : before);
  }

  private String journalColumn() {
    return switch (column) {
      case "control" -> "rk";
      case "absences" -> "total";
      case "validAbsences" -> "valid";
      default -> column.startsWith("w") ? column : "";
    };
  }

  /** Columns of a journal with these weeks, as they are named here. */
  public static List<String> journalColumns(IntStream weeks) {
    return Stream.concat(
            weeks.mapToObj(week -> "w" + week), Stream.of("control", "absences", "validAbsences"))
        .toList();
  }

  /**
   * Why it is not stored in a journal, whatever the journal says.
   *
   * @param marks whether the sender may say who missed the control
   * @param known whether the student is in the journal
   * @param sent places that came in the same message before
   */
  public Optional<Refusal> refusal(
      RatingPeriod period, boolean marks, boolean known, Set<String> sent) {
    RatingCell cell = rating(0, null);
    if (!known) {
      return refused("attestation.batch.not-in-sheet", studentNo);
    }
    if (!cell.isKnown(period)) {
      return refused("attestation.batch.no-column", column);
    }
    if (sent.contains(place())) {
      return refused("attestation.batch.twice", studentNo, column);
    }
    return cell.isMark() && !marks
        ? refused("attestation.batch.mark", cell.text())
        : Optional.empty();
  }

  /**
   * Why a program does not store it, whatever the sheet says.
   *
   * @param form columns of the sheet
   * @param scores whether the program may send scores of this sheet
   * @param known whether the student is in the sheet
   * @param sent places that came in the same message before
   */
  public Optional<Refusal> refusal(
      EntryForm form, boolean scores, boolean known, Set<String> sent) {
    TypedCell cell = cell(0, null);
    if (!known) {
      return refused("attestation.batch.not-in-sheet", studentNo);
    }
    if (!cell.isOf(form)) {
      return refused("attestation.batch.no-column", column);
    }
    if (cell.isScore() && !scores) {
      return Optional.of(Refusal.of("attestation.batch.exam", "SHT-22").at(column));
    }
    if (sent.contains(place())) {
      return refused("attestation.batch.twice", studentNo, column);
    }
    return cell.isMark() ? refused("attestation.batch.mark", cell.text()) : Optional.empty();
  }

  private Optional<Refusal> refused(String code, Serializable... args) {
    return Optional.of(Refusal.of(code, "SHT-21", args).at(column));
  }
}
