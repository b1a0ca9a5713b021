package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-5. A discipline that is to take the place of another one drops that one without a trace, so
 * it is judged as a drop; another group of the same discipline drops nothing.
 */
final class SwapInTime implements RegistrationRule {

  @Override
  public String number() {
    return "REG-5";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    boolean drops = line.replaces() != null && !line.replaces().equals(line.discipline());
    return drops && facts.changesUntil() != null
        ? Leaving.dropped(facts.now(), facts.changesUntil())
        : Verdict.allowed();
  }
}
