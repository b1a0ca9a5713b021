package kz.miras.registrar.achievement.service.analysis;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView.Cell;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.LocalizedText;

/**
 * The consolidated sheet of a group over its whole study, as the attestation commission gets it
 * (domain 3.3): every discipline and practice with the result that counts, total credits, GPA.
 *
 * @param programme code
 * @param credits of the programme
 * @param day of which everything is
 * @param members students of the group, seen or not
 * @param columns the theory by the term it was first taken in, then practice, final attestation and
 *     additional study
 * @param rows by name of the student, those whose achievements the reader may see
 */
public record StudySheetView(
    String group,
    String programme,
    LocalizedText programmeName,
    int credits,
    LocalDate day,
    int members,
    List<Column> columns,
    List<Row> rows)
    implements Serializable {

  public StudySheetView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Whether every member is seen. */
  public boolean isWhole() {
    return rows.size() == members;
  }

  /** Columns of a part of the study. */
  public List<Column> columns(Part part) {
    return columns.stream().filter(column -> column.part() == part).toList();
  }

  /** What a discipline is to a programme. */
  public enum Part implements Keyed {
    THEORY,
    PRACTICE,
    FINAL,
    /** Over the plan: counts in no total. */
    ADDITIONAL;

    @Override
    public String key() {
      return "achievement.study-sheet.part." + name();
    }
  }

  /**
   * A discipline.
   *
   * @param key what tells disciplines apart; of one whose credits have changed each number is a
   *     column of its own
   */
  public record Column(String key, String code, LocalizedText name, int credits, Part part)
      implements MarkedRow.Marked, Serializable {}

  /**
   * A student.
   *
   * @param id public id
   * @param cells by key of the discipline; what the student has not taken is left out
   * @param earned credits of the programme earned so far
   * @param gpa of the whole study; null where there is none
   * @param debts how many disciplines are owed
   * @param honours whether a diploma with honours is earned or can still be; null where the level
   *     knows none
   */
  public record Row(
      String id,
      String number,
      String name,
      Map<String, Cell> cells,
      int earned,
      BigDecimal gpa,
      int debts,
      HonoursOutlook.State honours)
      implements MarkedRow, Serializable {}
}
