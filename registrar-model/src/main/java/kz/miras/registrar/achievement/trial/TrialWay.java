package kz.miras.registrar.achievement.trial;

/** How a result of the period went through a trial. */
public enum TrialWay {
  /** Derived anew from what stood in the row. */
  DERIVED,
  /** Not from a sheet of ours: transferred, recognised, taken over. */
  ELSEWHERE,
  /** From a sheet, but what stands was decided otherwise: annulled, expired, by a protocol. */
  DECIDED,
  /** The tried rules would have admitted the student, and no score is known. */
  WITHOUT_SCORE,
  /** The tried rules would not have given this sitting. */
  FALLS_AWAY;

  /** Whether the grade stays as it is because nothing could be derived. */
  public boolean isKept() {
    return this == ELSEWHERE || this == DECIDED || this == WITHOUT_SCORE;
  }

  /** Message key of the name. */
  public String key() {
    return "achievement.trial.way." + name();
  }
}
