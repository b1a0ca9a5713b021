package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisOutcome;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.achievement.service.analysis.ReportFiles.Paper;
import kz.miras.registrar.achievement.service.analysis.SessionView.Unit;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;

/**
 * The report on a session (domain 3.11): rates by every cut beside the year before, distribution of
 * grades, how far the sheets are, who has failed, and who has excellent results only.
 */
@Stateless
@Guarded
public class SessionReport {

  private static final String KEY = "achievement.session.";

  /** Cuts that stand on paper; the workbook has all. */
  private static final List<AnalysisCut> SHORT =
      List.of(AnalysisCut.SCHOOL, AnalysisCut.PROGRAMME, AnalysisCut.COURSE, AnalysisCut.FUNDING);

  @Inject private AnalysisQueries analysis;
  @Inject private ResultQueries results;
  @Inject private SessionQueries session;
  @Inject private ReportFiles files;

  /** The whole report as a workbook. */
  @RolesAllowed(Permissions.ANALYTICS_REPORT)
  public byte[] xlsx(String term, Language language) {
    List<ReportTable> tables = new ArrayList<>();
    String note = cuts(term, List.of(AnalysisCut.values()), language, tables);
    Asked asked = asked(term, AnalysisCut.SCHOOL);
    tables.add(sheets(term, language));
    tables.add(
        ResultTables.results(
            results.of(asked, AnalysisOutcome.UNSATISFACTORY, true).lines(),
            text(language, KEY + "failed"),
            language));
    tables.add(excellent(asked, language));
    return files.xlsx(new Paper(title(term, language), note, tables, List.of()));
  }

  /** The report on paper: the cuts a council reads. */
  @RolesAllowed(Permissions.ANALYTICS_REPORT)
  public byte[] pdf(String term, Language language) {
    List<ReportTable> tables = new ArrayList<>();
    String note = cuts(term, SHORT, language, tables);
    tables.add(sheets(term, language));
    return files.pdf(
        new Paper(
            title(term, language),
            note,
            tables,
            List.of(text(language, "achievement.consolidated.office"))),
        language);
  }

  /** Adds a table for each cut, then letters and distribution; tells what the rates rest on. */
  private String cuts(
      String term, List<AnalysisCut> cuts, Language language, List<ReportTable> tables) {
    String note = "";
    AnalysisTables last = null;
    for (AnalysisCut cut : cuts) {
      AnalysisView view = analysis.of(asked(term, cut));
      if (view.now() == null) {
        throw new RegistrarException.NotFound("term", term);
      }
      last = new AnalysisTables(view, language);
      note = last.note();
      tables.add(last.parts());
    }
    tables.add(last.grades());
    tables.add(last.distribution());
    return note;
  }

  private static Asked asked(String term, AnalysisCut cut) {
    return new Asked(term, cut, Map.of(), 1);
  }

  private static String title(String term, Language language) {
    return text(language, KEY + "report-of", term);
  }

  private ReportTable sheets(String term, Language language) {
    List<String> headings = new ArrayList<>(List.of(text(language, "office.field.school")));
    Stream.of(SheetStatus.values()).forEach(one -> headings.add(text(language, one.key())));
    headings.add(text(language, KEY + "late"));
    headings.add(text(language, KEY + "missing"));
    SessionView view = session.of(term);
    List<List<Object>> rows = new ArrayList<>();
    view.schools().forEach(one -> rows.add(row(one.unit().name().in(language), one.unit())));
    rows.add(row(text(language, "achievement.analysis.total"), view.all()));
    return new ReportTable(text(language, KEY + "sheets"), headings, rows);
  }

  private static List<Object> row(String name, Unit unit) {
    List<Object> row = new ArrayList<>(List.of(name));
    Stream.of(SheetStatus.values()).forEach(status -> row.add(unit.count(status)));
    row.add(unit.late());
    row.add(unit.missing());
    return row;
  }

  private ReportTable excellent(Asked asked, Language language) {
    return new ReportTable(
        text(language, KEY + "excellent"),
        Stream.of("full_name", "student_no", "programme", "group")
            .map(field -> text(language, "office.field." + field))
            .toList(),
        results.excellent(asked).stream()
            .map(one -> ReportTable.row(one.name(), one.number(), one.programme(), one.group()))
            .toList());
  }

  private static String text(Language language, String key, Object... arguments) {
    return Messages.text(language, key, arguments);
  }
}
