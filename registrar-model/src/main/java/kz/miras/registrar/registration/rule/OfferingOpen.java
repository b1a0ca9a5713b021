package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** REG-4. A cancelled or closed offering takes nobody. */
final class OfferingOpen implements RegistrationRule {

  @Override
  public String number() {
    return "REG-4";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    return line.open()
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.offering-closed", number(), line.discipline()));
  }
}
