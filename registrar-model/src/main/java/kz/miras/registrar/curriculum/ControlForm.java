package kz.miras.registrar.curriculum;

/** CTL-2. How a discipline ends (domain 2.4): which scores are taken and what they become. */
public enum ControlForm {
  /** Admission rating and exam by weights. */
  EXAM(true, true),
  /**
   * State exam "History of Kazakhstan": by the formula of an exam, without an FX retake (GOS-5).
   */
  STATE_EXAM(true, true),
  /** Дифференцированный зачёт: one score on the letter scale, counts in GPA. */
  DIFF_CREDIT(false, true),
  /** Зачёт: one score, P or NP, not in GPA. */
  CREDIT(false, false),
  /** Defence of a project, practice or course work before a commission: one score. */
  DEFENCE(false, true),
  /** Final attestation: the grade comes from the protocol of the commission. */
  FINAL_ATTESTATION(false, true);

  private final boolean rated;
  private final boolean lettered;

  ControlForm(boolean rated, boolean lettered) {
    this.rated = rated;
    this.lettered = lettered;
  }

  /** Whether rating periods and an exam make the grade; otherwise one score does. */
  public boolean hasRating() {
    return rated;
  }

  /** Whether the result is a letter, and so counts in GPA. */
  public boolean givesLetter() {
    return lettered;
  }

  /** Whether a failed FX may be repeated by the exam alone (CTL-7; not the state exam, not ИА). */
  public boolean offersFxRetake() {
    return this != STATE_EXAM && this != FINAL_ATTESTATION && this != CREDIT;
  }

  /** Message key of the name. */
  public String key() {
    return "curriculum.control." + name();
  }
}
