package kz.miras.registrar.attestation.rating;

import java.util.Collection;
import java.util.List;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** RAT-4, RAT-6. Whether a rating sheet is ready to be handed over, and to be closed. */
public final class RatingComplete {

  private RatingComplete() {}

  /**
   * RAT-4. Refuses while a line is open; who takes the control by disposition is waited for
   * elsewhere, in the sheet the ratings belong to.
   */
  public static Verdict judge(RatingFormula formula, Collection<RatingLine> lines) {
    List<RatingLine> open = lines.stream().filter(line -> isOpen(formula, line)).toList();
    return open.isEmpty()
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("attestation.rating.incomplete", "RAT-4", open.size()));
  }

  /** Whether something is still to be typed in a line. */
  public static boolean isOpen(RatingFormula formula, RatingLine line) {
    return !line.row().isClosed()
        && line.excuse().isEmpty()
        && formula.rating(line.scores()).isEmpty();
  }

  /**
   * RAT-6. Ratings are written into a sheet only while its results are not posted, and not while
   * the office looks at it: what was submitted does not change under its eyes.
   *
   * @param number of the sheet they belong to
   * @param status its state
   */
  public static Verdict fixes(String number, SheetStatus status) {
    if (status == SheetStatus.SUBMITTED) {
      return Verdict.refused(Refusal.of("attestation.rating.main-submitted", "RAT-6", number));
    }
    return status.isPosted()
        ? Verdict.refused(Refusal.of("attestation.rating.main-closed", "RAT-6", number))
        : Verdict.allowed();
  }
}
