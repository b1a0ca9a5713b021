package kz.miras.registrar.achievement.trial;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.GpaStatement;
import kz.miras.registrar.achievement.PromotionDecision;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.PromotionPolicy;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.promotion.YearEndFacts;
import kz.miras.registrar.achievement.promotion.YearEndPolicy;
import kz.miras.registrar.achievement.promotion.YearEndProposal;
import kz.miras.registrar.achievement.summary.AcademicStanding;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.GpaBasis;

/**
 * The figures of a student on the day that is judged.
 *
 * <p>Immutable.
 *
 * @param gpa of the whole study; null where there is none
 * @param yearGpa of the year that is judged; null where there is none
 * @param earned credits earned, additional study left out
 * @param debts how many there are
 * @param debtCredits their credits
 * @param promotion what is proposed; null where the rules decide nothing
 * @param standing null of who is not in the contingent
 * @param compared the GPA held against the threshold; null where there is none
 * @param threshold the GPA needed; null where none applies
 */
public record TrialFigures(
    BigDecimal gpa,
    BigDecimal yearGpa,
    int earned,
    int debts,
    int debtCredits,
    PromotionOutcome promotion,
    AcademicStanding standing,
    BigDecimal compared,
    BigDecimal threshold)
    implements Serializable {

  /**
   * Derives them.
   *
   * @param results up to the year that is judged
   * @param year the year that is judged, 2025 for 2025/26
   */
  public static TrialFigures of(
      Collection<Result> results, RulesOfTime times, int year, TrialPlace place) {
    GpaCalculator calculator = new GpaCalculator(times);
    GpaStatement whole = calculator.cumulative(results);
    BigDecimal ofYear = calculator.year(results, year).rounded().orElse(null);
    int earned = whole.earned().value();
    if (place.course() == null) {
      return new TrialFigures(
          whole.rounded().orElse(null),
          ofYear,
          earned,
          place.debts(),
          place.debtCredits(),
          null,
          null,
          null,
          null);
    }
    Optional<Gpa> gpa =
        times.inForce().promotionBasis() == GpaBasis.CUMULATIVE
            ? whole.gpa()
            : calculator.year(results, place.courseYear()).gpa();
    Credits owed = Credits.of(place.debtCredits());
    PromotionDecision next =
        new PromotionPolicy(times.inForce())
            .decide(place.course(), place.years(), gpa, owed, place.over());
    YearEndProposal proposal =
        new YearEndPolicy(times.inForce())
            .propose(
                facts(place, gpa, owed, earned, CountedResults.of(results, times)), place.over());
    return new TrialFigures(
        whole.rounded().orElse(null),
        ofYear,
        earned,
        place.debts(),
        place.debtCredits(),
        proposal.outcome(),
        AcademicStanding.of(next, owed),
        proposal.gpa(),
        proposal.threshold());
  }

  private static YearEndFacts facts(
      TrialPlace place, Optional<Gpa> gpa, Credits owed, int earned, CountedResults counted) {
    return new YearEndFacts(
        place.course(),
        place.years(),
        gpa,
        owed,
        place.pending(),
        earned,
        place.needed(),
        YearEndFacts.Attestation.of(counted),
        false,
        List.of());
  }

  /** Whether the threshold is reached; true where none applies. */
  boolean reaches() {
    return threshold == null || (compared != null && compared.compareTo(threshold) >= 0);
  }
}
