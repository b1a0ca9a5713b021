package kz.miras.registrar.achievement.service.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.analysis.AnalysisOutcome;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;

/** An analysis, or the results behind a figure of it, as a file: the same figures as the screen. */
@Stateless
@Guarded
public class AnalysisFile {

  @Inject private AnalysisQueries queries;
  @Inject private ResultQueries results;
  @Inject private ReportFiles files;

  /** The analysis as a workbook. */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public byte[] xlsx(Asked asked, Language language) {
    return files.xlsx(paper(asked, false, language));
  }

  /** The analysis on paper. */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public byte[] pdf(Asked asked, Language language) {
    return files.pdf(paper(asked, true, language), language);
  }

  private Paper paper(Asked asked, boolean narrow, Language language) {
    AnalysisView view = queries.of(asked);
    if (view.now() == null) {
      throw new RegistrarException.NotFound("term", asked.term());
    }
    AnalysisTables tables = new AnalysisTables(view, language);
    List<ReportTable> all = new ArrayList<>();
    all.addAll(narrow ? tables.onPaper() : List.of(tables.parts()));
    all.addAll(List.of(tables.grades(), tables.distribution()));
    return new Paper(
        Messages.text(language, "achievement.analysis.of", view.now().code()),
        tables.note(),
        all,
        List.of());
  }

  /**
   * The results behind a figure as a workbook, all of them, however many there are.
   *
   * @param outcome null for every outcome
   */
  @RolesAllowed(Permissions.ANALYTICS_READ)
  public byte[] results(Asked asked, AnalysisOutcome outcome, Language language) {
    return files.xlsx(
        new Paper(
            Messages.text(language, "achievement.analysis.results-of", asked.term()),
            outcome == null ? "" : Messages.text(language, outcome.key()),
            List.of(
                new ReportTable(
                    Messages.text(language, "achievement.analysis.results"),
                    ResultTables.headings(language),
                    List.of())),
            List.of()),
        sink ->
            results.each(asked, outcome, line -> sink.accept(ResultTables.row(line, language))));
  }
}
