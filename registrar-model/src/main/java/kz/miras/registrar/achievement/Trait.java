package kz.miras.registrar.achievement;

/** How a result counts, fixed when it is posted. */
public enum Trait {
  /** The discipline stays out of GPA by decision of the university (physical education). */
  OUTSIDE_GPA,
  /** Additional type of study: shown apart, not in GPA, not for honours (O595 п.50). */
  ADDITIONAL_STUDY,
  /** Final attestation: in the overall GPA, judged apart for honours. */
  FINAL_ATTESTATION
}
