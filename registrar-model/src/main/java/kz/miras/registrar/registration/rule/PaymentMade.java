package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-21. Where a discipline is to be paid, the seat is given when the payment is confirmed; until
 * then it is only requested.
 */
final class PaymentMade implements RegistrationRule {

  @Override
  public String number() {
    return "REG-21";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    return line.paid() == null || line.paid()
        ? Verdict.allowed()
        : Verdict.provisional(Refusal.of("registration.unpaid", number(), line.discipline()));
  }
}
