package kz.miras.registrar.curriculum;

/**
 * What becomes of a week of current control that a student missed without a reason (parameter
 * {@code grade.missedWeek}; O595 п.40). One missed for a reason is left out either way.
 */
public enum MissedWeek {
  /** It counts as 0; a week nobody has said anything of keeps the rating open. */
  ZERO,
  /** It is left out of the mean, whatever was typed of it. */
  LEFT_OUT
}
