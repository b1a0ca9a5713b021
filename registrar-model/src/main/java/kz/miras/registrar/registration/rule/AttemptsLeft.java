package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CTL-10. No more attempts than the rules allow, where they limit them; many attempts are warned
 * of. FX sittings are no attempts (O595 п.40).
 */
final class AttemptsLeft implements RegistrationRule {

  @Override
  public String number() {
    return "CTL-10";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    int attempt = line.attemptNo();
    if (rules.maxAttempts().isPresent() && attempt > rules.maxAttempts().getAsInt()) {
      return Verdict.refused(
          Refusal.of("registration.attempts", number(), rules.maxAttempts().getAsInt()));
    }
    return attempt >= rules.integer(RuleParameter.ATTEMPTS_WARN_FROM)
        ? Verdict.warning(Refusal.of("registration.attempts.many", number(), attempt))
        : Verdict.allowed();
  }
}
