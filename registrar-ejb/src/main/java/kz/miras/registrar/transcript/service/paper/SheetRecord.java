package kz.miras.registrar.transcript.service.paper;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.amend.SheetFrame;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;

/**
 * DOC-70. A version of a sheet as it stood when its document was signed: stored with the document,
 * and within its file for programs.
 *
 * @param format of this record; a reader asks for it first
 * @param kind code of the kind of document
 * @param version of the sheet
 * @param checksum of that version as the sheet itself is sealed; null for a journal
 * @param teacher by name, as is examiner; empty for nobody
 * @param lines of a sheet with an exam; none for a journal
 * @param ratings of a journal; none for a sheet with an exam
 */
public record SheetRecord(
    String format,
    String kind,
    Stamp issued,
    LocalizedText university,
    String number,
    int version,
    String checksum,
    SheetKind sheet,
    String term,
    SheetFrame head,
    LocalizedText discipline,
    String teacher,
    String examiner,
    LocalDate examDate,
    List<Line> lines,
    List<Rating> ratings)
    implements Serializable {

  /** Name of the format of this record. */
  public static final String FORMAT = "kz.miras.sheet/1";

  public SheetRecord {
    lines = List.copyOf(lines);
    ratings = List.copyOf(ratings);
  }

  /**
   * A student.
   *
   * @param mark AB, AE, NA, W or EX in place of the score; null for a score
   * @param sign letter or mark the student got
   */
  public record Line(
      int position,
      String studentNo,
      String student,
      BigDecimal first,
      BigDecimal second,
      Integer rating,
      Integer score,
      String mark,
      Integer percent,
      String sign,
      BigDecimal digital)
      implements Serializable {

    static Line of(SheetGrid.Row row) {
      return new Line(
          row.position(),
          row.studentNo(),
          row.student(),
          row.first(),
          row.second(),
          row.rating(),
          row.score(),
          row.mark(),
          row.percent(),
          row.sign(),
          row.digital());
    }
  }

  /**
   * A student in a journal.
   *
   * @param weeks points by week
   * @param current points of the weeks
   * @param control score of the control, or AB
   */
  public record Rating(
      int position,
      String studentNo,
      String student,
      Map<Integer, String> weeks,
      BigDecimal current,
      String control,
      BigDecimal rating,
      String missed,
      String excused)
      implements Serializable {

    public Rating {
      weeks = Map.copyOf(weeks);
    }

    static Rating of(RatingGrid.Row row) {
      return new Rating(
          row.position(),
          row.studentNo(),
          row.student(),
          row.weeks(),
          row.current(),
          row.control(),
          row.rating(),
          row.total(),
          row.valid());
    }
  }
}
