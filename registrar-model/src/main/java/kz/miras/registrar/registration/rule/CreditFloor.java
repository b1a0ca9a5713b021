package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-18. A whole plan with fewer credits than usual is warned of: the programme cannot be finished
 * in time that way. Whoever has fewer left in the programme than that, in its last terms, takes
 * what is left.
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
    int usual = rules.integer(RuleParameter.REG_MIN_CREDITS);
    int least = least(facts, rules);
    if (total >= least) {
      return Verdict.allowed();
    }
    return Verdict.warning(
        least < usual
            ? Refusal.of("registration.credit-floor-left", number(), total, least, usual)
            : Refusal.of("registration.credit-floor", number(), total, least));
  }

  /** The least of a whole plan: the usual one, or what is left of the programme. */
  static int least(PlanFacts facts, RuleSet rules) {
    int usual = rules.integer(RuleParameter.REG_MIN_CREDITS);
    return facts.left() == null ? usual : Math.min(usual, facts.left());
  }
}
