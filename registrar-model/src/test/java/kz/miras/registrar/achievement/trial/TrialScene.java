package kz.miras.registrar.achievement.trial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.LocalizedText;

/** Fixture: a history whose results came from sheets, and the rules they are tried by. */
final class TrialScene {

  static final TermRef AUTUMN = TermRef.autumn(2025);
  static final TermRef SPRING = TermRef.spring(2025);
  static final RuleSet OLD = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  private final List<LedgerEntry> history = new ArrayList<>();
  private final Map<Long, TrialComponents> components = new HashMap<>();

  /** A first sitting of an exam of the autumn. */
  TrialScene exam(String code, int first, int second, int score) {
    return sheet(code, AUTUMN, ResultKind.MAIN, RowScores.of(first, second, score), false);
  }

  /** A row of a sheet and the result it led to. */
  TrialScene sheet(String code, TermRef term, ResultKind kind, RowScores row, boolean carried) {
    int used = kind == ResultKind.FX ? 1 : 0;
    TrialComponents made = new TrialComponents(ControlForm.EXAM, row, used, carried);
    FinalOutcome outcome =
        FinalGradePolicy.of(OLD, DAY).outcome(ControlForm.EXAM, row, used).orElseThrow();
    components.put(history.size() + 1L, made);
    return entry(code, term, kind, outcome.grade(), outcome.admissionRating(), row.score(), 7L);
  }

  /** A result that came from elsewhere. */
  TrialScene elsewhere(String code, Grade grade) {
    return entry(code, AUTUMN, ResultKind.RECOGNISED, grade, null, null, null);
  }

  /** Whatever stands, whatever the row says. */
  TrialScene decided(String code, RowScores row, Grade grade, int rating) {
    components.put(history.size() + 1L, new TrialComponents(ControlForm.EXAM, row, 0, false));
    return entry(code, AUTUMN, ResultKind.MAIN, grade, rating, row.score(), 7L);
  }

  private TrialScene entry(
      String code,
      TermRef term,
      ResultKind kind,
      Grade grade,
      Integer rating,
      Integer score,
      Long sheet) {
    long position = history.size() + 1L;
    history.add(
        new LedgerEntry(
            new UUID(1, position),
            1,
            position,
            new LedgerEntry.Studied(
                null, code, LocalizedText.of(code, code, code), 5, null, null, false, false, false),
            new LedgerEntry.Outcome(1, term, kind, 1, rating, score, grade, DAY, OLD.code()),
            new LedgerEntry.Source(
                sheet,
                sheet == null ? null : SheetKind.MAIN,
                "№ 1",
                null,
                null,
                false,
                "office",
                Instant.EPOCH),
            new byte[32]));
    return this;
  }

  /** The last entry corrects an earlier one, by a protocol that names rating and score. */
  TrialScene correcting(long position) {
    LedgerEntry last = history.remove(history.size() - 1);
    LedgerEntry.Source is = last.source();
    components.put(
        last.position(),
        TrialComponents.corrected(
            ControlForm.EXAM, last.result().rating(), last.result().score(), 0));
    history.add(
        new LedgerEntry(
            last.id(),
            1,
            last.position(),
            last.discipline(),
            last.result(),
            new LedgerEntry.Source(
                is.sheetId(),
                is.sheetKind(),
                is.document(),
                position,
                "appeal",
                false,
                is.author(),
                is.recordedAt()),
            last.seal()));
    return this;
  }

  static RuleSet with(RuleParameter parameter, String value) {
    return OLD.with(parameter, value);
  }

  /** 60/40 becomes 50/50. */
  static RuleSet evenWeights() {
    Map<RuleParameter, String> texts = new HashMap<>(OLD.texts());
    texts.put(RuleParameter.WEIGHT_RATING, "0.5");
    texts.put(RuleParameter.WEIGHT_EXAM, "0.5");
    return RuleSet.of("even", 1, Level.BACHELOR, LocalDate.of(2026, 9, 1), texts);
  }

  static TrialRules rules(RuleSet tried) {
    return new TrialRules(tried, Set.of(AUTUMN, SPRING), code -> OLD, OLD);
  }

  Regrading.Regraded tried(RuleSet by) {
    return new Regrading(rules(by)).of(history, components);
  }

  /** The results of the period by the tried rules. */
  List<TrialResult> results(RuleSet by) {
    return tried(by).results();
  }

  /** The figures before and after, of somebody in course 1 who owes what is failed. */
  TrialDifference figures(RuleSet by) {
    TrialRules rules = rules(by);
    List<Result> before = history.stream().map(LedgerEntry::toResult).toList();
    List<Result> after = tried(by).history().stream().map(LedgerEntry::toResult).toList();
    return new TrialDifference(
        TrialFigures.of(before, rules.before(), 2025, place()),
        TrialFigures.of(after, rules.after(), 2025, place()));
  }

  private static TrialPlace place() {
    return new TrialPlace(1, 2025, 4, 240, 0, 0, 0, true);
  }
}
