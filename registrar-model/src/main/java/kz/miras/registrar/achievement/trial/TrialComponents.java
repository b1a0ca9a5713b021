package kz.miras.registrar.achievement.trial;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.ControlForm;

/**
 * What a result was made of.
 *
 * <p>Immutable.
 *
 * @param form of the discipline
 * @param scores what stood in the row
 * @param fxRetakes how many FX retakes the attempt had used, this sitting included
 * @param carried whether the rating is that of the earlier sitting, carried over as a whole
 */
public record TrialComponents(ControlForm form, RowScores scores, int fxRetakes, boolean carried)
    implements Serializable {

  public TrialComponents {
    Objects.requireNonNull(form, "form");
    Objects.requireNonNull(scores, "scores");
  }

  /**
   * What a correcting entry says of itself, where a protocol and no row of a sheet has made it.
   *
   * @param rating РД; null where the control has none
   * @param score exam score; null where there is none
   */
  public static TrialComponents corrected(
      ControlForm form, Integer rating, Integer score, int fxRetakes) {
    BigDecimal both = rating == null ? null : BigDecimal.valueOf(rating);
    return new TrialComponents(form, new RowScores(both, both, score, null), fxRetakes, false);
  }

  /** The same with another rating carried over. */
  TrialComponents carrying(int rating) {
    BigDecimal both = BigDecimal.valueOf(rating);
    return new TrialComponents(
        form, new RowScores(both, both, scores.score(), scores.mark()), fxRetakes, carried);
  }
}
