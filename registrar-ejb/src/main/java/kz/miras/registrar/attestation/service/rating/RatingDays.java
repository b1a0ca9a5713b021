package kz.miras.registrar.attestation.service.rating;

import kz.miras.registrar.attestation.service.RuleSql;
import kz.miras.registrar.curriculum.RuleParameter;

/**
 * RAT-2. The first and the last day on which a journal {@code h} of a term {@code t} is typed, as
 * {@link kz.miras.registrar.attestation.rating.RatingPeriod} counts them, for lists that read many.
 */
final class RatingDays {

  private static final String MONDAY = "(t.starts_on - INTERVAL WEEKDAY(t.starts_on) DAY)";

  private static final String HALF = "((t.study_weeks + 1) DIV 2)";

  /** Last week of the first period. */
  private static final String MIDDLE =
      "COALESCE(LEAST(t.study_weeks, GREATEST(1, DATEDIFF("
          + control("'RK1'")
          + ", "
          + MONDAY
          + ") DIV 7 + 1)), "
          + HALF
          + ")";

  private static final String EDIT_DAYS = RuleSql.integer(RuleParameter.JOURNAL_EDIT_DAYS);

  /** From this day on somebody types it. */
  static final String OPENS_ON =
      "IF(h.period_no = 1, t.starts_on, "
          + MONDAY
          + " + INTERVAL 7 * LEAST(t.study_weeks - 1, "
          + MIDDLE
          + ") DAY)";

  /** After this day only the office types it. */
  static final String LAST_DAY =
      "(COALESCE("
          + control("CONCAT('RK', h.period_no)")
          + ", "
          + MONDAY
          + " + INTERVAL 7 * IF(h.period_no = 1, "
          + HALF
          + ", t.study_weeks) - 1 DAY) + INTERVAL "
          + EDIT_DAYS
          + " DAY)";

  private RatingDays() {}

  /** Last day of a control by the calendar of the level; null where it has none. */
  private static String control(String kind) {
    return "(SELECT MAX(c.ends_on) FROM calendar_event c WHERE c.term_id = h.term_id AND c.kind = "
        + kind
        + " AND (c.level IS NULL OR h.level IS NULL OR c.level = h.level))";
  }
}
