package kz.miras.registrar.attestation.room;

import java.io.Serializable;
import kz.miras.registrar.attestation.EntryForm;
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
    Verdict verdict = Verdict.allowed();
    if (!studying) {
      verdict = verdict.and(refused("attestation.room.not-studying"));
    }
    if (row.mark() == Mark.AE) {
      verdict = verdict.and(refused("attestation.room.excused"));
    }
    if (row.mark() == Mark.NA) {
      verdict = verdict.and(refused("attestation.room.denied"));
    } else if (form.entersExam()) {
      verdict = verdict.and(rated(rules));
    }
    return held && rules.flag(RuleParameter.EXAM_FINANCIAL_BLOCK)
        ? verdict.and(refused("attestation.room.hold"))
        : verdict;
  }

  private Verdict rated(RuleSet rules) {
    Integer rating = row.admissionRating(rules).orElse(null);
    if (rating == null) {
      return refused("attestation.room.no-rating");
    }
    return rating < rules.admissionThreshold()
        ? refused("attestation.room.rating-low", rating, rules.admissionThreshold())
        : Verdict.allowed();
  }

  private static Verdict refused(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "EXM-6", args));
  }
}
