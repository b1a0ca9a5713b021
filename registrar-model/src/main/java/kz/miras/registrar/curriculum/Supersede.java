package kz.miras.registrar.curriculum;

/** Which of several attempts counts (parameter {@code grade.supersede}; O595 п.48). */
public enum Supersede {
  /** The last positive one; without any, the last. */
  LAST,
  /** The one with the highest digital equivalent. */
  BEST
}
