package kz.miras.registrar.achievement;

/** Why an attempt counts or does not. */
public enum Reason {
  /** The only attempt. */
  ONLY_ATTEMPT(true),
  /** The last positive attempt, or the last of several failures. */
  LAST_ATTEMPT(true),
  /** Positive, and a later attempt failed: it takes nothing away. */
  LAST_POSITIVE(true),
  /** The attempt with the highest digital equivalent. */
  BEST_ATTEMPT(true),
  /** A later attempt replaces it. */
  SUPERSEDED_BY_LATER(false),
  /** A better attempt replaces it. */
  SUPERSEDED_BY_BETTER(false),
  /** Failed after the discipline had been passed: stays in the history only. */
  FAILED_AFTER_PASS(false),
  /** The FX retake or individual sitting of the same attempt replaces it. */
  CONTINUED(false),
  /** A sitting of an attempt that stands without it: passed by correction, or still I. */
  OVERTAKEN(false),
  /** An appeal, annulment or correction replaces it. */
  CORRECTED(false),
  /** No result yet (I). */
  PENDING(false),
  /** Withdrawn (W). */
  WITHDRAWN(false);

  private final boolean counted;

  Reason(boolean counted) {
    this.counted = counted;
  }

  public boolean isCounted() {
    return counted;
  }

  /** Printed as "superseded" in the full transcript. */
  public boolean isSuperseded() {
    return this == SUPERSEDED_BY_LATER
        || this == SUPERSEDED_BY_BETTER
        || this == FAILED_AFTER_PASS
        || this == CONTINUED
        || this == OVERTAKEN;
  }

  /** Message key of the explanation. */
  public String key() {
    return "achievement.reason." + name();
  }
}
