package kz.miras.registrar.curriculum;

/** How a GPA is compared with the threshold of honours (parameter {@code honours.compare}). */
public enum GpaComparison {
  /** The exact fraction: 3.495 is below 3.50. */
  EXACT,
  /** The printed value: 3.495 prints as 3.50. */
  ROUNDED
}
