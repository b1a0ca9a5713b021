package kz.miras.registrar.transcript;

/** DOC-25. How much of the own results a student shows by a link. */
public enum SharedPart {
  /** Programme, credits and GPA. */
  SUMMARY,
  /** The results of one term. */
  TERM,
  /** Every term. */
  ALL;

  /** Message key of the name. */
  public String key() {
    return "transcript.links.part." + name();
  }
}
