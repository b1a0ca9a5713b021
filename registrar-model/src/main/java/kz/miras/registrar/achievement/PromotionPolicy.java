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
