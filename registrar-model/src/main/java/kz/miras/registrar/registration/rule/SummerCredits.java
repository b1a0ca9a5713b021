package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SUM-3. In the summer semester one limit counts for everything that is taken. */
final class SummerCredits implements PlanRule {

  @Override
  public String number() {
    return "SUM-3";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Verdict judge(List<WantedLine> lines, PlanFacts facts, RuleSet rules) {
    if (facts.kind() != TermKind.SUMMER) {
      return Verdict.allowed();
    }
    int total = CountedCredits.of(lines, facts, type -> true);
    int limit = rules.integer(RuleParameter.SUMMER_MAX_CREDITS);
    return total <= limit || !CountedCredits.grow(lines, facts, type -> true)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.summer-limit", number(), total, limit));
  }
}
