package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CTL-9. A passed discipline is taken again only to raise the GPA, with a warning; only a passed
 * one can be raised, and a repeat is called one (O595 п.45).
 */
final class RepeatLawful implements RegistrationRule {

  @Override
  public String number() {
    return "CTL-9";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    boolean passed = line.standing() == Standing.PASSED;
    boolean raise = line.type() == EnrolmentType.GPA_RAISE;
    if (passed || raise) {
      String code =
          !passed
              ? "registration.raise-nothing"
              : raise ? "registration.gpa-raise" : "registration.passed-before";
      Refusal reason = Refusal.of(code, number(), line.discipline());
      return passed && raise ? Verdict.warning(reason) : Verdict.refused(reason);
    }
    // what was failed is paid for (CTL-8): no other name spares that
    if (line.standing() == Standing.FAILED
        && (line.type() == EnrolmentType.MAIN || line.type() == EnrolmentType.DEBT)) {
      return unlessOffice(facts, "registration.repeat-unnamed", line.discipline());
    }
    return line.standing() == Standing.NONE && line.type() == EnrolmentType.RETAKE
        ? unlessOffice(facts, "registration.repeat-nothing", line.discipline())
        : Verdict.allowed();
  }

  /** The office knows why; whoever registers alone is told to choose the other kind. */
  private Verdict unlessOffice(PlanFacts facts, String code, String discipline) {
    Refusal reason = Refusal.of(code, number(), discipline);
    return facts.office() ? Verdict.warning(reason) : Verdict.refused(reason);
  }
}
