package kz.miras.registrar.achievement.service.analysis;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.shared.LocalizedText;

/**
 * The consolidated sheet of a group in a term (domain 3.3): its students by the disciplines of the
 * term.
 *
 * @param programme code
 * @param termType name of the kind of term
 * @param year academic year as written
 * @param members students of the group who study in the term, seen or not
 * @param rows by name of the student, those whose achievements the reader may see
 * @param all every result of the sheet counted; null where not all members are seen
 * @param day the debts are those of this day; marks and GPA end with the term
 */
public record GroupSheetView(
    String group,
    String programme,
    LocalizedText programmeName,
    String term,
    String termType,
    String year,
    List<Column> columns,
    int members,
    List<Row> rows,
    GradeCount all,
    LocalDate day)
    implements Serializable {

  /** Whether every member is seen: only then are there totals of the group and places in it. */
  public boolean isWhole() {
    return rows.size() == members;
  }

  /**
   * A discipline of the term.
   *
   * @param key what tells disciplines apart
   * @param results its results counted; null where not all members are seen
   */
  public record Column(String key, String code, LocalizedText name, int credits, GradeCount results)
      implements MarkedRow.Marked, Serializable {}

  /**
   * A result.
   *
   * @param percent null where there is none
   * @param failed whether it is a failure
   */
  public record Cell(Integer percent, String sign, boolean failed) implements Serializable {

    /** As it is written: percent and letter. */
    public String text() {
      return percent == null ? sign : percent + " " + sign;
    }
  }

  /**
   * A student.
   *
   * @param id public id
   * @param cells by key of the discipline; a discipline the student does not take is left out, one
   *     without a result yet has an empty sign
   * @param enrolled credits of the term's disciplines
   * @param earned credits earned in the term
   * @param termGpa null where there is none
   * @param yearGpa of the academic year up to the term; null where there is none
   * @param gpa of the whole study up to the term; null where there is none
   * @param debts those of the day of the sheet
   * @param rank by the GPA of the term, equals share it; null without a GPA, and where not all
   *     members are seen
   */
  public record Row(
      String id,
      String number,
      String name,
      Map<String, Cell> cells,
      int enrolled,
      int earned,
      BigDecimal termGpa,
      BigDecimal yearGpa,
      BigDecimal gpa,
      int debts,
      Integer rank)
      implements MarkedRow, Serializable {}
}
