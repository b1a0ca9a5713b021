package kz.miras.registrar.attestation.service.entry;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A sheet as programs read it.
 *
 * @param columns that may be filled: of a sheet whose ratings come from a journal not those
 * @param rows without names: programs know their students by number
 */
public record ExchangedSheet(Head head, List<String> columns, List<Row> rows)
    implements Serializable {

  public ExchangedSheet {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * What it is a sheet of.
   *
   * @param key of the database, by which lists go on
   * @param offering public id; null for a sheet of no group, as its section
   * @param level null for a sheet of earlier years with students of several
   * @param examDate ISO; null while unknown, as the time
   */
  public record Head(
      long key,
      String id,
      String number,
      SheetKind kind,
      SheetStatus status,
      String discipline,
      LocalizedText name,
      int credits,
      String term,
      String offering,
      String section,
      String sectionCode,
      String level,
      String examDate,
      String examTime,
      int students)
      implements Serializable {}

  /**
   * A student's row.
   *
   * @param score as it would be typed, a mark included; null for nothing
   * @param rating admission rating; null while a period is open
   * @param percent final percentage; null while there is no result, as the sign
   * @param withdrawn whether nothing is typed in it any more
   */
  public record Row(
      int position,
      String studentNo,
      BigDecimal first,
      BigDecimal second,
      String score,
      Integer rating,
      Integer percent,
      String sign,
      boolean withdrawn)
      implements Serializable {}

  /** Changes with whatever a program reads of it. */
  public String tag() {
    return ExchangeTag.of(this);
  }
}
