package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SUM-1. The summer semester is for all but the graduating course, and no shorter than the least
 * number of weeks (O152 п.22).
 */
final class SummerAllowed implements PlanRule {

  @Override
  public String number() {
    return "SUM-1";
  }

  @Override
  public Verdict judge(List<WantedLine> lines, PlanFacts facts, RuleSet rules) {
    if (facts.kind() != TermKind.SUMMER) {
      return Verdict.allowed();
    }
    Verdict verdict = Verdict.allowed();
    if (facts.graduating() && !rules.flag(RuleParameter.SUMMER_ALLOW_GRADUATING)) {
      verdict =
          verdict.and(
              Verdict.refused(
                  Refusal.of("registration.summer-graduating", number(), facts.courseYear())));
    }
    int least = rules.integer(RuleParameter.SUMMER_MIN_WEEKS);
    if (facts.weeks() != null && facts.weeks() < least) {
      verdict =
          verdict.and(
              Verdict.refused(
                  Refusal.of("registration.summer-short", number(), facts.weeks(), least)));
    }
    return verdict;
  }
}
