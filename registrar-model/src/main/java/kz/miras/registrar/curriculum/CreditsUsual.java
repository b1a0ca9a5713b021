package kz.miras.registrar.curriculum;

import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** CRD-2. A discipline has the credits the university allows; fewer than usual only warn. */
public final class CreditsUsual {

  private CreditsUsual() {}

  public static Verdict judge(int credits, RuleSet rules) {
    int least = rules.integer(RuleParameter.MIN_CREDITS);
    int usual = rules.integer(RuleParameter.WARN_CREDITS);
    if (credits < least) {
      return Verdict.refused(Refusal.of("curriculum.credits.least", "CRD-2", least).at("credits"));
    }
    return credits < usual
        ? Verdict.warning(Refusal.of("curriculum.credits.few", "CRD-2", usual).at("credits"))
        : Verdict.allowed();
  }
}
