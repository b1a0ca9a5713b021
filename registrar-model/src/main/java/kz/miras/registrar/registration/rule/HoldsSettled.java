package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-15. A hold is settled before its holder registers. Financial holds count only where the
 * university has decided so ({@code reg.financialHolds}).
 */
final class HoldsSettled implements PlanRule {

  @Override
  public String number() {
    return "REG-15";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Verdict judge(List<WantedLine> lines, PlanFacts facts, RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    for (HoldFact hold : facts.holds()) {
      if (hold.kind().binds(rules)) {
        verdict =
            verdict.and(
                Verdict.refused(
                    Refusal.of(
                        "registration.hold",
                        number(),
                        hold.kind(),
                        hold.reason(),
                        hold.contact())));
      }
    }
    return verdict;
  }
}
