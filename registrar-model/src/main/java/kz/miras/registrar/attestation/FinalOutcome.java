package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.TraditionalMark;

/**
 * The final result of one row.
 *
 * <p>Immutable.
 *
 * @param admissionRating РД; null where the control has none
 * @param grade the result
 * @param scale the scale of the grade's date
 * @param reason why
 */
public record FinalOutcome(
    Integer admissionRating, Grade grade, GradeScale scale, OutcomeReason reason)
    implements Serializable {

  public boolean passed() {
    return grade.passes();
  }

  /** Whether the exam alone may be taken once more (CTL-7). */
  public boolean fxRetakeAllowed() {
    return reason == OutcomeReason.FX_RETAKE_OPEN;
  }

  /**
   * Credits earned out of those of the discipline (CRD-6).
   *
   * @param exemption whether an exemption earns credits by the rules of the result
   */
  public Credits earned(Credits ofDiscipline, boolean exemption) {
    return grade.earnsCredits(exemption) ? ofDiscipline : Credits.ZERO;
  }

  public Optional<BigDecimal> digital() {
    return grade.digital();
  }

  public Optional<TraditionalMark> traditional() {
    return grade.traditional(scale);
  }
}
