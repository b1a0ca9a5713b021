package kz.miras.registrar.curriculum;

/** By what waiting lists are ordered. */
public enum WaitingOrder {
  /** Who came first. */
  TIME,
  /** Who needs it most, then who came first. */
  PRIORITY
}
