package kz.miras.registrar.curriculum;

/** What kind of study work a discipline is. */
public enum DisciplineKind {
  DISCIPLINE,
  PRACTICE,
  COURSEWORK,
  RESEARCH,
  FINAL;

  /** Whether it stands in a plan without any group (IUP-2); course work is led in one. */
  public boolean isWithoutSection() {
    return this == PRACTICE || this == RESEARCH || this == FINAL;
  }

  /** Message key of the name. */
  public String key() {
    return "curriculum.kind." + name();
  }
}
