package kz.miras.registrar.achievement.promotion;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.GpaStatement;
import kz.miras.registrar.achievement.HonoursPolicy;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.curriculum.GpaComparison;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * HON-2. Whether a student may still get a diploma with honours: lost by an entry that cannot be
 * undone, earned once everything is passed, or open with what still decides.
 *
 * @param state which of them
 * @param reasons what has lost it, or what is still missing
 * @param gpa overall GPA now; null where there is none
 * @param needed the average the remaining credits have to bring at least; null where none remain
 * @param remaining credits of the programme that are not earned yet, at least those of a final
 *     attestation that is still to come
 */
public record HonoursOutlook(
    State state, List<Refusal> reasons, BigDecimal gpa, BigDecimal needed, int remaining)
    implements Serializable {

  private static final BigDecimal HIGHEST = new BigDecimal("4.00");

  /** Reasons that more study can remove. */
  private static final Set<String> OPEN =
      Set.of(
          "achievement.honours.gpa",
          "achievement.honours.no-gpa",
          "achievement.honours.no-final-attestation");

  /** Where a student stands. */
  public enum State implements Keyed {
    EARNED,
    OPEN,
    LOST;

    @Override
    public String key() {
      return "achievement.honours.state." + name();
    }
  }

  public HonoursOutlook {
    reasons = List.copyOf(reasons);
  }

  /**
   * The outlook of a history.
   *
   * @param ledger all entries, corrections included
   * @param credits of the programme
   * @param attestation credits of its final attestation: as long as none counts they remain,
   *     whatever was earned beyond the programme
   */
  public static HonoursOutlook of(
      Collection<Result> ledger, RulesOfTime times, int credits, int attestation) {
    Verdict verdict = new HonoursPolicy(times).judge(ledger);
    GpaStatement overall = new GpaCalculator(times).cumulative(ledger);
    int toCome = isAttested(ledger, times) ? 0 : attestation;
    int remaining = Math.max(toCome, credits - overall.earned().value());
    BigDecimal needed = needed(overall, times.inForce(), remaining);
    BigDecimal gpa = overall.rounded().orElse(null);
    List<Refusal> lost =
        verdict.refusals().stream().filter(one -> !OPEN.contains(one.code())).toList();
    Verdict reach = reachable(overall, times.inForce(), remaining, needed);
    if (!lost.isEmpty() || !reach.isAllowed()) {
      return new HonoursOutlook(
          State.LOST,
          Verdict.allowed().and(new Verdict(lost, List.of(), false)).and(reach).refusals(),
          gpa,
          needed,
          remaining);
    }
    boolean earned = verdict.isAllowed() && remaining == 0;
    return new HonoursOutlook(
        earned ? State.EARNED : State.OPEN, verdict.refusals(), gpa, needed, remaining);
  }

  private static boolean isAttested(Collection<Result> ledger, RulesOfTime times) {
    return CountedResults.of(ledger, times).counted().stream()
        .anyMatch(result -> result.is(Trait.FINAL_ATTESTATION));
  }

  /** Whether the best results on all that remains would still be enough. */
  private static Verdict reachable(
      GpaStatement overall, RuleSet rules, int remaining, BigDecimal needed) {
    BigDecimal least = rules.honoursMinGpa();
    if (remaining > 0) {
      return needed.compareTo(HIGHEST) <= 0
          ? Verdict.allowed()
          : lost("achievement.honours.out-of-reach", printed(least), remaining, printed(needed));
    }
    return overall
        .gpa()
        .map(
            it ->
                it.reaches(least, rules.honoursComparison())
                    ? Verdict.allowed()
                    : lost("achievement.honours.gpa-final", it.toString(), printed(least)))
        .orElseGet(() -> lost("achievement.honours.no-gpa-left", printed(least)));
  }

  private static String printed(BigDecimal gpa) {
    return Gpa.printed(gpa).toPlainString();
  }

  private static Verdict lost(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "HON-2", args));
  }

  private static BigDecimal needed(GpaStatement overall, RuleSet rules, int remaining) {
    if (remaining == 0) {
      return null;
    }
    BigDecimal least =
        rules.honoursComparison() == GpaComparison.ROUNDED
            ? rules.honoursMinGpa().subtract(half(rules))
            : rules.honoursMinGpa();
    BigDecimal points =
        least
            .multiply(BigDecimal.valueOf((long) overall.credits() + remaining))
            .subtract(overall.points());
    return points
        .max(BigDecimal.ZERO)
        .divide(BigDecimal.valueOf(remaining), 2, RoundingMode.CEILING);
  }

  /** Half a unit of the last digit an average is printed with. */
  private static BigDecimal half(RuleSet rules) {
    return BigDecimal.valueOf(5, rules.gpaDigits() + 1);
  }
}
