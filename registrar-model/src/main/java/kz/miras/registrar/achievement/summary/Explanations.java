package kz.miras.registrar.achievement.summary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.GpaLine;
import kz.miras.registrar.achievement.GpaPart;
import kz.miras.registrar.achievement.GpaStatement;
import kz.miras.registrar.achievement.HonoursPolicy;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Reason;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Cycle;

/** ACH-9. Explains the figures of one history by the calculation that makes them. */
public final class Explanations {

  /** Message key of credits whose cycle is not known. */
  private static final String OTHER = "achievement.cycle.OTHER";

  private static final Comparator<Explanation.Line> BY_CYCLE =
      Comparator.comparing(
          Explanation.Line::group,
          Comparator.comparingInt(
              group -> {
                for (Cycle cycle : Cycle.values()) {
                  if (cycle.key().equals(group)) {
                    return cycle.ordinal();
                  }
                }
                return Cycle.values().length;
              }));

  private final Map<Long, LedgerEntry> entries = new HashMap<>();
  private final List<Result> results;
  private final GpaCalculator calculator;
  private final RulesOfTime rules;

  private Explanations(Collection<LedgerEntry> ledger, RulesOfTime rules) {
    ledger.forEach(entry -> entries.put(entry.position(), entry));
    results = ledger.stream().map(LedgerEntry::toResult).toList();
    calculator = new GpaCalculator(rules);
    this.rules = rules;
  }

  /** Of the entries that stood on the day that is asked about. */
  public static Explanations of(Collection<LedgerEntry> ledger, RulesOfTime rules) {
    return new Explanations(ledger, rules);
  }

  /**
   * Explains a figure that the entries alone make.
   *
   * @param of year or term, as {@link AchievementSummary} names it; of no meaning for the others
   * @return empty where the history has no such period, or the figure is not made of entries alone
   */
  public Optional<Explanation> explain(Figure figure, String of) {
    return switch (figure) {
      case GPA -> Optional.of(average(figure, null, result -> true));
      case YEAR_GPA -> period(figure, of, result -> result.term().academicYear().equals(of));
      case TERM_GPA ->
          period(figure, of, result -> AchievementSummary.name(result.term()).equals(of));
      case CREDITS -> Optional.of(credits());
      case HONOURS -> Optional.of(honours());
      case DEBTS, STANDING, NEXT_COURSE -> Optional.empty();
    };
  }

  private Optional<Explanation> period(Figure figure, String of, Predicate<Result> within) {
    return results.stream().anyMatch(within)
        ? Optional.of(average(figure, of, within))
        : Optional.empty();
  }

  private Explanation average(Figure figure, String of, Predicate<Result> within) {
    GpaStatement statement = calculator.cumulative(results.stream().filter(within).toList());
    List<Explanation.Line> lines =
        statement.lines().stream().map(line -> line(line, null, line.isInGpa())).toList();
    return explained(
        figure,
        of,
        statement.rounded().orElse(null),
        lines,
        statement.points(),
        statement.credits());
  }

  private Explanation credits() {
    GpaStatement whole = calculator.cumulative(results);
    List<Explanation.Line> lines =
        new ArrayList<>(
            whole.lines().stream()
                .filter(line -> line.line().earned().value() > 0)
                .map(line -> line(line, group(line), line.part() != GpaPart.ADDITIONAL_STUDY))
                .toList());
    lines.sort(BY_CYCLE);
    int earned = whole.earned().value();
    return explained(Figure.CREDITS, null, BigDecimal.valueOf(earned), lines, null, earned);
  }

  /** What stands against honours, by the thresholds in force. */
  private Explanation honours() {
    Map<Long, HonoursPolicy.Against> against = new HashMap<>();
    new HonoursPolicy(rules)
        .against(results)
        .forEach((result, what) -> against.put(result.position(), what));
    GpaStatement whole = calculator.cumulative(results);
    List<Explanation.Line> lines =
        whole.lines().stream()
            .filter(line -> against.containsKey(line.line().result().position()))
            .map(line -> line(line, null, line.isInGpa()))
            .map(line -> because(line, against.get(line.position())))
            .toList();
    return new Explanation(
        Figure.HONOURS,
        null,
        whole.rounded().orElse(null),
        lines,
        null,
        whole.credits(),
        Figure.HONOURS.rules(),
        List.of(rules.inForce().code()));
  }

  private static Explanation.Line because(Explanation.Line line, HonoursPolicy.Against what) {
    String why =
        switch (what) {
          case LETTER -> "achievement.honours.why.letter";
          case FINAL_ATTESTATION -> "achievement.honours.why.attestation";
          case RETAKE -> "achievement.honours.why.retake";
        };
    return new Explanation.Line(
        line.position(),
        line.code(),
        line.name(),
        line.term(),
        line.group(),
        line.credits(),
        line.sign(),
        line.digital(),
        line.points(),
        line.taken(),
        why,
        CountingRule.HON_1,
        line.ruleSet(),
        line.document(),
        line.date());
  }

  private String group(GpaLine line) {
    if (line.part() == GpaPart.ADDITIONAL_STUDY) {
      return Cycle.ADDITIONAL.key();
    }
    Cycle cycle = entries.get(line.line().result().position()).discipline().cycle();
    return cycle == null ? OTHER : cycle.key();
  }

  /**
   * Message key of the cycle a summary counts credits under.
   *
   * @param cycle as {@link AchievementSummary#cycles()} names it
   */
  public static String cycleKey(String cycle) {
    return cycle.equals(AchievementSummary.NO_CYCLE) ? OTHER : Cycle.valueOf(cycle).key();
  }

  private static Explanation explained(
      Figure figure,
      String of,
      BigDecimal value,
      List<Explanation.Line> lines,
      BigDecimal points,
      int credits) {
    TreeSet<CountingRule> rules = new TreeSet<>(figure.rules());
    TreeSet<String> sets = new TreeSet<>();
    for (Explanation.Line line : lines) {
      rules.add(line.rule());
      if (line.ruleSet() != null) {
        sets.add(line.ruleSet());
      }
    }
    return new Explanation(
        figure, of, value, lines, points, credits, List.copyOf(rules), List.copyOf(sets));
  }

  private Explanation.Line line(GpaLine explained, String group, boolean taken) {
    Result result = explained.line().result();
    LedgerEntry entry = entries.get(result.position());
    TermRef term = result.term();
    return new Explanation.Line(
        result.position(),
        entry.discipline().code(),
        entry.discipline().name(),
        term,
        group,
        result.credits().value(),
        result.grade().sign(),
        explained.isInGpa() ? result.grade().digital().orElse(null) : null,
        explained.points().orElse(null),
        taken,
        explained.line().counts() && !explained.isInGpa()
            ? explained.part().key()
            : explained.line().reason().key(),
        rule(explained.line().reason(), explained.part()),
        result.ruleSetCode(),
        entry.source().document(),
        result.date());
  }

  /** The rule by which an entry is in a sum or not. */
  static CountingRule rule(Reason reason, GpaPart part) {
    if (reason.isCounted() && part != GpaPart.COUNTED) {
      return switch (part) {
        case NO_DIGITAL -> CountingRule.GPA_4;
        case FAIL_LEFT_OUT -> CountingRule.GPA_8;
        case ADDITIONAL_STUDY -> CountingRule.ACH_6;
        default -> CountingRule.GPA_6;
      };
    }
    return switch (reason) {
      case ONLY_ATTEMPT -> CountingRule.GPA_1;
      case LAST_POSITIVE, FAILED_AFTER_PASS -> CountingRule.ACH_2;
      case CORRECTED -> CountingRule.ACH_3;
      case PENDING, WITHDRAWN -> CountingRule.ACH_4;
      case OVERTAKEN -> CountingRule.ACH_5;
      case LAST_ATTEMPT, BEST_ATTEMPT, SUPERSEDED_BY_LATER, SUPERSEDED_BY_BETTER, CONTINUED ->
          CountingRule.ACH_1;
    };
  }
}
