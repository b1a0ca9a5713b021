package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.shared.Verdict;

/**
 * PAY-1. What is to be paid for has a price; without one nobody can be asked to pay, so the wish
 * waits and says for what.
 */
final class PriceKnown implements RegistrationRule {

  @Override
  public String number() {
    return "PAY-1";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    Verdict said = PaymentSound.priced(line.unpriced() == null, line.unpriced());
    return new Verdict(List.of(), said.refusals(), false);
  }
}
