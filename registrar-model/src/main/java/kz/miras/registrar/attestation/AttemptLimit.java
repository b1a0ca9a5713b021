package kz.miras.registrar.attestation;

import java.util.OptionalInt;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CTL-10. Enrolments in one discipline stay within the university's limit; without a limit the
 * student is warned from the third. FX sittings are not attempts.
 */
public final class AttemptLimit {

  private AttemptLimit() {}

  /**
   * Judges one more enrolment.
   *
   * @param attempt its number, the first is 1
   */
  public static Verdict judge(int attempt, RuleSet rules) {
    OptionalInt limit = rules.maxAttempts();
    if (limit.isPresent() && attempt > limit.getAsInt()) {
      return Verdict.refused(
          Refusal.of("attestation.attempts.exceeded", "CTL-10", attempt, limit.getAsInt()));
    }
    return attempt >= rules.integer(RuleParameter.ATTEMPTS_WARN_FROM)
        ? Verdict.warning(Refusal.of("attestation.attempts.many", "CTL-10", attempt))
        : Verdict.allowed();
  }
}
