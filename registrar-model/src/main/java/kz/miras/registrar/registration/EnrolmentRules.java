package kz.miras.registrar.registration;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * The rules of one enrolment, all on one screen; every one is asked, so that the answer names all
 * reasons at once (domain 2.2, order of checks).
 */
public final class EnrolmentRules {

  private static final List<BiFunction<EnrolmentRequest, RuleSet, Verdict>> ALL =
      List.of(
          EnrolmentRules::studying,
          EnrolmentRules::offeringOpen,
          EnrolmentRules::once,
          EnrolmentRules::notPassedBefore,
          EnrolmentRules::prerequisites,
          EnrolmentRules::creditLimit,
          EnrolmentRules::noClash,
          EnrolmentRules::attempts);

  private EnrolmentRules() {}

  /** What all rules say together. */
  public static Verdict judge(EnrolmentRequest request, RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    for (BiFunction<EnrolmentRequest, RuleSet, Verdict> rule : ALL) {
      verdict = verdict.and(rule.apply(request, rules));
    }
    return verdict;
  }

  /** REG-9. Only who studies registers. */
  static Verdict studying(EnrolmentRequest request, RuleSet rules) {
    return request.status().mayStudy()
        ? Verdict.allowed()
        : refused("registration.not-studying", "REG-9");
  }

  /** REG-4. A cancelled or closed offering takes nobody. */
  static Verdict offeringOpen(EnrolmentRequest request, RuleSet rules) {
    return request.openOffering()
        ? Verdict.allowed()
        : refused("registration.offering-closed", "REG-4");
  }

  /** REG-10. One discipline once in a term. */
  static Verdict once(EnrolmentRequest request, RuleSet rules) {
    return request.takenAlready()
        ? refused("registration.twice", "REG-10", request.discipline())
        : Verdict.allowed();
  }

  /** CTL-9. A passed discipline is taken again only to raise the GPA, with a warning. */
  static Verdict notPassedBefore(EnrolmentRequest request, RuleSet rules) {
    if (request.standing() != AcademicRecord.Standing.PASSED) {
      return Verdict.allowed();
    }
    return request.type() == EnrolmentType.GPA_RAISE
        ? Verdict.warning(Refusal.of("registration.gpa-raise", "CTL-9", request.discipline()))
        : refused("registration.passed-before", "CTL-9", request.discipline());
  }

  /** REG-2. Prerequisites are passed; one being studied lets in until its mark arrives. */
  static Verdict prerequisites(EnrolmentRequest request, RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    for (Map.Entry<String, AcademicRecord.Standing> needed : request.prerequisites().entrySet()) {
      if (needed.getValue() != AcademicRecord.Standing.PASSED) {
        verdict =
            verdict.and(
                request.studiedNow().contains(needed.getKey())
                    ? Verdict.provisional(
                        Refusal.of("registration.prerequisite-open", "REG-2", needed.getKey()))
                    : refused("registration.prerequisite", "REG-2", needed.getKey()));
      }
    }
    return verdict;
  }

  /** REG-8. Soft limit with the director's consent, hard limit; repeats have one of their own. */
  static Verdict creditLimit(EnrolmentRequest request, RuleSet rules) {
    int total = request.creditsInTerm() + request.credits();
    if (request.type().hasOwnLimit()) {
      int limit = rules.integer(RuleParameter.REG_DEBT_CREDITS);
      return total <= limit
          ? Verdict.allowed()
          : refused("registration.debt-limit", "REG-8", total, limit);
    }
    int soft = rules.integer(RuleParameter.REG_SOFT_CREDITS);
    int hard = rules.integer(RuleParameter.REG_HARD_CREDITS);
    if (total > hard) {
      return refused("registration.credit-limit", "REG-8", total, hard);
    }
    return total > soft
        ? Verdict.warning(Refusal.of("registration.credit-approval", "REG-8", total, soft))
        : Verdict.allowed();
  }

  /** REG-11. Lessons do not overlap. */
  static Verdict noClash(EnrolmentRequest request, RuleSet rules) {
    return request.clashes().isEmpty()
        ? Verdict.allowed()
        : refused("registration.clash", "REG-11", String.join(", ", request.clashes()));
  }

  /**
   * CTL-10. No more attempts than the rules allow, where they limit them; many attempts are warned
   * of. FX sittings are no attempts.
   */
  static Verdict attempts(EnrolmentRequest request, RuleSet rules) {
    int attempt = request.attemptNo();
    if (rules.maxAttempts().isPresent() && attempt > rules.maxAttempts().getAsInt()) {
      return refused("registration.attempts", "CTL-10", rules.maxAttempts().getAsInt());
    }
    return attempt >= rules.integer(RuleParameter.ATTEMPTS_WARN_FROM)
        ? Verdict.warning(Refusal.of("registration.attempts.many", "CTL-10", attempt))
        : Verdict.allowed();
  }

  private static Verdict refused(String code, String rule, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args));
  }
}
