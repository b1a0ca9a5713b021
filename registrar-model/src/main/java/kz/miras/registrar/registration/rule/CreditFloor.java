package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-18. A whole plan with fewer credits than usual is warned of: the programme cannot be finished
 * in time that way.
 */
final class CreditFloor implements PlanRule {

  @Override
  public String number() {
    return "REG-18";
  }

  @Override
  public Verdict judge(List<WantedLine> lines, PlanFacts facts, RuleSet rules) {
    if (!facts.complete() || facts.kind() == TermKind.SUMMER) {
      return Verdict.allowed();
    }
    int total = CountedCredits.of(lines, facts, type -> true);
    int least = rules.integer(RuleParameter.REG_MIN_CREDITS);
    return total >= least
        ? Verdict.allowed()
        : Verdict.warning(Refusal.of("registration.credit-floor", number(), total, least));
  }
}
