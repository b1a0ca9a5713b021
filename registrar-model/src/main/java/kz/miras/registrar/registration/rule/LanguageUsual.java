package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.Strictness;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-20. A section in another language than the student's is warned of or refused, as the
 * university has decided.
 */
final class LanguageUsual implements RegistrationRule {

  @Override
  public String number() {
    return "REG-20";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    boolean same =
        line.language() == null
            || facts.studyLanguage() == null
            || line.language() == facts.studyLanguage();
    Strictness strictness = rules.strictness(RuleParameter.REG_LANGUAGE);
    if (same || strictness == Strictness.IGNORE) {
      return Verdict.allowed();
    }
    Refusal reason =
        Refusal.of(
            "registration.language",
            number(),
            line.discipline(),
            line.language(),
            facts.studyLanguage());
    return strictness == Strictness.REFUSE && !facts.office()
        ? Verdict.refused(reason)
        : Verdict.warning(reason);
  }
}
