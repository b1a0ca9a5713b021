package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-16. A discipline comes from the programme, the catalogue of electives, a minor, a debt or a
 * difference; any other needs the approval of the office, and so does an elective that the
 * published catalogue of the year leaves out.
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
    return switch (line.source()) {
      case NONE -> foreign("registration.not-in-programme", line, facts);
      // whoever has it already may change the group, whatever a later edition leaves out
      case LEFT_OUT ->
          line.discipline().equals(line.replaces())
              ? Verdict.allowed()
              : foreign("registration.not-in-catalogue", line, facts);
      default -> Verdict.allowed();
    };
  }

  private Verdict foreign(String code, WantedLine line, PlanFacts facts) {
    Refusal reason = Refusal.of(code, number(), line.discipline());
    return facts.office() ? Verdict.warning(reason) : Verdict.refused(reason);
  }
}
