package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-4. A cancelled or closed offering takes nobody; nor does an elective of bachelors that the
 * office has refused before it had groups (DEM-2), in that language.
 */
final class OfferingOpen implements RegistrationRule {

  @Override
  public String number() {
    return "REG-4";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    if (!line.open()) {
      return Verdict.refused(
          Refusal.of("registration.offering-closed", number(), line.discipline()));
    }
    return line.refused() && isBound(line, facts)
        ? Verdict.refused(
            Refusal.of(
                "registration.elective-refused", number(), line.discipline(), line.language()))
        : Verdict.allowed();
  }

  /** What the programme prescribes to everybody, and who is no bachelor, is never refused. */
  private static boolean isBound(WantedLine line, PlanFacts facts) {
    boolean compulsory = line.choiceBlock() == null && line.source() == LineSource.PROGRAMME;
    return facts.level() == Level.BACHELOR && !compulsory;
  }
}
