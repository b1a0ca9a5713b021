package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** REG-14. Nobody and no decision goes beyond the highest limit of credits of a regular term. */
final class CreditCeiling implements PlanRule {

  @Override
  public String number() {
    return "REG-14";
  }

  @Override
  public Verdict judge(List<WantedLine> lines, PlanFacts facts, RuleSet rules) {
    if (facts.kind() == TermKind.SUMMER
        || lines.stream().allMatch(line -> line.type().hasOwnLimit())) {
      return Verdict.allowed();
    }
    int total = CountedCredits.of(lines, facts, type -> !type.hasOwnLimit());
    int hard = rules.integer(RuleParameter.REG_HARD_CREDITS);
    return total <= hard || !CountedCredits.grow(lines, facts, type -> !type.hasOwnLimit())
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.credit-limit", number(), total, hard));
  }
}
