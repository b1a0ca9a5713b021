package kz.miras.registrar.attestation.room;

import java.io.Serializable;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.ExamAdmission;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * EXM-6. Whether a student of a sheet is admitted to its exam, every reason against it at once.
 *
 * @param row what is typed
 * @param studying whether the student studies on that day: neither on leave nor gone
 * @param held whether there is a financial hold
 */
public record RoomAdmission(RowScores row, boolean studying, boolean held) implements Serializable {

  /**
   * The verdict.
   *
   * @param form which columns the sheet has: a control without ratings asks for none
   * @param rules those of the sheet
   */
  public Verdict judge(EntryForm form, RuleSet rules) {
    if (row.mark() == Mark.W) {
      return refused("attestation.room.withdrawn");
    }
    if (row.mark() == Mark.EX) {
      return refused("attestation.room.exempt");
    }
    Verdict verdict = studying ? Verdict.allowed() : refused("attestation.room.not-studying");
    if (row.mark() == Mark.AE) {
      verdict = verdict.and(refused("attestation.room.excused"));
    }
    if (row.mark() == Mark.NA) {
      verdict = verdict.and(refused("attestation.room.denied"));
    } else if (form.entersExam()) {
      verdict = verdict.and(rated(rules));
    }
    return isBlocked(rules) ? verdict.and(refused("attestation.room.hold")) : verdict;
  }

  /** What is against it that no sheet says: leave, departure, a financial hold. */
  public Verdict outside(RuleSet rules) {
    Verdict verdict = studying ? Verdict.allowed() : refused("attestation.room.not-studying");
    return isBlocked(rules) ? verdict.and(refused("attestation.room.hold")) : verdict;
  }

  /** Whether a financial hold stands in the way, by the rules of the sheet. */
  public boolean isBlocked(RuleSet rules) {
    return held && rules.flag(RuleParameter.EXAM_FINANCIAL_BLOCK);
  }

  /**
   * Code of the notice that tells the student of a rating: admitted, kept from the exam by a
   * financial hold alone, or not admitted.
   */
  public String notice(EntryForm form, RuleSet rules) {
    if (judge(form, rules).isAllowed()) {
      return "attestation.notice.admitted";
    }
    return isBlocked(rules) && !ExamAdmission.isDenied(row, rules)
        ? "attestation.notice.held"
        : "attestation.notice.not-admitted";
  }

  private Verdict rated(RuleSet rules) {
    Refusal refusal = ExamAdmission.refusal(row, rules).orElse(null);
    if (refusal == null) {
      return Verdict.allowed();
    }
    return refusal.args().isEmpty()
        ? refused("attestation.room.no-rating")
        : refused("attestation.room.rating-low", refusal.args().toArray(Serializable[]::new));
  }

  private static Verdict refused(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "EXM-6", args));
  }
}
