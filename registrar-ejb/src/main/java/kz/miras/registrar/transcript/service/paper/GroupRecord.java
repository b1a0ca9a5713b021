package kz.miras.registrar.transcript.service.paper;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;

/**
 * DOC-70. A consolidated sheet as it stood when its document was signed: stored with the document,
 * and within its file for programs.
 *
 * @param format of this record; a reader asks for it first
 * @param kind code of the kind of document
 * @param termType name of the kind of term
 * @param debtsOf day the debts are those of; marks and GPA end with the term
 */
public record GroupRecord(
    String format,
    String kind,
    Stamp issued,
    LocalizedText university,
    String group,
    String programme,
    LocalizedText programmeName,
    String term,
    String termType,
    String year,
    LocalDate debtsOf,
    List<Discipline> disciplines,
    List<Line> lines)
    implements Serializable {

  /** Name of the format of this record. */
  public static final String FORMAT = "kz.miras.group-sheet/1";

  public GroupRecord {
    disciplines = List.copyOf(disciplines);
    lines = List.copyOf(lines);
  }

  /** A discipline of the term. */
  public record Discipline(String code, LocalizedText name, int credits) implements Serializable {}

  /**
   * A student.
   *
   * @param results as they are written, by code of the discipline
   */
  public record Line(
      String studentNo,
      String student,
      Map<String, String> results,
      int enrolled,
      int earned,
      BigDecimal termGpa,
      BigDecimal yearGpa,
      BigDecimal gpa,
      int debts,
      Integer rank)
      implements Serializable {}

  static GroupRecord of(
      GroupSheetView view, DocumentOrder order, Stamp stamp, LocalizedText university) {
    return new GroupRecord(
        FORMAT,
        order.kind().code(),
        stamp,
        university,
        view.group(),
        view.programme(),
        view.programmeName(),
        view.term(),
        view.termType(),
        view.year(),
        view.day(),
        view.columns().stream()
            .map(column -> new Discipline(column.code(), column.name(), column.credits()))
            .toList(),
        view.rows().stream().map(row -> line(view, row)).toList());
  }

  private static Line line(GroupSheetView view, GroupSheetView.Row row) {
    Map<String, String> results = new LinkedHashMap<>();
    for (GroupSheetView.Column column : view.columns()) {
      GroupSheetView.Cell cell = row.cells().get(column.key());
      if (cell != null) {
        results.put(column.code(), cell.text());
      }
    }
    return new Line(
        row.number(),
        row.name(),
        results,
        row.enrolled(),
        row.earned(),
        row.termGpa(),
        row.yearGpa(),
        row.gpa(),
        row.debts(),
        row.rank());
  }
}
