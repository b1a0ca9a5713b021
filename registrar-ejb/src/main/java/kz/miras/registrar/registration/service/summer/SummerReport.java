package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.summer.SummerDiscipline;
import kz.miras.registrar.registration.summer.SummerPlan;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The report on a summer semester (regulation 3.1): applications, payments, groups, credits, income
 * against cost, results as far as sheets are posted, and attendance as far as it was checked.
 */
@Stateless
@Guarded
public class SummerReport {

  private static final List<String> HEADINGS =
      List.of(
          "code",
          "discipline",
          "language",
          "decision",
          "applications",
          "paid",
          "groups",
          "enrolled",
          "credits",
          "income",
          "cost",
          "passed",
          "failed",
          "no-result",
          "checks",
          "attended",
          "flagged");

  @Inject private Summers summers;
  @Inject private SummerQueries queries;
  @Inject private SummerCounts counts;
  @Inject private AttendanceFigures attendance;

  /** A line of the report: a discipline with its results. */
  record Line(SummerView.Line of, int passed, int failed, AttendanceFigures.Figures attendance) {
    int withoutResult() {
      return of.enrolled() - passed - failed;
    }

    int credits() {
      return of.enrolled() * of.credits();
    }
  }

  /** The report as XLSX, in the reader's language. */
  @RolesAllowed({
    Permissions.SUMMER_PLAN,
    Permissions.SUMMER_SUBMIT,
    Permissions.SUMMER_APPROVE,
    Permissions.SUMMER_PRICE
  })
  public byte[] xlsx(String id, Language language) {
    SummerPlan plan = summers.plan(id);
    SummerView view = queries.plan(id);
    Map<String, Long> keys = new HashMap<>();
    Map<String, AttendanceFigures.Figures> attended = new HashMap<>();
    for (SummerDiscipline one : summers.disciplines(plan)) {
      keys.put(one.getUuid().toString(), one.getId());
      if (one.getOfferingId() != null) {
        attended.put(one.getUuid().toString(), attendance.of(one.getOfferingId()));
      }
    }
    Map<Long, SummerCounts.Results> results = counts.results(plan.getId());
    List<Line> lines =
        view.disciplines().stream()
            .map(
                one -> {
                  SummerCounts.Results posted =
                      results.getOrDefault(keys.get(one.id()), SummerCounts.Results.NONE);
                  return new Line(
                      one,
                      posted.passed(),
                      posted.failed(),
                      attended.getOrDefault(one.id(), AttendanceFigures.Figures.NONE));
                })
            .toList();
    return write(view, lines, language);
  }

  static byte[] write(SummerView view, List<Line> lines, Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Registrar", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(view.term());
      sheet.value(0, 0, Messages.text(language, "registration.summer.report.title", view.term()));
      sheet.style(0, 0).bold().fontSize(14).set();
      sheet.value(
          1,
          0,
          Messages.text(
              language,
              "registration.summer.report.of",
              view.begins(),
              view.ends(),
              view.weeks(),
              view.decision() == null ? "—" : view.decision()));
      for (int i = 0; i < HEADINGS.size(); i++) {
        sheet.value(3, i, Messages.text(language, "registration.summer.report." + HEADINGS.get(i)));
        sheet.style(3, i).bold().fillColor("E8EEF4").wrapText(true).set();
        sheet.width(i, i == 1 ? 44 : 14);
      }
      int row = 4;
      for (Line line : lines) {
        line(sheet, row++, line, language);
      }
      total(sheet, row, lines, language);
      sheet.freezePane(0, 4);
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void line(Worksheet sheet, int row, Line line, Language language) {
    SummerView.Line of = line.of();
    sheet.value(row, 0, of.code());
    sheet.value(row, 1, of.name().in(language));
    sheet.value(row, 2, Messages.text(language, "transcript.language." + of.language()));
    sheet.value(row, 3, Messages.text(language, of.status().key()));
    sheet.value(row, 4, of.applications());
    sheet.value(row, 5, of.paid());
    sheet.value(row, 6, of.groups());
    sheet.value(row, 7, of.enrolled());
    sheet.value(row, 8, line.credits());
    sheet.value(row, 9, of.money().income());
    if (of.money().cost() != null && of.status().isTaught()) {
      sheet.value(row, 10, of.money().cost());
    }
    sheet.value(row, 11, line.passed());
    sheet.value(row, 12, line.failed());
    sheet.value(row, 13, line.withoutResult());
    attendance(sheet, row, line.attendance());
  }

  private static void attendance(Worksheet sheet, int row, AttendanceFigures.Figures figures) {
    sheet.value(row, 14, figures.checks());
    if (figures.checks() > 0) {
      sheet.value(row, 15, figures.tally().attendedPercent());
    }
    sheet.value(row, 16, figures.flagged());
  }

  private static void total(Worksheet sheet, int row, List<Line> lines, Language language) {
    sheet.value(row, 1, Messages.text(language, "registration.summer.report.total"));
    sheet.value(row, 4, lines.stream().mapToInt(one -> one.of().applications()).sum());
    sheet.value(row, 5, lines.stream().mapToInt(one -> one.of().paid()).sum());
    sheet.value(row, 6, lines.stream().mapToInt(one -> one.of().groups()).sum());
    sheet.value(row, 7, lines.stream().mapToInt(one -> one.of().enrolled()).sum());
    sheet.value(row, 8, lines.stream().mapToInt(Line::credits).sum());
    sheet.value(
        row,
        9,
        lines.stream()
            .map(one -> one.of().money().income())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    sheet.value(
        row,
        10,
        lines.stream()
            .filter(one -> one.of().status().isTaught() && one.of().money().cost() != null)
            .map(one -> one.of().money().cost())
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    sheet.value(row, 11, lines.stream().mapToInt(Line::passed).sum());
    sheet.value(row, 12, lines.stream().mapToInt(Line::failed).sum());
    sheet.value(row, 13, lines.stream().mapToInt(Line::withoutResult).sum());
    attendance(
        sheet,
        row,
        lines.stream()
            .map(Line::attendance)
            .reduce(AttendanceFigures.Figures.NONE, AttendanceFigures.Figures::plus));
    for (int i = 0; i < HEADINGS.size(); i++) {
      sheet.style(row, i).bold().set();
    }
  }
}
