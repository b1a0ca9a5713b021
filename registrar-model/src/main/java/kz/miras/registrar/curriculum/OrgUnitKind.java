package kz.miras.registrar.curriculum;

/** Kinds of units of the university. */
public enum OrgUnitKind {
  UNIVERSITY,
  SCHOOL,
  DEPARTMENT,
  OFFICE;

  /** Message key of the name. */
  public String key() {
    return "curriculum.unit-kind." + name();
  }
}
