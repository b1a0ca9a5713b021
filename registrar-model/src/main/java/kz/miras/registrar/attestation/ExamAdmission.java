package kz.miras.registrar.attestation;

import java.util.Optional;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;

/**
 * CTL-5, SHT-13. Whether a student is admitted to the exam by the rating: the score of who is not,
 * or of whom it is not known yet, is not typed.
 */
public final class ExamAdmission {

  private ExamAdmission() {}

  /** Why no score is typed for this student; empty where it may be. */
  public static Optional<Refusal> refusal(RowScores row, RuleSet rules) {
    Integer rating = row.admissionRating(rules).orElse(null);
    if (rating == null) {
      return Optional.of(Refusal.of("attestation.cell.no-rating", "SHT-13").at("score"));
    }
    return rating < rules.admissionThreshold()
        ? Optional.of(
            Refusal.of("attestation.cell.not-admitted", "CTL-5", rating, rules.admissionThreshold())
                .at("score"))
        : Optional.empty();
  }

  /** Whether the rating is there and too low, or the office wrote that there is no admission. */
  public static boolean isDenied(RowScores row, RuleSet rules) {
    return row.mark() == Mark.NA
        || row.admissionRating(rules)
            .filter(rating -> rating < rules.admissionThreshold())
            .isPresent();
  }
}
