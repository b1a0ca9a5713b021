package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.shared.Verdict;

/**
 * A proposal for promotion with its figures.
 *
 * @param outcome null where it cannot be decided, then the verdict says why
 * @param gpa the GPA compared; null where there is none
 * @param threshold the GPA needed; null where the council has set none
 * @param debtCredits credits of open debts
 * @param verdict refused: cannot be decided; provisional: the summer may still change it
 */
public record PromotionDecision(
    PromotionOutcome outcome,
    BigDecimal gpa,
    BigDecimal threshold,
    Credits debtCredits,
    Verdict verdict)
    implements Serializable {

  public Optional<PromotionOutcome> decided() {
    return Optional.ofNullable(outcome);
  }
}
