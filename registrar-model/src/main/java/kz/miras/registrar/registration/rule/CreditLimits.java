package kz.miras.registrar.registration.rule;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-8. Beyond the usual limit of credits only by decision; debts, differences and repeats have a
 * limit of their own. A student whose GPA is low has a lower usual limit where the university has
 * set one. The summer semester has limits of its own (SUM-3).
 */
final class CreditLimits implements PlanRule {

  private static final String NUMBER = "REG-8";

  @Override
  public String number() {
    return NUMBER;
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Verdict judge(List<WantedLine> lines, PlanFacts facts, RuleSet rules) {
    if (facts.kind() == TermKind.SUMMER) {
      return Verdict.allowed();
    }
    boolean own = lines.stream().anyMatch(line -> line.type().hasOwnLimit());
    boolean usual = lines.stream().anyMatch(line -> !line.type().hasOwnLimit());
    Verdict verdict = Verdict.allowed();
    if (own) {
      int total = CountedCredits.of(lines, facts, EnrolmentType::hasOwnLimit);
      int limit = rules.integer(RuleParameter.REG_DEBT_CREDITS);
      if (total > limit && CountedCredits.grow(lines, facts, EnrolmentType::hasOwnLimit)) {
        verdict = verdict.and(refused("registration.debt-limit", total, limit));
      }
    }
    if (usual) {
      int total = CountedCredits.of(lines, facts, type -> !type.hasOwnLimit());
      int soft = usual(facts, rules);
      if (total > soft
          && total <= rules.integer(RuleParameter.REG_HARD_CREDITS)
          && CountedCredits.grow(lines, facts, type -> !type.hasOwnLimit())) {
        verdict = verdict.and(refused("registration.credit-approval", total, soft));
      }
    }
    return verdict;
  }

  /** Rules set aside for a line; this one up to the credits that were decided and not beyond. */
  static Set<String> consented(WantedLine line, List<WantedLine> lines, PlanFacts facts) {
    if (line.exceedTo() == null) {
      return line.waived();
    }
    boolean own = line.type().hasOwnLimit();
    int total = CountedCredits.of(lines, facts, type -> type.hasOwnLimit() == own);
    Set<String> consented = new HashSet<>(line.waived());
    if (total > line.exceedTo()) {
      consented.remove(NUMBER);
    }
    return consented;
  }

  /** The usual limit of this student. */
  static int usual(PlanFacts facts, RuleSet rules) {
    int soft = rules.integer(RuleParameter.REG_SOFT_CREDITS);
    BigDecimal low = rules.optionalDecimal(RuleParameter.REG_LOW_GPA).orElse(null);
    boolean isLow = low != null && facts.gpa() != null && facts.gpa().compareTo(low) < 0;
    return isLow ? Math.min(soft, rules.integer(RuleParameter.REG_LOW_GPA_CREDITS)) : soft;
  }

  private Verdict refused(String code, int total, int limit) {
    return Verdict.refused(Refusal.of(code, number(), total, limit));
  }
}
