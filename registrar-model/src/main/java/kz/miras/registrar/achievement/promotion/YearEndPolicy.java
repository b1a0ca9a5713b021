package kz.miras.registrar.achievement.promotion;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.PromotionDecision;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.PromotionPolicy;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * PRO-1 to PRO-3, PRO-8, PRO-11, PRO-12. What becomes of a student at the end of a year: by the
 * threshold before the last course, by graduation from it. Grounds for expulsion are only shown.
 */
public final class YearEndPolicy {

  private final PromotionPolicy promotion;

  /** By the rules that were in force at the end of the year (PAR-5). */
  public YearEndPolicy(RuleSet rules) {
    this.promotion = new PromotionPolicy(Objects.requireNonNull(rules, "rules"));
  }

  /**
   * What the rules propose.
   *
   * @param closed whether nothing of the year is open (PRO-6)
   */
  public YearEndProposal propose(YearEndFacts student, boolean closed) {
    return student.isLastCourse() ? leaving(student) : going(student, closed);
  }

  private YearEndProposal going(YearEndFacts student, boolean closed) {
    PromotionDecision decision =
        promotion.decide(student.course(), student.gpa(), student.debts(), closed);
    List<Refusal> reasons = new ArrayList<>(decision.verdict().refusals());
    decision.decided().ifPresent(outcome -> reasons.addAll(why(outcome, decision)));
    pending(student, reasons);
    return new YearEndProposal(
        decision.outcome(),
        decision.gpa(),
        decision.threshold(),
        student.debts().value(),
        reasons,
        grounds(student, decision.outcome()).warnings());
  }

  private static List<Refusal> why(PromotionOutcome outcome, PromotionDecision decision) {
    BigDecimal gpa = decision.gpa();
    BigDecimal threshold = decision.threshold();
    boolean reached = gpa.compareTo(threshold) >= 0;
    List<Refusal> reasons = new ArrayList<>();
    reasons.add(
        reached
            ? fact("achievement.promotion.reached", gpa.toPlainString(), threshold.toPlainString())
            : fact("achievement.promotion.below", gpa.toPlainString(), threshold.toPlainString()));
    int debts = decision.debtCredits().value();
    if (debts > 0) {
      reasons.add(
          reached && outcome == PromotionOutcome.REPEAT
              ? fact("achievement.promotion.too-much-debt", debts)
              : fact("achievement.promotion.debt", debts));
    }
    return reasons;
  }

  private static YearEndProposal leaving(YearEndFacts student) {
    Verdict verdict = graduates(student);
    List<Refusal> reasons = new ArrayList<>(verdict.refusals());
    if (verdict.isAllowed()) {
      reasons.add(fact("achievement.promotion.complete", student.earned(), student.needed()));
    }
    pending(student, reasons);
    return new YearEndProposal(
        verdict.isAllowed() ? PromotionOutcome.GRADUATED : null,
        student.gpa().map(Gpa::rounded).orElse(null),
        null,
        student.debts().value(),
        reasons,
        grounds(student, null).warnings());
  }

  /** PRO-8. Whether a student of the last course has all that graduation needs. */
  public static Verdict graduates(YearEndFacts student) {
    Verdict verdict = Verdict.allowed();
    if (student.earned() < student.needed()) {
      verdict =
          verdict.and(
              refused("achievement.promotion.credits-missing", student.earned(), student.needed()));
    }
    if (!student.debts().isZero()) {
      verdict = verdict.and(refused("achievement.promotion.debts-open", student.debts().value()));
    }
    return switch (student.attestation()) {
      case PASSED -> verdict;
      case NONE -> verdict.and(refused("achievement.promotion.no-attestation"));
      case FAILED -> verdict.and(refused("achievement.promotion.attestation-failed"));
    };
  }

  /** PRO-11. What may be a ground for expulsion; it is a warning and changes no outcome. */
  public static Verdict grounds(YearEndFacts student, PromotionOutcome outcome) {
    Verdict verdict = Verdict.allowed();
    if (outcome == PromotionOutcome.REPEAT && student.repeated()) {
      verdict = verdict.and(ground("achievement.promotion.ground-repeated", student.course()));
    }
    if (student.attestation() == YearEndFacts.Attestation.FAILED) {
      verdict = verdict.and(ground("achievement.promotion.ground-attestation"));
    }
    return student.exhausted().isEmpty()
        ? verdict
        : verdict.and(
            ground(
                "achievement.promotion.ground-attempts", String.join(", ", student.exhausted())));
  }

  /**
   * PRO-8, PRO-12. Whether somebody may decide otherwise than proposed.
   *
   * @param last whether no course follows
   * @param complete whether graduation was proposed
   * @param wished null leaves the student out of the run
   */
  public static Verdict decides(
      boolean last, boolean complete, PromotionOutcome wished, String reason) {
    Verdict verdict =
        reason == null || reason.isBlank()
            ? Verdict.refused(Refusal.of("achievement.promotion.no-reason", "PRO-12").at("reason"))
            : Verdict.allowed();
    if (wished == PromotionOutcome.GRADUATED && !complete) {
      return verdict.and(
          Verdict.refused(
              Refusal.of("achievement.promotion.not-complete", "PRO-12").at("outcome")));
    }
    boolean moves =
        wished == PromotionOutcome.PROMOTED || wished == PromotionOutcome.PROMOTED_WITH_DEBT;
    return moves && last
        ? verdict.and(
            Verdict.refused(
                Refusal.of("achievement.promotion.no-course-follows", "PRO-12").at("outcome")))
        : verdict;
  }

  private static void pending(YearEndFacts student, List<Refusal> reasons) {
    if (student.pending() > 0) {
      reasons.add(fact("achievement.promotion.pending", student.pending()));
    }
  }

  /** What led to a proposal; it asks nothing of anybody. */
  private static Refusal fact(String code, Serializable... args) {
    return new Refusal(code, "PRO-3", "", List.of(args));
  }

  private static Verdict refused(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "PRO-8", args));
  }

  private static Verdict ground(String code, Serializable... args) {
    return Verdict.warning(Refusal.of(code, "PRO-11", args));
  }
}
