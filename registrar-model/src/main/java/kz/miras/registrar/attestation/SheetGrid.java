package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A sheet as the screen shows it: its head, who may type what, and the rows with their derived
 * results.
 *
 * @param form which columns it has
 * @param mayRate the viewer types ratings
 * @param mayScore the viewer types scores
 * @param mayOpen the viewer opens it
 * @param maySubmit the viewer submits it
 * @param sitting who fills it, where its exam is, and why it was given back
 * @param mayClose the viewer closes it
 * @param mayAppoint the viewer names teacher, examiner, day and room
 * @param mayCorrect the viewer asks for corrections of its posted results
 */
public record SheetGrid(
    String id,
    String number,
    SheetKind kind,
    SheetStatus status,
    EntryForm form,
    String disciplineCode,
    LocalizedText discipline,
    int credits,
    String term,
    String section,
    String teacher,
    String examiner,
    LocalDate examDate,
    Sitting sitting,
    boolean mayRate,
    boolean mayScore,
    boolean mayOpen,
    boolean maySubmit,
    boolean mayClose,
    boolean mayAppoint,
    boolean mayCorrect,
    List<Row> rows)
    implements Serializable {

  public SheetGrid {
    rows = List.copyOf(rows);
  }

  /** Rows whose result is still open. */
  public long missing() {
    return rows.stream().filter(row -> row.sign() == null).count();
  }

  /**
   * Who fills the sheet, where its exam is, and why it was given back.
   *
   * @param teacherId key; null for nobody
   * @param examinerId key; null for nobody
   * @param basis order of the last replacement; null for none
   * @param returnedBy who gave it back last; null for nobody
   * @param continues public id of the sheet it continues; null for a first sitting
   * @param continuesNumber its number
   */
  public record Sitting(
      Long teacherId,
      Long examinerId,
      LocalTime time,
      String room,
      String basis,
      String returnedBy,
      String returnedRemark,
      String continues,
      String continuesNumber)
      implements Serializable {}

  /**
   * One student.
   *
   * @param score exam score, or the only score
   * @param mark AB, AE or NA in place of the score
   * @param rating РД; null until both ratings are there
   * @param percent final percentage; null while open
   * @param sign final letter or mark; null while open
   * @param reason key of the explanation of the result
   * @param version for telling who typed last
   */
  public record Row(
      long id,
      int position,
      String studentNo,
      String student,
      BigDecimal first,
      BigDecimal second,
      Integer score,
      String mark,
      Integer rating,
      Integer percent,
      String sign,
      BigDecimal digital,
      String traditional,
      String reason,
      String note,
      int version)
      implements Serializable {}
}
