package kz.miras.registrar.achievement.service.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Part;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.TermColumn;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.GradeDistribution;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

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
    return String.join(" · ", said);
  }

  /** The parts with both levels of rates, and the same of earlier years. */
  ReportTable parts() {
    List<String> headings =
        new ArrayList<>(
            Stream.of(
                    text(view.asked().by().key()),
                    text(KEY + "obliged"),
                    text(KEY + "absolute-students"),
                    text(KEY + "quality-students"),
                    text(KEY + "results"),
                    text(KEY + "absolute"),
                    text(KEY + "quality"),
                    text(KEY + "mean"),
                    text(KEY + "mean-percent"),
                    text(KEY + "failed"),
                    text(KEY + "excused"))
                .toList());
    for (TermColumn earlier : view.earlier()) {
      headings.add(earlier.code() + ": " + text(KEY + "absolute"));
      headings.add(earlier.code() + ": " + text(KEY + "quality"));
      headings.add(earlier.code() + ": " + text(KEY + "mean"));
    }
    List<List<Object>> rows = new ArrayList<>();
    view.parts().forEach(part -> rows.add(row(name(part), part::in)));
    rows.add(row(text(KEY + "total"), view::total));
    if (view.university(view.now()) != null) {
      rows.add(row(text(KEY + "university"), view::university));
    }
    return new ReportTable(text(KEY + "by", text(view.asked().by().key())), headings, rows);
  }

  /** Figures of a term; null where they are not told. */
  private interface OfTerm {
    AnalysisFigures in(TermColumn term);
  }

  private List<Object> row(String name, OfTerm of) {
    AnalysisFigures now = of.in(view.now());
    List<Object> row =
        new ArrayList<>(
            ReportTable.row(
                name,
                now.students().obliged(),
                now.students().absoluteRate().orElse(null),
                now.students().qualityRate().orElse(null),
                now.results().base(),
                now.results().absoluteRate().orElse(null),
                now.results().qualityRate().orElse(null),
                now.results().meanDigital().orElse(null),
                now.results().meanPercent().orElse(null),
                now.results().failed(),
                now.results().excused()));
    for (TermColumn earlier : view.earlier()) {
      AnalysisFigures then = of.in(earlier);
      GradeCount results = then == null ? GradeCount.none() : then.results();
      row.add(results.absoluteRate().orElse(null));
      row.add(results.qualityRate().orElse(null));
      row.add(results.meanDigital().orElse(null));
    }
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
