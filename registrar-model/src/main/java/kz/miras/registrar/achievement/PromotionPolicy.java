package kz.miras.registrar.achievement;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.GpaComparison;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * PRO-1 to PRO-3. Promotion by the GPA the Учёный совет has set for the year, level and course;
 * compared as printed.
 */
public final class PromotionPolicy {

  private final RuleSet rules;

  public PromotionPolicy(RuleSet rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  /**
   * Decides one student.
   *
   * @param course the course being left
   * @param gpa by the basis of the rules (year or cumulative); empty where there is none
   * @param debts credits of open debts
   * @param summerClosed whether the summer semester of the year is closed (PRO-2)
   */
  public PromotionDecision decide(
      int course, Optional<Gpa> gpa, Credits debts, boolean summerClosed) {
    Optional<BigDecimal> threshold = rules.promotionThreshold(course);
    if (threshold.isEmpty() || !rules.hasPromotionDecision()) {
      return undecided(
          gpa, debts, Refusal.of("achievement.promotion.no-threshold", "PRO-1", course));
    }
    if (gpa.isEmpty()) {
      return undecided(gpa, debts, Refusal.of("achievement.promotion.no-gpa", "PRO-3"));
    }
    return new PromotionDecision(
        outcome(gpa.get(), threshold.get(), debts),
        gpa.get().rounded(),
        threshold.get(),
        debts,
        summerClosed
            ? Verdict.allowed()
            : Verdict.provisional(Refusal.of("achievement.promotion.summer-open", "PRO-2")));
  }

  /**
   * The same, where it is known how long the programme lasts: no threshold applies to its last
   * course, which ends with graduation (PRO-8).
   *
   * @param years the programme lasts
   */
  public PromotionDecision decide(
      int course, int years, Optional<Gpa> gpa, Credits debts, boolean summerClosed) {
    return course < years
        ? decide(course, gpa, debts, summerClosed)
        : undecided(gpa, debts, Refusal.of("achievement.promotion.last-course", "PRO-8"));
  }

  /** The GPA that leads on from a course; empty in the last one, and where none is set. */
  public Optional<BigDecimal> threshold(int course, int years) {
    return course < years ? rules.promotionThreshold(course) : Optional.empty();
  }

  private PromotionOutcome outcome(Gpa gpa, BigDecimal threshold, Credits debts) {
    OptionalInt most = rules.optionalInteger(RuleParameter.PROMOTION_MAX_DEBT_CREDITS);
    if (!gpa.reaches(threshold, GpaComparison.ROUNDED)
        || (most.isPresent() && debts.value() > most.getAsInt())) {
      return PromotionOutcome.REPEAT;
    }
    return debts.isZero() ? PromotionOutcome.PROMOTED : PromotionOutcome.PROMOTED_WITH_DEBT;
  }

  private static PromotionDecision undecided(Optional<Gpa> gpa, Credits debts, Refusal why) {
    return new PromotionDecision(
        null, gpa.map(Gpa::rounded).orElse(null), null, debts, Verdict.refused(why));
  }
}
