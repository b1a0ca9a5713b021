package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.summer.ClosingReport;
import kz.miras.registrar.registration.summer.ClosingReport.Figures;
import kz.miras.registrar.registration.summer.ClosingReport.Line;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SUM-14. The report on a summer semester as a workbook of one table, and on paper, where money and
 * results stand apart; a preview says in its heading that it is one.
 */
@Stateless
@Guarded
public class SummerReportFile {

  private static final String KEY = "registration.summer.report.";

  /** What a discipline is called by, first in every table. */
  private static final List<String> NAMED = List.of("discipline", "code", "language", "decision");

  @Inject private SummerReport reports;
  @Inject private ReportFiles files;
  @Inject private UniversityTime time;

  /** The report as a workbook. */
  @RolesAllowed(Permissions.SUMMER_REPORT_READ)
  public byte[] xlsx(String id, Language language) {
    return files.xlsx(workbook(reports.of(id), language, time.zone()));
  }

  /** The report on paper. */
  @RolesAllowed(Permissions.SUMMER_REPORT_READ)
  public byte[] pdf(String id, Language language) {
    SummerReport.Shown shown = reports.of(id);
    return files.pdf(
        paper(shown, language, time.zone()),
        language,
        shown.at().atZone(time.zone()).toLocalDate());
  }

  static Paper workbook(SummerReport.Shown shown, Language language, ZoneId zone) {
    return of(shown, List.of(table(shown.report(), "lines", true, true, language)), language, zone);
  }

  static Paper paper(SummerReport.Shown shown, Language language, ZoneId zone) {
    return of(
        shown,
        List.of(
            table(shown.report(), "money", true, false, language),
            table(shown.report(), "results", false, true, language)),
        language,
        zone);
  }

  private static Paper of(
      SummerReport.Shown shown, List<ReportTable> tables, Language language, ZoneId zone) {
    ClosingReport report = shown.report();
    LocalDateTime at = shown.at().atZone(zone).toLocalDateTime();
    String covers =
        Messages.text(
            language,
            KEY + "of",
            report.begins(),
            report.ends(),
            report.weeks(),
            report.decision() == null ? "—" : report.decision());
    String state =
        switch (shown.state()) {
          case PREVIEW -> Messages.text(language, KEY + "preview-of", at);
          case COUNTED_ANEW -> Messages.text(language, KEY + "anew-of", at);
          case KEPT ->
              Messages.text(language, KEY + "kept-of", at, report.act().name(), shown.checksum())
                  + (shown.intact() ? "" : " " + Messages.text(language, KEY + "spoiled"));
        };
    return new Paper(
        Messages.text(
            language, KEY + (shown.isPreview() ? "preview-title" : "title"), report.term()),
        covers + ". " + state,
        tables,
        List.of(Messages.text(language, Role.DIR.key())));
  }

  private static ReportTable table(
      ClosingReport report, String title, boolean money, boolean results, Language language) {
    List<String> headings = new ArrayList<>(NAMED);
    if (money) {
      headings.addAll(SummerReport.Shown.MONEY);
    } else {
      headings.add("enrolled");
    }
    if (results) {
      headings.addAll(SummerReport.Shown.RESULTS);
    }
    Function<Figures, Stream<Object>> shown =
        figures ->
            Stream.concat(
                money ? money(figures) : Stream.of(figures.enrolled()),
                results ? results(figures) : Stream.of());
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : report.lines()) {
      rows.add(
          row(
              Stream.of(
                  line.name().in(language),
                  line.code(),
                  Messages.text(language, "transcript.language." + line.language()),
                  decided(line, language)),
              shown.apply(line.figures())));
    }
    return new ReportTable(
        Messages.text(language, KEY + title),
        headings.stream().map(key -> Messages.text(language, KEY + key)).toList(),
        rows,
        row(
            Stream.of(Messages.text(language, KEY + "total"), "", "", ""),
            shown.apply(report.total())));
  }

  private static List<Object> row(Stream<String> named, Stream<Object> figures) {
    return ReportTable.row(Stream.concat(named, figures).toArray());
  }

  private static String decided(Line line, Language language) {
    String status = Messages.text(language, line.status().key());
    return line.reason() == null ? status : status + ": " + line.reason();
  }

  private static Stream<Object> money(Figures figures) {
    return ReportTable.row(
        figures.applications(),
        figures.paid(),
        figures.groups(),
        figures.enrolled(),
        figures.credits(),
        figures.income(),
        figures.cost())
        .stream();
  }

  private static Stream<Object> results(Figures figures) {
    return ReportTable.row(
        figures.passed(),
        figures.failed(),
        figures.withoutResult(),
        figures.checks(),
        figures.attendedPercent(),
        figures.flagged())
        .stream();
  }
}
