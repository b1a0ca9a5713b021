package kz.miras.registrar.achievement.promotion;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.shared.Refusal;

/**
 * What is proposed for a student at the end of a year, and why.
 *
 * @param outcome null where the rules decide nothing, then the reasons say what is missing
 * @param gpa the GPA compared; null where there is none
 * @param threshold the GPA needed; null where none applies
 * @param debtCredits credits of open debts
 * @param reasons what led to it
 * @param grounds grounds for expulsion to be looked at; they decide nothing (PRO-11)
 */
public record YearEndProposal(
    PromotionOutcome outcome,
    BigDecimal gpa,
    BigDecimal threshold,
    int debtCredits,
    List<Refusal> reasons,
    List<Refusal> grounds)
    implements Serializable {

  public YearEndProposal {
    reasons = List.copyOf(reasons);
    grounds = List.copyOf(grounds);
  }

  public Optional<PromotionOutcome> decided() {
    return Optional.ofNullable(outcome);
  }
}
