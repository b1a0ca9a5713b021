package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-16. A discipline comes from the programme, the catalogue of electives, a minor, a debt or a
 * difference; any other needs the approval of the office.
 */
final class InProgramme implements RegistrationRule {

  @Override
  public String number() {
    return "REG-16";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    if (line.source() != LineSource.NONE) {
      return Verdict.allowed();
    }
    Refusal foreign = Refusal.of("registration.not-in-programme", number(), line.discipline());
    return facts.office() ? Verdict.warning(foreign) : Verdict.refused(foreign);
  }
}
