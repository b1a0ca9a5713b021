package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SUM-2. In the summer semester every discipline serves one of the lawful purposes (O152 п.22). */
final class PurposeNamed implements RegistrationRule {

  @Override
  public String number() {
    return "SUM-2";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    if (facts.kind() != TermKind.SUMMER) {
      return Verdict.allowed();
    }
    if (line.purpose() == null) {
      return Verdict.refused(
          Refusal.of("registration.summer-purpose-missing", number(), line.discipline()));
    }
    return line.purpose().fits(line.type())
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of(
                "registration.summer-purpose-differs",
                number(),
                line.discipline(),
                line.purpose(),
                line.type()));
  }
}
