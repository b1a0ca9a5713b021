package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SUM-8. In the summer semester only what its approved plan teaches is taken, and seats only in
 * groups that were opened by it; the office is bound by that too (O152 п.22).
 */
final class SummerPlanned implements RegistrationRule {

  @Override
  public String number() {
    return "SUM-8";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    return facts.kind() == TermKind.SUMMER && Boolean.FALSE.equals(line.planned())
        ? Verdict.refused(Refusal.of("registration.summer-unplanned", number(), line.discipline()))
        : Verdict.allowed();
  }
}
