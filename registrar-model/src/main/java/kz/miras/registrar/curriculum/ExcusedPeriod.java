package kz.miras.registrar.curriculum;

/**
 * What becomes of a period of ratings that a student missed for a reason (parameter {@code
 * grade.excusedPeriod}; O595 п.40).
 */
public enum ExcusedPeriod {
  /** Its control is taken alone until the day the disposition names; open until then. */
  INDIVIDUAL,
  /** The rating of the other period stands for both, unless the control is taken alone. */
  REMAINING
}
