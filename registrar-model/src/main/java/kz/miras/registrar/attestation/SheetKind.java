package kz.miras.registrar.attestation;

import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.shared.Keyed;

/** Kinds of sheets (ведомость) of domain 3.1 and 3.2. */
public enum SheetKind implements Keyed {
  /** Rating sheet of РК1 or РК2. */
  RATING,
  /** First sitting of the discipline in its term. */
  MAIN,
  /** The one exam retake after FX (CTL-7); the rating stays. */
  FX,
  /** The discipline studied again from zero (CTL-8). */
  RETAKE,
  /** Taken in the summer semester. */
  SUMMER,
  /** Individual sitting after an excused absence, early or on leave's return (EXM-7, EXM-9). */
  INDIVIDUAL,
  /** New exam score by the protocol of the appeal commission (APL-7). */
  APPEAL,
  /** State exam "History of Kazakhstan". */
  GOS_HISTORY,
  PRACTICE,
  COURSEWORK,
  /** Academic difference of a transferred or reinstated student. */
  DIFFERENCE,
  /** Final attestation: the grade of the commission's protocol, one score (SHT-12). */
  FINAL;

  /**
   * The columns of a sheet of this kind for a discipline.
   *
   * @param form control form of the discipline
   */
  public EntryForm entryForm(ControlForm form) {
    return switch (this) {
      case RATING -> EntryForm.RATING_ONLY;
      case PRACTICE, COURSEWORK -> single(form);
      case FINAL -> EntryForm.SINGLE_SCORE;
      case GOS_HISTORY -> EntryForm.RATING_AND_EXAM;
      case FX, APPEAL, INDIVIDUAL -> form.hasRating() ? EntryForm.EXAM_ONLY : single(form);
      case MAIN, RETAKE, SUMMER, DIFFERENCE ->
          form.hasRating() ? EntryForm.RATING_AND_EXAM : single(form);
    };
  }

  private static EntryForm single(ControlForm form) {
    return form.givesLetter() ? EntryForm.SINGLE_SCORE : EntryForm.PASS_FAIL;
  }

  /** Whether it continues an earlier sitting of the same enrolment instead of a new attempt. */
  public boolean continuesAttempt() {
    return this == FX || this == APPEAL || this == INDIVIDUAL;
  }

  /** FX retakes an attempt has used by a sitting of this kind (CTL-7). */
  public int fxRetakes() {
    return this == FX ? 1 : 0;
  }

  /**
   * Whether its results forbid honours (HON-1 d): appeals, individual sittings, differences do not.
   */
  public boolean isRetake() {
    return this == FX || this == RETAKE;
  }

  @Override
  public String key() {
    return "attestation.kind." + name();
  }
}
