package kz.miras.registrar.achievement.service.trial;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.trial.TrialView.Asked;
import kz.miras.registrar.achievement.service.trial.TrialView.Line;
import kz.miras.registrar.achievement.service.trial.TrialView.Mark;
import kz.miras.registrar.achievement.service.trial.TrialView.Pair;
import kz.miras.registrar.achievement.trial.TrialCounts;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleSetView;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;
import kz.miras.registrar.shared.service.UniversityTime;

/** A trial as a workbook and on paper: the same figures as the screen, of whoever is asked for. */
@Stateless
@Guarded
public class TrialFile {

  private static final String KEY = "achievement.trial.";

  /** From what was to what is; the fonts of papers have no arrow. */
  private static final String ARROW = " › ";

  /** Students a paper lists; a workbook has them all. */
  private static final int PRINTED = 500;

  @Inject private TrialQueries queries;
  @Inject private ReportFiles files;
  @Inject private UniversityTime time;

  /** The trial as a workbook. */
  @RolesAllowed({Permissions.RULES_PROPOSE, Permissions.RULES_APPROVE})
  public byte[] xlsx(String id, Asked asked, Language language) {
    return files.xlsx(paper(id, asked, language, Integer.MAX_VALUE));
  }

  /** The trial on paper. */
  @RolesAllowed({Permissions.RULES_PROPOSE, Permissions.RULES_APPROVE})
  public byte[] pdf(String id, Asked asked, Language language) {
    return files.pdf(paper(id, asked, language, PRINTED), language);
  }

  private Paper paper(String id, Asked asked, Language language, int most) {
    TrialView view = queries.view(id, asked, 0, most);
    TrialView.Head head = view.head();
    Words words = new Words(language);
    return new Paper(
        words.of("title", words.text(head.level().key()), String.join(", ", head.terms())),
        words.of(
                "note",
                head.comparedWith(),
                head.judgedOn(),
                head.by(),
                head.at().atZone(time.zone()).toLocalDate())
            + " "
            + words.of(
                "kept",
                view.counts().elsewhere(),
                view.counts().decided(),
                view.counts().withoutScore())
            + (view.found() > most ? " " + words.of("printed", most, view.found()) : ""),
        List.of(
            changes(view, words),
            totals(view.counts(), words),
            cuts(view, words),
            students(view, words),
            results(view, words)),
        List.of());
  }

  /** Words of a language. */
  private record Words(Language language) {

    String of(String key, Object... args) {
      return Messages.text(language, KEY + key, args);
    }

    String text(String key) {
      return Messages.text(language, key);
    }

    List<String> headings(String... keys) {
      return Stream.of(keys).map(key -> of(key)).toList();
    }

    String name(Keyed one) {
      return one == null ? null : text(one.key());
    }

    String value(RuleSetView.Line line, String value) {
      if (value == null) {
        return text("curriculum.rules.unset");
      }
      return switch (line.kind()) {
        case BOOLEAN -> text("curriculum.rules." + ("true".equals(value) ? "yes" : "no"));
        case CHOICE -> text("curriculum.choice." + value);
        default -> value;
      };
    }

    String parameters(List<RuleParameter> by) {
      return by.stream()
          .map(one -> text("curriculum.parameter." + one.name()))
          .collect(Collectors.joining("; "));
    }
  }

  private static ReportTable changes(TrialView view, Words words) {
    List<List<Object>> rows = new ArrayList<>();
    for (TrialView.Change change : view.changes()) {
      RuleSetView.Line line = change.line();
      rows.add(
          ReportTable.row(
              words.text("curriculum.parameter." + line.parameter()),
              line.key(),
              words.value(line, line.before()),
              words.value(line, line.value()),
              words.of(change.shown() ? "shown" : "not-shown")));
    }
    return new ReportTable(
        words.of("changes"), words.headings("parameter", "key", "was", "is", "effect"), rows);
  }

  private static ReportTable totals(TrialCounts counts, Words words) {
    List<List<Object>> rows = new ArrayList<>();
    for (TrialColumn column : TrialColumn.values()) {
      rows.add(ReportTable.row(words.text(column.key()), column.of(counts)));
    }
    return new ReportTable(words.of("totals"), words.headings("figure", "count"), rows);
  }

  private static ReportTable cuts(TrialView view, Words words) {
    List<String> headings = new ArrayList<>(words.headings("programme", "course"));
    TrialColumn.IN_TABLE.forEach(column -> headings.add(words.text(column.key())));
    List<List<Object>> rows = new ArrayList<>();
    for (TrialView.Part part : view.cuts()) {
      List<Object> row = new ArrayList<>();
      row.add(part.code() + " " + part.name().in(words.language()));
      row.add(part.course() == 0 ? null : part.course());
      TrialColumn.IN_TABLE.forEach(column -> row.add(column.of(part.counts())));
      rows.add(row);
    }
    return new ReportTable(words.of("cuts"), headings, rows);
  }

  private static ReportTable students(TrialView view, Words words) {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : view.lines()) {
      rows.add(
          ReportTable.row(
              line.name(),
              line.number(),
              line.programme(),
              line.course(),
              pair(line.gpa()),
              pair(line.yearGpa()),
              line.debts().before() + ARROW + line.debts().after(),
              line.debtCredits().before() + ARROW + line.debtCredits().after(),
              named(line.standingBefore() == null ? null : line.standingBefore().key(), words)
                  + ARROW
                  + named(line.standingAfter() == null ? null : line.standingAfter().key(), words),
              named(line.promotionBefore() == null ? null : line.promotionBefore().key(), words)
                  + ARROW
                  + named(
                      line.promotionAfter() == null ? null : line.promotionAfter().key(), words),
              words.name(line.crossing())));
    }
    return new ReportTable(
        words.of("students") + " (" + view.found() + ")",
        words.headings(
            "student",
            "number",
            "programme",
            "course",
            "gpa",
            "year-gpa",
            "debts",
            "debt-credits",
            "standing",
            "promotion",
            "crossing"),
        rows);
  }

  private static ReportTable results(TrialView view, Words words) {
    List<List<Object>> rows = new ArrayList<>();
    for (Line line : view.lines()) {
      for (Mark mark : line.results()) {
        rows.add(
            ReportTable.row(
                line.name(),
                line.number(),
                mark.term(),
                mark.code() + " " + mark.name().in(words.language()),
                mark.credits(),
                mark.before(),
                mark.after(),
                words.text(mark.way().key())
                    + (mark.isCountedOther()
                        ? "; " + words.of(mark.countedAfter() ? "counts-now" : "counts-no-more")
                        : ""),
                words.parameters(mark.by())));
      }
    }
    return new ReportTable(
        words.of("results"),
        words.headings(
            "student",
            "number",
            "term",
            "discipline",
            "credits",
            "was",
            "is",
            "way",
            "by-parameter"),
        rows);
  }

  private static String named(String key, Words words) {
    return key == null ? "—" : words.text(key);
  }

  private static String pair(Pair pair) {
    return ReportTable.shown(pair.before()) + ARROW + ReportTable.shown(pair.after());
  }
}
