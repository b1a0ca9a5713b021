package kz.miras.registrar.registration.rule;

import java.util.Map;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-17. A corequisite is passed, studied or taken in the same plan, in whatever order the lines
 * of a request stand.
 */
final class CorequisitesTaken implements RegistrationRule {

  @Override
  public String number() {
    return "REG-17";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    for (Map.Entry<String, NeededStanding> needed : line.corequisites().entrySet()) {
      boolean met =
          needed.getValue() == NeededStanding.PASSED
              || needed.getValue() == NeededStanding.STUDIED
              || facts.line(needed.getKey()).isPresent()
              || facts.together().contains(needed.getKey());
      if (!met) {
        Refusal missing =
            Refusal.of("registration.corequisite", number(), line.discipline(), needed.getKey());
        verdict = verdict.and(Verdict.refused(missing));
      }
    }
    return verdict;
  }
}
