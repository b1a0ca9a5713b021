package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-3. A full section, or one somebody waits for already, has a place in its queue instead of a
 * seat; seats reserved for others are not free (O152 п.30).
 */
final class SeatFree implements RegistrationRule {

  @Override
  public String number() {
    return "REG-3";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    for (SectionFact section : line.sections()) {
      if (section.isFull()) {
        verdict = verdict.and(Verdict.warning(queue(section)));
      }
    }
    return verdict;
  }

  private Refusal queue(SectionFact section) {
    int place = section.waiting() + 1;
    return section.reserved() > 0 && section.released() != null
        ? Refusal.of(
            "registration.would-wait-reserved",
            number(),
            section.code(),
            place,
            section.reserved(),
            section.released())
        : Refusal.of("registration.would-wait", number(), section.code(), place);
  }
}
