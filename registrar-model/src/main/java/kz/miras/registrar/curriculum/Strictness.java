package kz.miras.registrar.curriculum;

/** What becomes of something that is not usual (parameter {@code reg.language}). */
public enum Strictness {
  /** Nothing is said. */
  IGNORE,
  /** It is allowed and warned of. */
  WARN,
  REFUSE
}
