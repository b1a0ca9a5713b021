package kz.miras.registrar.achievement;

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
  /** A minor or another discipline over the plan. */
  ADDITIONAL;

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
