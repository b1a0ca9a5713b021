package kz.miras.registrar.curriculum;

/** The traditional four-step mark printed beside the letter. */
public enum TraditionalMark {
  EXCELLENT,
  GOOD,
  SATISFACTORY,
  UNSATISFACTORY;

  /** "Good" or better: what the quality rate counts. */
  public boolean isGoodOrBetter() {
    return this == EXCELLENT || this == GOOD;
  }

  /** Message key of the word. */
  public String key() {
    return "curriculum.traditional." + name();
  }
}
