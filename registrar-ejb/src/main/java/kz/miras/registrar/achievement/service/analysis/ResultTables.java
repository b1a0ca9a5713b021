package kz.miras.registrar.achievement.service.analysis;

import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportTable;

/** Results as a table of a report. */
final class ResultTables {

  private ResultTables() {}

  static ReportTable results(List<ResultQueries.Line> lines, String title, Language language) {
    return new ReportTable(
        title, headings(language), lines.stream().map(line -> row(line, language)).toList());
  }

  static List<String> headings(Language language) {
    return Stream.of(
            "full_name",
            "student_no",
            "programme",
            "group",
            "discipline",
            "credits",
            "percent",
            "letter",
            "result_on",
            "teacher",
            "sheet")
        .map(field -> Messages.text(language, "office.field." + field))
        .toList();
  }

  static List<Object> row(ResultQueries.Line line, Language language) {
    return ReportTable.row(
        line.name(),
        line.number(),
        line.programme(),
        line.group(),
        line.code() + " " + line.discipline().in(language),
        line.credits(),
        line.percent(),
        line.sign(),
        line.on().toString(),
        line.teacher(),
        line.sheetNumber() == null ? "" : line.sheetNumber());
  }
}
