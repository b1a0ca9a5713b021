package kz.miras.registrar.shared;

/** Sex as identity papers state it. */
public enum Sex {
  MALE,
  FEMALE;

  /** Key of the word in the bundle {@code shared}. */
  public String key() {
    return "shared.sex." + name();
  }
}
