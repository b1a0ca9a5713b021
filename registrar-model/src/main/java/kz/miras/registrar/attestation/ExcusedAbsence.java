package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * EXC-1. A student who does not come to the exam for a valid reason: decided on a document before
 * the exam or so many working days after it. It makes I of the no-show and corrects no mistake
 * (CTL-13).
 */
public record ExcusedAbsence(BasisDocument basis) implements Serializable {

  /**
   * Whether it may be decided, every reason against it at once.
   *
   * @param form which columns the sheet has
   * @param row what stands there: nothing yet, or a no-show
   * @param posted whether the result is in the history already
   * @param excused whether it was excused before
   */
  public Verdict judge(
      EntryForm form,
      RowScores row,
      boolean posted,
      boolean excused,
      RuleSet rules,
      SittingClock clock,
      Instant now,
      LocalDate today) {
    Verdict verdict = basis.judge("EXC-1", today);
    if (excused) {
      return verdict.and(refused("attestation.excuse.done"));
    }
    if (!isAbsent(row, posted)) {
      return verdict.and(refused("attestation.excuse.no-absence"));
    }
    if (form.entersExam() && ExamAdmission.isDenied(row, rules)) {
      verdict = verdict.and(refused("attestation.excuse.not-admitted"));
    }
    if (!clock.runs()) {
      return verdict.and(refused("attestation.excuse.no-day"));
    }
    if (!clock.isExcusable(now)) {
      LocalDate last = clock.excuseUntil().map(Deadline::lastDay).orElseThrow();
      verdict = verdict.and(Verdict.refused(Refusal.of("attestation.excuse.late", "EXC-1", last)));
    }
    return verdict;
  }

  private static boolean isAbsent(RowScores row, boolean posted) {
    return row.mark() == Mark.AB || (row.lacksScore() && !posted);
  }

  /**
   * Whether there may be an absence to excuse in a row.
   *
   * @param posted whether the result is in the history already
   * @param excused whether it was excused before
   */
  public static boolean isOpen(RowScores row, boolean posted, boolean excused) {
    return !excused && isAbsent(row, posted);
  }

  /**
   * Whether an excuse may be taken back, on this document: while nothing is posted and the student
   * is asked for something.
   *
   * @param row what stands there
   * @param posted whether the result is in the history already
   * @param excused whether the absence is excused
   */
  public Verdict lifts(RowScores row, boolean posted, boolean excused, LocalDate today) {
    Verdict verdict = basis.judge("EXC-1", today);
    if (posted) {
      return verdict.and(refused("attestation.excuse.lift-posted"));
    }
    return excused && !row.isClosed() ? verdict : verdict.and(refused("attestation.excuse.none"));
  }

  /**
   * Whether the room has nothing to say against it: who was seen there was not absent, and one
   * person of the office makes no I of an exam that is sat.
   *
   * @param came whether the student was seen in the room
   */
  public static Verdict seen(boolean came) {
    return came ? refused("attestation.excuse.came") : Verdict.allowed();
  }

  /** Why no score is typed: the absence was excused, and that stands. */
  public static Optional<Refusal> scoreRefused(boolean excused) {
    return excused
        ? Optional.of(Refusal.of("attestation.cell.excused", "EXC-1").at("score"))
        : Optional.empty();
  }

  private static Verdict refused(String code) {
    return Verdict.refused(Refusal.of(code, "EXC-1"));
  }
}
