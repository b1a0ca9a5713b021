package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * EXM-10. The office denies an exam to who is admitted by the rating, or admits again: NA is set by
 * a decision on a document and by nobody's typing.
 *
 * @param denies whether the exam is denied, else admitted to again
 */
public record AdmissionDecision(boolean denies, BasisDocument basis) implements Serializable {

  /**
   * Whether it may be decided, every reason against it at once.
   *
   * @param row what stands there
   * @param denied whether it is denied already
   * @param sat whether the student was seen in the room: what happened there is for an act (CTL-16)
   */
  public Verdict judge(RowScores row, boolean denied, boolean sat, RuleSet rules, LocalDate today) {
    Verdict verdict = basis.judge("EXM-10", today);
    if (denies == denied) {
      return verdict.and(
          refused(denied ? "attestation.denial.done" : "attestation.denial.not-denied"));
    }
    if (!denies) {
      return row.isClosed() ? verdict.and(refused("attestation.denial.closed")) : verdict;
    }
    if (row.isClosed() || row.score() != null || row.mark() == Mark.AE) {
      return verdict.and(refused("attestation.denial.settled"));
    }
    if (sat) {
      verdict = verdict.and(refused("attestation.denial.sat"));
    }
    return ExamAdmission.isDenied(row, rules)
        ? verdict.and(refused("attestation.denial.by-rating"))
        : verdict;
  }

  /**
   * Whether there may be something to decide about a row.
   *
   * @param denied whether it is denied already
   * @param sat whether the student was seen in the room
   */
  public static boolean isOpen(RowScores row, boolean denied, boolean sat) {
    return denied ? !row.isClosed() : !sat && (row.lacksScore() || row.mark() == Mark.AB);
  }

  /** Why no score is typed: the exam is denied, and only another decision changes that. */
  public static Optional<Refusal> scoreRefused(boolean denied) {
    return denied
        ? Optional.of(Refusal.of("attestation.cell.denied", "EXM-10").at("score"))
        : Optional.empty();
  }

  private static Verdict refused(String code) {
    return Verdict.refused(Refusal.of(code, "EXM-10").at("row"));
  }
}
