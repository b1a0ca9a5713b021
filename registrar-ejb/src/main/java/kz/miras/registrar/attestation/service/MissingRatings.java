package kz.miras.registrar.attestation.service;

/**
 * Which sheets still wait for ratings, in one place for the dues of teachers and what is ready to
 * be published. SQL over {@code sheet h}; the rating of a period that is left out is that of the
 * other one (RAT-3), and who is withdrawn has none.
 */
final class MissingRatings {

  private static final String FIRST = "r.p1 IS NULL AND COALESCE(r.left_out_period, 0) <> 1";
  private static final String SECOND = "r.p2 IS NULL AND COALESCE(r.left_out_period, 0) <> 2";

  /** A rating is not there, wherever it comes from. */
  static final String ANY = row(FIRST + " OR " + SECOND);

  /** A rating is not there that is typed into the sheet itself, not into a journal (RAT-6). */
  static final String TYPED =
      row(
          "(h.journal_periods & 1) = 0 AND "
              + FIRST
              + " OR (h.journal_periods & 2) = 0 AND "
              + SECOND);

  private MissingRatings() {}

  private static String row(String missing) {
    return "EXISTS (SELECT 1 FROM sheet_row r WHERE r.sheet_id = h.id AND (r.mark IS NULL OR"
        + " r.mark <> 'W') AND ("
        + missing
        + "))";
  }
}
