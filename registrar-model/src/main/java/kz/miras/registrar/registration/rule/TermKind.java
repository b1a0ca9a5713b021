package kz.miras.registrar.registration.rule;

import kz.miras.registrar.calendar.TermType;

/** Whether a term is a regular one or the summer semester: their limits differ (SUM-1). */
public enum TermKind {
  REGULAR,
  SUMMER;

  /** The kind of a term's type. */
  public static TermKind of(TermType type) {
    return type.isSummer() ? SUMMER : REGULAR;
  }
}
