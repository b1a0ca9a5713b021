package kz.miras.registrar.achievement.service.analysis;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.achievement.service.risk.Watched;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportTable;

/** Debtors and students at risk as tables of a report. */
final class WatchedTables {

  private WatchedTables() {}

  /** Who owes what, debt by debt. */
  static ReportTable debtors(List<Watched.Debtor> debtors, Language language) {
    return table(
        "frame.list.debtors",
        Stream.of(
            "full_name",
            "student_no",
            "group",
            "course_year",
            "discipline",
            "credits",
            "debt_cause",
            "debt_sign",
            "debt_since",
            "debt_until",
            "debt_ways"),
        debtors.stream()
            .map(
                one ->
                    ReportTable.row(
                        one.name(),
                        one.number(),
                        one.group(),
                        one.course(),
                        one.discipline() == null
                            ? Messages.text(language, "achievement.debt.block", one.code())
                            : one.code() + " " + one.discipline().in(language),
                        one.credits(),
                        Messages.text(language, one.cause().key()),
                        one.sign(),
                        one.since(),
                        one.until() == null ? "" : one.until().toString(),
                        one.ways().stream()
                            .map(way -> Messages.text(language, way.key()))
                            .collect(Collectors.joining("; "))))
            .toList(),
        language);
  }

  /** Who is at risk, and why. */
  static ReportTable atRisk(List<Watched.AtRisk> students, Language language) {
    return table(
        "frame.list.risks",
        Stream.of("full_name", "student_no", "group", "course_year", "risk_reasons", "risk_since"),
        students.stream()
            .map(
                one ->
                    ReportTable.row(
                        one.name(),
                        one.number(),
                        one.group(),
                        one.course(),
                        one.reasons().stream()
                            .map(
                                reason ->
                                    Messages.text(language, reason.code(), reason.args().toArray()))
                            .collect(Collectors.joining(" ")),
                        one.since().toString()))
            .toList(),
        language);
  }

  private static ReportTable table(
      String title, Stream<String> fields, List<List<Object>> rows, Language language) {
    return new ReportTable(
        Messages.text(language, title),
        fields.map(field -> Messages.text(language, "office.field." + field)).toList(),
        rows);
  }
}
