package kz.miras.registrar.curriculum;

/** What decides a failed exam (parameter {@code grade.failMode}, CTL-6). */
public enum FailMode {
  /** A failed exam decides alone: the total is not calculated. */
  EXAM_SCORE,
  /** The letter comes from the weighted total whatever the exam was. */
  WEIGHTED_TOTAL
}
