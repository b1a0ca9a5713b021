package kz.miras.registrar.curriculum;

/** What kind of study work a discipline is. */
public enum DisciplineKind {
  DISCIPLINE,
  PRACTICE,
  COURSEWORK,
  RESEARCH,
  FINAL;

  /** Message key of the name. */
  public String key() {
    return "curriculum.kind." + name();
  }
}
