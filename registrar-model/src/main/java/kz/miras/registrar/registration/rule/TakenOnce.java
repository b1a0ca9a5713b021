package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** REG-10. One discipline once in a term; changing its section is no second time. */
public final class TakenOnce implements RegistrationRule {

  private static final String RULE = "REG-10";

  /**
   * A file changes no enrolment that is there: a row says it again, or is refused.
   *
   * @param offering code of the stream
   * @param same whether the row says what stands there, or nothing stands there
   */
  public static Verdict again(String offering, boolean same) {
    return same
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.already", RULE, offering).at("student_no"));
  }

  @Override
  public String number() {
    return RULE;
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    return facts.line(line.discipline()).isPresent() && !line.discipline().equals(line.replaces())
        ? Verdict.refused(Refusal.of("registration.twice", number(), line.discipline()))
        : Verdict.allowed();
  }
}
