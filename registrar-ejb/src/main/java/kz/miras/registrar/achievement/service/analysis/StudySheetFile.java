package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.analysis.StudySheetView.Column;
import kz.miras.registrar.achievement.service.analysis.StudySheetView.Part;
import kz.miras.registrar.achievement.service.analysis.StudySheetView.Row;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;

/**
 * The consolidated sheet over the whole study as a workbook and on paper, signed by the office and
 * the dean. A paper is as wide as it is: the disciplines stand there in several tables, each with
 * all students.
 */
@Stateless
@Guarded
public class StudySheetFile {

  private static final String KEY = "achievement.study-sheet.";
  private static final String SHEET = "achievement.consolidated.";

  /** Disciplines that find room beside a name on a sheet of paper. */
  private static final int ON_PAPER = 12;

  @Inject private StudySheetQueries queries;
  @Inject private ReportFiles files;

  /** The sheet as a workbook. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public byte[] xlsx(String group, Language language) {
    return files.xlsx(paper(queries.of(group), Integer.MAX_VALUE, language));
  }

  /** The sheet on paper. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public byte[] pdf(String group, Language language) {
    return files.pdf(paper(queries.of(group), ON_PAPER, language), language);
  }

  /**
   * The tables of the sheet.
   *
   * @param wide how many disciplines a table has at most
   */
  static Paper paper(StudySheetView view, int wide, Language language) {
    List<ReportTable> tables = new ArrayList<>(List.of(totals(view, language)));
    for (Part part : Part.values()) {
      List<Column> columns = view.columns(part);
      for (int from = 0; from < columns.size(); from += Math.min(wide, columns.size())) {
        int to = from + Math.min(wide, columns.size() - from);
        tables.add(marks(view, part, columns.subList(from, to), language));
      }
    }
    tables.add(disciplines(view, language));
    return new Paper(
        text(language, KEY + "of", view.group()),
        note(view, language),
        tables,
        List.of(text(language, SHEET + "office"), text(language, SHEET + "dean")));
  }

  private static String note(StudySheetView view, Language language) {
    List<String> said =
        new ArrayList<>(
            List.of(
                view.programme() + " " + view.programmeName().in(language),
                text(language, KEY + "credits-of", view.credits()),
                text(language, KEY + "as-of", view.day())));
    if (!view.isWhole()) {
      said.add(text(language, SHEET + "shown", view.rows().size(), view.members()));
    }
    return String.join(" · ", said);
  }

  private static ReportTable totals(StudySheetView view, Language language) {
    List<String> headings = new ArrayList<>(people(language));
    Stream.of(KEY + "earned", SHEET + "gpa", KEY + "debts", KEY + "honours")
        .forEach(key -> headings.add(text(language, key)));
    return new ReportTable(
        text(language, KEY + "totals"),
        headings,
        view.rows().stream()
            .map(
                row ->
                    ReportTable.row(
                        row.name(),
                        row.number(),
                        row.earned(),
                        row.gpa(),
                        row.debts(),
                        row.honours() == null ? "" : text(language, row.honours().key())))
            .toList());
  }

  private static ReportTable marks(
      StudySheetView view, Part part, List<Column> columns, Language language) {
    List<String> headings = new ArrayList<>(people(language));
    columns.forEach(column -> headings.add(column.code() + " (" + column.credits() + ")"));
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : view.rows()) {
      List<Object> values = new ArrayList<>(List.of(row.name(), row.number()));
      columns.forEach(column -> values.add(row.text(column)));
      rows.add(values);
    }
    return new ReportTable(text(language, part.key()), headings, rows);
  }

  private static ReportTable disciplines(StudySheetView view, Language language) {
    return new ReportTable(
        text(language, SHEET + "disciplines"),
        List.of(
            text(language, "office.field.discipline"),
            text(language, "office.field.credits"),
            text(language, KEY + "part")),
        view.columns().stream()
            .map(
                column ->
                    ReportTable.row(
                        column.code() + " " + column.name().in(language),
                        column.credits(),
                        text(language, column.part().key())))
            .toList());
  }

  private static List<String> people(Language language) {
    return List.of(
        text(language, "office.field.full_name"), text(language, "office.field.student_no"));
  }

  private static String text(Language language, String key, Object... arguments) {
    return Messages.text(language, key, arguments);
  }
}
