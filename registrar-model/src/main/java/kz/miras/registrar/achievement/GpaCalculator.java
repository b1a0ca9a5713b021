package kz.miras.registrar.achievement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import kz.miras.registrar.calendar.TermRef;

/**
 * GPA-1 to GPA-6, GPA-8. GPA of a term, of an academic year and of the whole study, by O152
 * п.2(28).
 *
 * <p>Each period is judged by itself: the GPA of a term is made of the attempts taken in that term,
 * and a repeat in another term never changes it.
 */
public final class GpaCalculator {

  /** Written into snapshots; changes when the formula does. */
  public static final int FORMULA_VERSION = 1;

  private final RulesOfTime rules;

  /** Every result by the rules it was given by (GPA-8). */
  public GpaCalculator(RulesOfTime rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  /** Attempts of one term, with that session's FX retakes, appeals and annulments. */
  public GpaStatement term(Collection<Result> ledger, TermRef term) {
    return statement(ledger, it -> it.term().equals(term));
  }

  /**
   * Autumn, spring and summer of an academic year.
   *
   * @param yearStart 2025 for 2025/26
   */
  public GpaStatement year(Collection<Result> ledger, int yearStart) {
    return statement(ledger, it -> it.term().yearStart() == yearStart);
  }

  /** The whole study up to now: the overall GPA of transcript and diploma. */
  public GpaStatement cumulative(Collection<Result> ledger) {
    return statement(ledger, it -> true);
  }

  private GpaStatement statement(Collection<Result> ledger, Predicate<Result> period) {
    CountedResults counted = CountedResults.of(ledger.stream().filter(period).toList(), rules);
    List<GpaLine> lines = new ArrayList<>();
    BigDecimal points = BigDecimal.ZERO;
    int credits = 0;
    for (CountedLine line : counted.lines()) {
      GpaLine explained = new GpaLine(line, part(line));
      lines.add(explained);
      points = points.add(explained.points().orElse(BigDecimal.ZERO));
      credits += explained.credits();
    }
    return new GpaStatement(
        lines,
        points,
        credits,
        rules.inForce().gpaDigits(),
        counted.earned(),
        counted.earnedAdditional());
  }

  private GpaPart part(CountedLine line) {
    Result result = line.result();
    if (!line.counts()) {
      return GpaPart.NOT_COUNTED_ATTEMPT;
    }
    if (result.is(Trait.ADDITIONAL_STUDY)) {
      return GpaPart.ADDITIONAL_STUDY;
    }
    if (result.is(Trait.OUTSIDE_GPA)) {
      return GpaPart.EXCLUDED_DISCIPLINE;
    }
    if (result.grade().digital().isEmpty()) {
      return GpaPart.NO_DIGITAL;
    }
    return result.grade().fails() && !rules.of(result).gpaIncludesFail()
        ? GpaPart.FAIL_LEFT_OUT
        : GpaPart.COUNTED;
  }
}
