package kz.miras.registrar.registration.rule;

import java.util.Map;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-2. Prerequisites are passed or recognised; one whose mark is not there yet lets in until it
 * arrives. One of the same term comes too late; only the office may enrol then (O152 п.33, 35).
 */
final class PrerequisitesPassed implements RegistrationRule {

  @Override
  public String number() {
    return "REG-2";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    for (Map.Entry<String, NeededStanding> needed : line.prerequisites().entrySet()) {
      if (needed.getValue() != NeededStanding.PASSED) {
        verdict = verdict.and(open(needed.getKey(), needed.getValue(), facts));
      }
    }
    return verdict;
  }

  private Verdict open(String code, NeededStanding standing, PlanFacts facts) {
    boolean sameTerm = facts.line(code).isPresent();
    if (standing == NeededStanding.STUDIED || (sameTerm && facts.office())) {
      return Verdict.provisional(Refusal.of("registration.prerequisite-open", number(), code));
    }
    return sameTerm
        ? Verdict.refused(Refusal.of("registration.prerequisite-beside", number(), code))
        : Verdict.refused(Refusal.of("registration.prerequisite", number(), code));
  }
}
