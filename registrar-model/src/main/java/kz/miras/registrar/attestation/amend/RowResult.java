package kz.miras.registrar.attestation.amend;

import java.io.Serializable;
import java.util.Optional;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * What a row of a sheet says in one of its versions.
 *
 * @param rating РД; null where there is none or it is open
 * @param score exam score, or the only score; null where a mark stands or nothing does
 * @param mark AB, AE, NA, W or EX in place of the score; null otherwise
 * @param grade the result; null while open
 * @param reason why it is so; null where a document has decided it
 */
public record RowResult(Integer rating, Integer score, Mark mark, Grade grade, OutcomeReason reason)
    implements Serializable {

  /** As it follows from what is typed. */
  public static RowResult typed(RowScores scores, RuleSet rules, Optional<FinalOutcome> outcome) {
    return new RowResult(
        scores.admissionRating(rules).orElse(null),
        scores.score(),
        scores.mark(),
        outcome.map(FinalOutcome::grade).orElse(null),
        outcome.map(FinalOutcome::reason).orElse(null));
  }

  /** SHT-16. As the entry of the history says that a document has put in its place. */
  public static RowResult amended(Integer rating, Integer score, Grade grade) {
    return new RowResult(rating, score, score == null ? absence(grade.mark()) : null, grade, null);
  }

  /** I is the result of an excused absence; P and NP stand beside a score, never in its place. */
  private static Mark absence(Mark mark) {
    if (mark == Mark.I) {
      return Mark.AE;
    }
    return mark != null && (mark.isExamMark() || mark.closesRow()) ? mark : null;
  }

  /** Letter or mark; null while open. */
  public String sign() {
    return grade == null ? null : grade.sign();
  }

  /** Percentage; null while open or where a mark has none. */
  public Integer percent() {
    return grade == null ? null : grade.percent();
  }
}
