package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView.Column;
import kz.miras.registrar.achievement.service.analysis.GroupSheetView.Row;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;

/** The consolidated sheet of a group as a workbook and on paper, signed by dean and office. */
@Stateless
@Guarded
public class GroupSheetFile {

  private static final String KEY = "achievement.consolidated.";

  @Inject private GroupSheetQueries queries;
  @Inject private ReportFiles files;

  /** The sheet as a workbook. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public byte[] xlsx(String group, String term, Language language) {
    return files.xlsx(paper(queries.of(group, term), language));
  }

  /** The sheet on paper. */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public byte[] pdf(String group, String term, Language language) {
    return files.pdf(paper(queries.of(group, term), language), language);
  }

  /** The sheet in the words of a language. */
  public static Paper paper(GroupSheetView view, Language language) {
    return new Paper(
        text(language, KEY + "of", view.group()),
        note(view, language),
        List.of(marks(view, language), disciplines(view, language)),
        List.of(text(language, KEY + "dean"), text(language, KEY + "office")));
  }

  private static String note(GroupSheetView view, Language language) {
    List<String> said =
        new ArrayList<>(
            List.of(
                view.programme() + " " + view.programmeName().in(language),
                text(language, "calendar.term." + view.termType()) + " " + view.year()));
    if (!view.isWhole()) {
      said.add(text(language, KEY + "shown", view.rows().size(), view.members()));
    }
    return String.join(" · ", said);
  }

  private static ReportTable marks(GroupSheetView view, Language language) {
    List<String> headings = new ArrayList<>();
    headings.add(text(language, "office.field.full_name"));
    headings.add(text(language, "office.field.student_no"));
    view.columns().forEach(column -> headings.add(column.code() + " (" + column.credits() + ")"));
    Stream.of("enrolled", "earned", "term-gpa", "year-gpa", "gpa", "debts", "rank")
        .forEach(one -> headings.add(text(language, KEY + one, view.day())));
    List<List<Object>> rows = new ArrayList<>();
    for (Row row : view.rows()) {
      List<Object> values = new ArrayList<>(List.of(row.name(), row.number()));
      view.columns().forEach(column -> values.add(row.text(column)));
      values.addAll(
          ReportTable.row(
              row.enrolled(),
              row.earned(),
              row.termGpa(),
              row.yearGpa(),
              row.gpa(),
              row.debts(),
              row.rank()));
      rows.add(values);
    }
    return new ReportTable(text(language, KEY + "marks"), headings, rows);
  }

  private static List<Object> rates(String name, Integer credits, GradeCount results) {
    return results == null
        ? ReportTable.row(name, credits, null, null, null, null, null)
        : ReportTable.row(
            name,
            credits,
            results.base(),
            results.absoluteRate().orElse(null),
            results.qualityRate().orElse(null),
            results.meanDigital().orElse(null),
            results.exempt());
  }

  /** The disciplines by name, each with its rates where the whole group is shown. */
  private static ReportTable disciplines(GroupSheetView view, Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (Column column : view.columns()) {
      rows.add(
          rates(
              column.code() + " " + column.name().in(language),
              column.credits(),
              column.results()));
    }
    if (view.isWhole()) {
      rows.add(rates(text(language, "achievement.analysis.total"), null, view.all()));
    }
    return new ReportTable(
        text(language, KEY + "disciplines"),
        List.of(
            text(language, "office.field.discipline"),
            text(language, "office.field.credits"),
            text(language, "achievement.analysis.results"),
            text(language, "achievement.analysis.absolute"),
            text(language, "achievement.analysis.quality"),
            text(language, "achievement.analysis.mean"),
            text(language, "achievement.analysis.exempt")),
        rows);
  }

  private static String text(Language language, String key, Object... arguments) {
    return Messages.text(language, key, arguments);
  }
}
