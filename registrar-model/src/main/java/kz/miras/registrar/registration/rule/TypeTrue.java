package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-16. A debt is what is owed, a difference what coming into the curriculum has left open:
 * naming a discipline one does not make it one, nor gives it the limit of debts. A minor is of the
 * programme recorded for the student as one; any other outside the own programme needs the office.
 */
final class TypeTrue implements RegistrationRule {

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
    if (line.type() == EnrolmentType.DEBT && !line.isOwed()) {
      return untrue("registration.no-debt", line, facts);
    }
    if (line.type() == EnrolmentType.DIFFERENCE && line.owed() != Owed.DIFFERENCE) {
      return untrue("registration.no-difference", line, facts);
    }
    return line.source() == LineSource.MINOR && !line.followed() && !facts.office()
        ? untrue("registration.not-in-programme", line, facts)
        : Verdict.allowed();
  }

  private Verdict untrue(String code, WantedLine line, PlanFacts facts) {
    Refusal reason = Refusal.of(code, number(), line.discipline());
    return facts.office() ? Verdict.warning(reason) : Verdict.refused(reason);
  }
}
