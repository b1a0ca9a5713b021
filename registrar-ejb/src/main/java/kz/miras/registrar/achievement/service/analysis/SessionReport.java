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
import kz.miras.registrar.achievement.service.analysis.AnalysisScope.Narrow;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.achievement.service.analysis.SessionView.Unit;
import kz.miras.registrar.achievement.service.risk.Watched;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;

/**
 * The report on a session (domain 3.11): rates by every cut beside the year before, distribution of
 * grades, how far the sheets are and who is late, who has failed, who owes, who is at risk, and who
 * has excellent results only. Workbook and paper say the same.
 */
@Stateless
@Guarded
public class SessionReport {

  private static final String KEY = "achievement.session.";

  @Inject private AnalysisQueries analysis;
  @Inject private ResultQueries results;
  @Inject private SessionQueries session;
  @Inject private Watched watched;
  @Inject private AnalysisScope scope;
  @Inject private ReportFiles files;

  /** The report as a workbook. */
  @RolesAllowed(Permissions.ANALYTICS_REPORT)
  public byte[] xlsx(String term, Language language) {
    return files.xlsx(paper(term, false, language));
  }

  /** The report on paper. */
  @RolesAllowed(Permissions.ANALYTICS_REPORT)
  public byte[] pdf(String term, Language language) {
    return files.pdf(paper(term, true, language), language);
  }

  private Paper paper(String term, boolean narrow, Language language) {
    List<ReportTable> tables = new ArrayList<>();
    String note = cuts(term, narrow, language, tables);
    Asked asked = asked(term, AnalysisCut.SCHOOL);
    SessionView view = session.of(term);
    tables.add(sheets(view, language));
    tables.add(late(view, language));
    tables.add(
        ResultTables.results(
            results.of(asked, AnalysisOutcome.UNSATISFACTORY, true).lines(),
            text(language, KEY + "failed"),
            language));
    Narrow own = scope.students();
    tables.add(WatchedTables.debtors(watched.debtors(own.sql(), own.values()), language));
    tables.add(WatchedTables.atRisk(watched.atRisk(own.sql(), own.values()), language));
    tables.add(excellent(asked, language));
    return new Paper(
        text(language, KEY + "report-of", term),
        note,
        tables,
        List.of(text(language, "achievement.consolidated.office")));
  }

  /** Adds the tables of each cut, then letters and distribution; tells what the rates rest on. */
  private String cuts(String term, boolean narrow, Language language, List<ReportTable> tables) {
    String note = "";
    AnalysisTables last = null;
    for (AnalysisCut cut : AnalysisCut.values()) {
      AnalysisView view = analysis.of(asked(term, cut));
      if (view.now() == null) {
        throw new RegistrarException.NotFound("term", term);
      }
      last = new AnalysisTables(view, language);
      note = last.note();
      tables.addAll(narrow ? last.onPaper() : List.of(last.parts()));
    }
    tables.add(last.grades());
    tables.add(last.distribution());
    return note;
  }

  private static Asked asked(String term, AnalysisCut cut) {
    return new Asked(term, cut, Map.of(), 1);
  }

  private static ReportTable sheets(SessionView view, Language language) {
    List<String> headings = new ArrayList<>(List.of(text(language, "office.field.school")));
    Stream.of(SheetStatus.values()).forEach(one -> headings.add(text(language, one.key())));
    headings.add(text(language, KEY + "late"));
    headings.add(text(language, KEY + "due"));
    headings.add(text(language, KEY + "missing"));
    List<List<Object>> rows = new ArrayList<>();
    view.schools().forEach(one -> rows.add(row(one.unit().name().in(language), one.unit())));
    rows.add(row(text(language, "achievement.analysis.total"), view.all()));
    return new ReportTable(text(language, KEY + "sheets"), headings, rows);
  }

  private static List<Object> row(String name, Unit unit) {
    List<Object> row = new ArrayList<>(List.of(name));
    Stream.of(SheetStatus.values()).forEach(status -> row.add(unit.count(status)));
    row.add(unit.late());
    row.add(unit.due());
    row.add(unit.missing());
    return row;
  }

  private static ReportTable late(SessionView view, Language language) {
    List<List<Object>> rows = new ArrayList<>();
    for (SessionView.Owing owing : view.late()) {
      for (SessionView.LateSheet sheet : owing.sheets()) {
        rows.add(
            ReportTable.row(
                owing.name().isEmpty() ? text(language, KEY + "no-teacher") : owing.name(),
                owing.department(),
                sheet.number(),
                sheet.discipline() + " " + sheet.name().in(language),
                sheet.exam().toString(),
                sheet.missing()));
      }
    }
    return new ReportTable(
        text(language, KEY + "owing"),
        List.of(
            text(language, "office.field.teacher"),
            text(language, "office.field.department"),
            text(language, "office.field.sheet"),
            text(language, "office.field.discipline"),
            text(language, KEY + "since"),
            text(language, KEY + "missing")),
        rows);
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
