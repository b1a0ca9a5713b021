package kz.miras.registrar.attestation;

/** Why a row got its final result; shown beside it. */
public enum OutcomeReason {
  /** Passed: weighted total, or the one score. */
  PASSED,
  /** Rating below the threshold of admission (CTL-5). */
  NOT_ADMITTED,
  /** Did not come, no valid reason (CTL-13). */
  NO_SHOW,
  /** Did not come for a valid reason: I until the deadline (CTL-13). */
  EXCUSED,
  /** An I whose deadline has passed (EXM-8). */
  INCOMPLETE_EXPIRED,
  /** FX, the exam may be retaken once (CTL-7). */
  FX_RETAKE_OPEN,
  /** FX without a further retake: the discipline is studied again (CTL-8). */
  FX_EXHAUSTED,
  /** F: the discipline is studied again (CTL-8). */
  FAILED,
  /** Annulled for dishonesty (CTL-16). */
  ANNULLED,
  /** Exempt by a document: the control is not asked for (ACH-10). */
  EXEMPT,
  /** Withdrawn by leave, expulsion or own wish after the change window. */
  WITHDRAWN;

  /** Message key of the explanation. */
  public String key() {
    return "attestation.reason." + name();
  }
}
