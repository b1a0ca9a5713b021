package kz.miras.registrar.achievement.service.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Part;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.TermColumn;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.GradeDistribution;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportTable;

/** An analysis as tables of a report, in one language. */
final class AnalysisTables {

  private static final String KEY = "achievement.analysis.";

  private final AnalysisView view;
  private final Language language;

  AnalysisTables(AnalysisView view, Language language) {
    this.view = view;
    this.language = language;
  }

  /** Terms, what it is narrowed to, and the base of its rates. */
  String note() {
    List<String> said = new ArrayList<>();
    view.asked()
        .only()
        .forEach((cut, key) -> said.add(text(cut.key()) + ": " + (key.isEmpty() ? "—" : key)));
    TermColumn now = view.now();
    said.add(text(KEY + "sheets", now.posted(), now.sheets()));
    said.add(text(view.base().key()));
    if (view.isYear()) {
      said.add(text(KEY + "year-explained"));
    }
    return String.join(" · ", said);
  }

  /** The parts with both levels of rates, and the same of earlier years. */
  ReportTable parts() {
    List<Column> columns = new ArrayList<>(byStudents());
    columns.addAll(byResults());
    return table(text(KEY + "by", text(view.asked().by().key())), columns);
  }

  /** The same for paper, which is not as wide: by students and by results apart. */
  List<ReportTable> onPaper() {
    String by = text(KEY + "by", text(view.asked().by().key()));
    return List.of(
        table(by + " — " + text(KEY + "by-students"), byStudents()),
        table(by + " — " + text(KEY + "by-results"), byResults()));
  }

  /** A column: its heading, and its value by the figures of each term. */
  private record Column(String heading, Function<OfTerm, Object> value) {}

  /** Figures of a part by term, null where they are not told; and what CTL-18 says of them. */
  private record OfTerm(Function<TermColumn, AnalysisFigures> figures, boolean tooMany) {

    AnalysisFigures in(TermColumn term) {
      return figures.apply(term);
    }
  }

  private Column now(String key, Function<AnalysisFigures, Object> value) {
    return new Column(text(KEY + key), of -> value.apply(of.in(view.now())));
  }

  private Column then(TermColumn earlier, String key, Function<AnalysisFigures, Object> value) {
    return new Column(
        earlier.code() + ": " + text(KEY + key),
        of -> of.in(earlier) == null ? null : value.apply(of.in(earlier)));
  }

  private List<Column> byStudents() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                now("obliged", it -> it.students().obliged()),
                now("without-debts", it -> it.students().withoutDebts()),
                now("with-debts", it -> it.students().obliged() - it.students().withoutDebts()),
                now("absolute-students", it -> it.students().absoluteRate().orElse(null)),
                now("quality-students", it -> it.students().qualityRate().orElse(null))));
    for (TermColumn earlier : view.earlier()) {
      columns.add(
          then(earlier, "absolute-students", it -> it.students().absoluteRate().orElse(null)));
      columns.add(
          then(earlier, "quality-students", it -> it.students().qualityRate().orElse(null)));
    }
    return columns;
  }

  private List<Column> byResults() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                now("results", it -> it.results().base()),
                now("absolute", it -> it.results().absoluteRate().orElse(null)),
                now("quality", it -> it.results().qualityRate().orElse(null)),
                now("mean", it -> it.results().meanDigital().orElse(null)),
                now("mean-percent", it -> it.results().meanPercent().orElse(null)),
                now("excellent", it -> it.results().excellentRate().orElse(null)),
                new Column(
                    text(KEY + "excellent-limit"),
                    of -> of.tooMany() ? text(KEY + "too-many") : ""),
                now("failed", it -> it.results().failed()),
                now("excused", it -> it.results().excused()),
                now("exempt", it -> it.results().exempt())));
    for (TermColumn earlier : view.earlier()) {
      columns.add(then(earlier, "absolute", it -> it.results().absoluteRate().orElse(null)));
      columns.add(then(earlier, "quality", it -> it.results().qualityRate().orElse(null)));
      columns.add(then(earlier, "mean", it -> it.results().meanDigital().orElse(null)));
    }
    return columns;
  }

  private ReportTable table(String title, List<Column> columns) {
    List<String> headings = new ArrayList<>(List.of(text(view.asked().by().key())));
    columns.forEach(column -> headings.add(column.heading()));
    List<List<Object>> rows = new ArrayList<>();
    view.parts()
        .forEach(
            part ->
                rows.add(
                    row(name(part), columns, new OfTerm(part::in, view.tooManyExcellent(part)))));
    rows.add(
        row(text(KEY + "total"), columns, new OfTerm(view::total, view.tooManyExcellent(null))));
    if (view.university(view.now()) != null) {
      OfTerm all = new OfTerm(view::university, view.tooManyExcellentOfUniversity());
      rows.add(row(text(KEY + "university"), columns, all));
    }
    return new ReportTable(title, headings, rows);
  }

  private static List<Object> row(String name, List<Column> columns, OfTerm of) {
    List<Object> row = new ArrayList<>(List.of(name));
    columns.forEach(column -> row.add(column.value().apply(of)));
    return row;
  }

  /** How often each letter and mark occurs, term by term. */
  ReportTable grades() {
    List<String> headings = new ArrayList<>(List.of(text(KEY + "grade")));
    view.terms().forEach(term -> headings.add(term.code()));
    List<List<Object>> rows = new ArrayList<>();
    for (Letter letter : Letter.values()) {
      count(rows, letter.sign(), count -> count.of(letter));
    }
    for (Mark mark : Mark.values()) {
      count(rows, mark.name() + " — " + text(mark.key()), count -> count.of(mark));
    }
    return new ReportTable(text(KEY + "grades"), headings, rows);
  }

  /** A figure of a count. */
  private interface Figure {
    int of(GradeCount count);
  }

  private void count(List<List<Object>> rows, String name, Figure figure) {
    List<Integer> counts =
        view.terms().stream().map(term -> figure.of(view.total(term).results())).toList();
    if (counts.stream().anyMatch(count -> count > 0)) {
      List<Object> row = new ArrayList<>(List.of(name));
      row.addAll(counts);
      rows.add(row);
    }
  }

  /** CTL-17. The distribution of positive grades (O152 п.38). */
  ReportTable distribution() {
    List<List<Object>> rows =
        GradeDistribution.of(view.total(view.now()).results()).stream()
            .map(
                line ->
                    ReportTable.row(
                        line.letter().sign(), line.count(), line.percent(), line.cumulative()))
            .toList();
    return new ReportTable(
        text(KEY + "distribution"),
        List.of(
            text(KEY + "grade"),
            text(KEY + "count"),
            text(KEY + "share"),
            text(KEY + "cumulative")),
        rows);
  }

  String name(Part part) {
    if (part.key().isEmpty()) {
      return text(KEY + "none");
    }
    if (part.word() != null) {
      return text(part.word());
    }
    return part.name() == null ? part.key() : part.key() + " " + part.name().in(language);
  }

  private String text(String key, Object... arguments) {
    return Messages.text(language, key, arguments);
  }
}
