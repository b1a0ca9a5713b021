package kz.miras.registrar.registration.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.registration.rehearsal.RehearsalReport;
import kz.miras.registrar.registration.rule.HoldFact;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * What a rehearsal showed as a workbook: disciplines, sections, students, what choices were drawn
 * from, and those whom holds stop, each on a sheet.
 *
 * @param holds whether the reader may see holds
 * @param words texts of message keys
 * @param why the reason of a wish that was not fulfilled
 * @param moment a moment as people read it
 */
record RehearsalFile(
    RehearsalReport report,
    boolean holds,
    Function<String, String> words,
    Function<RehearsalReport.Lost, String> why,
    Function<Instant, String> moment) {

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Registrar", "1.0")) {
      demand(workbook);
      sections(workbook);
      students(workbook);
      electives(workbook);
      if (holds && !report.stopped().isEmpty()) {
        stopped(workbook);
      }
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void demand(Workbook workbook) {
    Worksheet sheet =
        sheet(
            workbook,
            "1",
            List.of(
                "office.field.discipline",
                "office.field.language",
                "registration.rehearsal.seats",
                "registration.rehearsal.wanted",
                "registration.rehearsal.taken",
                "registration.rehearsal.missing",
                "registration.rehearsal.rooms"));
    int line = 1;
    for (RehearsalReport.Demand one : report.demand()) {
      row(
          sheet,
          line++,
          one.discipline(),
          words.apply("transcript.language." + one.language().tag()),
          one.seats(),
          one.wanted(),
          one.taken(),
          one.missing(),
          rooms(one));
    }
  }

  /** Seats of streams and of groups, each with what is missing there. */
  private String rooms(RehearsalReport.Demand of) {
    return of.rooms().stream()
        .map(
            one ->
                words.apply(one.kind().key())
                    + ": "
                    + one.seats()
                    + (one.missing() == 0 ? "" : " (−" + one.missing() + ")"))
        .collect(Collectors.joining(", "));
  }

  private void sections(Workbook workbook) {
    Worksheet sheet =
        sheet(
            workbook,
            "2",
            List.of(
                "office.field.offering",
                "office.field.kind",
                "office.field.section",
                "registration.rehearsal.seats",
                "registration.rehearsal.named",
                "registration.rehearsal.taken",
                "registration.rehearsal.filled-at",
                "registration.rehearsal.filled-by"));
    int line = 1;
    for (RehearsalReport.Filled one : report.sections()) {
      row(
          sheet,
          line++,
          one.offering(),
          words.apply(one.kind().key()),
          one.section(),
          one.seats(),
          one.named(),
          one.taken(),
          one.isFull() ? moment.apply(one.filledAt()) : "",
          one.isFull() ? one.filledBy() : "");
    }
  }

  private void students(Workbook workbook) {
    Worksheet sheet =
        sheet(
            workbook,
            "3",
            List.of(
                "office.field.student_no",
                "office.field.discipline",
                "registration.rehearsal.not-given"));
    int line = 1;
    for (RehearsalReport.Left left : report.left()) {
      for (RehearsalReport.Lost lost : left.lines()) {
        row(sheet, line++, left.student(), lost.discipline(), why.apply(lost));
      }
    }
  }

  private void electives(Workbook workbook) {
    Worksheet sheet =
        sheet(
            workbook,
            "4",
            List.of(
                "registration.rehearsal.electives.of-catalogue",
                "registration.rehearsal.electives.of-curriculum"));
    row(sheet, 1, report.electives().catalogue(), report.electives().curriculum());
  }

  private void stopped(Workbook workbook) {
    Worksheet sheet =
        sheet(
            workbook,
            "5",
            List.of(
                "office.field.student_no",
                "office.field.kind",
                "office.field.reason",
                "office.field.contact"));
    int line = 1;
    for (RehearsalReport.Stopped one : report.stopped()) {
      for (HoldFact hold : one.holds()) {
        row(
            sheet,
            line++,
            one.student(),
            words.apply(hold.kind().key()),
            hold.reason(),
            hold.contact());
      }
    }
  }

  private Worksheet sheet(Workbook workbook, String name, List<String> headings) {
    Worksheet sheet = workbook.newWorksheet(name);
    for (int i = 0; i < headings.size(); i++) {
      sheet.value(0, i, words.apply(headings.get(i)));
      sheet.style(0, i).bold().set();
      sheet.width(i, 22);
    }
    sheet.freezePane(0, 1);
    return sheet;
  }

  private static void row(Worksheet sheet, int line, Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Integer number) {
        sheet.value(line, i, number);
      } else {
        sheet.value(line, i, values[i].toString());
      }
    }
  }
}
