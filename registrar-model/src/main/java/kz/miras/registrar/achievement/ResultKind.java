package kz.miras.registrar.achievement;

import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.registration.EnrolmentType;

/** How a result came about. */
public enum ResultKind {
  /** The first time the discipline is studied. */
  MAIN,
  /** The exam retake after FX; belongs to the attempt it continues. */
  FX,
  /** The discipline studied again after a failure. */
  RETAKE,
  /** A passed discipline studied again for a better grade (CTL-9). */
  GPA_RAISE,
  /** Taken in the summer; a retake only where an attempt went before. */
  SUMMER,
  /** An individual or early sitting that resolves an I. */
  INDIVIDUAL,
  /** Curriculum difference after transfer, reinstatement or leave. */
  DIFFERENCE,
  /** Recognised from elsewhere, with or without a grade. */
  RECOGNISED,
  /** State exam "History of Kazakhstan". */
  STATE_EXAM,
  PRACTICE,
  COURSEWORK,
  /** Protocol of the attestation commission. */
  FINAL_ATTESTATION,
  /** A discipline over the plan. */
  ADDITIONAL;

  /**
   * What the row of a sheet becomes. Why the student takes the discipline says more than the kind
   * of the sheet: a difference cleared in the summer stays a difference (ACH-6, SUM-2).
   *
   * @param sheet kind of the sheet, one that posts
   * @param why why the student takes the discipline; null where nobody enrolled
   * @param attempt number of the enrolment in the discipline, from 1
   * @param additional whether it is an additional type of study
   */
  public static ResultKind of(SheetKind sheet, EnrolmentType why, int attempt, boolean additional) {
    return switch (sheet) {
      case FX -> FX;
      case RETAKE -> RETAKE;
      case INDIVIDUAL, APPEAL -> INDIVIDUAL;
      case GOS_HISTORY -> STATE_EXAM;
      case PRACTICE -> PRACTICE;
      case COURSEWORK -> COURSEWORK;
      case DIFFERENCE -> DIFFERENCE;
      case FINAL -> FINAL_ATTESTATION;
      case SUMMER -> byPurpose(why, additional, SUMMER);
      case MAIN -> byPurpose(why, additional, attempt > 1 ? RETAKE : MAIN);
      case RATING -> throw new IllegalArgumentException("ratings are no result");
    };
  }

  private static ResultKind byPurpose(EnrolmentType why, boolean additional, ResultKind otherwise) {
    if (additional) {
      return ADDITIONAL;
    }
    return why == EnrolmentType.GPA_RAISE
        ? GPA_RAISE
        : why == EnrolmentType.DIFFERENCE ? DIFFERENCE : otherwise;
  }

  /** Continues an attempt of the same term instead of beginning one. */
  public boolean continuesAttempt() {
    return this == FX || this == INDIVIDUAL;
  }

  /** By itself a retake in the sense of HON-1(d). */
  public boolean isRetake() {
    return this == FX || this == RETAKE || this == GPA_RAISE;
  }

  /** A second attempt of this kind is not a retake (HON-1 d). */
  public boolean isNeverRetake() {
    return this == DIFFERENCE || this == RECOGNISED || this == INDIVIDUAL;
  }

  /** Message key of the name. */
  public String key() {
    return "achievement.kind." + name();
  }
}
