package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** REG-10. One discipline once in a term; changing its section is no second time. */
final class TakenOnce implements RegistrationRule {

  @Override
  public String number() {
    return "REG-10";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    return facts.line(line.discipline()).isPresent() && !line.discipline().equals(line.replaces())
        ? Verdict.refused(Refusal.of("registration.twice", number(), line.discipline()))
        : Verdict.allowed();
  }
}
