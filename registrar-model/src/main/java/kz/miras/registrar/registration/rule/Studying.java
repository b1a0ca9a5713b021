package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** REG-9. Only who studies registers: not on leave, expelled or graduated. */
final class Studying implements PlanRule {

  @Override
  public String number() {
    return "REG-9";
  }

  @Override
  public Verdict judge(List<WantedLine> lines, PlanFacts facts, RuleSet rules) {
    return facts.status().mayStudy()
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.not-studying", number()));
  }
}
