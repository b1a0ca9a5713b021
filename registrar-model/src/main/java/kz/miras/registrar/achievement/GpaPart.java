package kz.miras.registrar.achievement;

/** What a ledger entry contributes to a GPA, and if nothing, why. */
public enum GpaPart {
  /** Credits and points are in the sums. */
  COUNTED,
  /** Another attempt counts, or there is no result. */
  NOT_COUNTED_ATTEMPT,
  /** P, NP, TR or EX: no digital equivalent. */
  NO_DIGITAL,
  /** The discipline is excluded by decision of the university. */
  EXCLUDED_DISCIPLINE,
  /** Additional type of study. */
  ADDITIONAL_STUDY,
  /** FX and F are left out by the university's rules. */
  FAIL_LEFT_OUT;

  /** Message key of the explanation. */
  public String key() {
    return "achievement.gpa-part." + name();
  }
}
