package kz.miras.registrar.attestation.service;

/**
 * Which sheets still wait for ratings, in one place for the dues of teachers and what is ready to
 * be published. SQL over {@code sheet h}; the rating of a period that is left out is that of the
 * other one (RAT-3), and who is withdrawn or exempt has none.
 */
final class MissingRatings {

  private static final String FIRST = "r.p1 IS NULL AND COALESCE(r.left_out_period, 0) <> 1";
  private static final String SECOND = "r.p2 IS NULL AND COALESCE(r.left_out_period, 0) <> 2";

  /** A rating is not there, wherever it comes from. */
  static final String ANY = row(FIRST + " OR " + SECOND);

  /** The same of somebody who takes no control of that period alone by a disposition (RAT-3). */
  static final String UNDISPOSED = row(FIRST + alone(1) + " OR " + SECOND + alone(2));

  /** Somebody has both ratings. */
  static final String COMPLETE = row("NOT (" + FIRST + ") AND NOT (" + SECOND + ")");

  /** Somebody who was left out when ratings were published has them now (PUB-1). */
  static final String SINCE =
      row(
          "NOT ("
              + FIRST
              + ") AND NOT ("
              + SECOND
              + ") AND EXISTS (SELECT 1 FROM rating_left_out l WHERE l.sheet_id = r.sheet_id AND"
              + " l.student_id = r.student_id AND l.published_at IS NULL)");

  /** A rating is not there that is typed into the sheet itself, not into a journal (RAT-6). */
  static final String TYPED =
      row(
          "(h.journal_periods & 1) = 0 AND "
              + FIRST
              + " OR (h.journal_periods & 2) = 0 AND "
              + SECOND);

  private MissingRatings() {}

  private static String alone(int period) {
    return " AND NOT EXISTS (SELECT 1 FROM rating_excuse x WHERE x.student_id = r.student_id AND"
        + " x.discipline_id = h.discipline_id AND x.term_id = h.term_id AND x.period_no = "
        + period
        + ")";
  }

  private static String row(String missing) {
    return "EXISTS (SELECT 1 FROM sheet_row r WHERE r.sheet_id = h.id AND r.exemption_id IS NULL AND"
        + " (r.mark IS NULL OR r.mark <> 'W') AND ("
        + missing
        + "))";
  }
}
