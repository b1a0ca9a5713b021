package kz.miras.registrar.attestation.service;

import kz.miras.registrar.attestation.SheetPart;

/**
 * Which sheets wait to be published, in one place for the desk, the list and the act over a whole
 * term. SQL over {@code sheet h JOIN discipline d}.
 */
public final class ReadyToPublish {

  /**
   * Ratings of an exam still to come that are all there, but for whoever takes a control alone; and
   * later on, those of whoever was left out for it.
   */
  static final String RATING =
      "h.status = 'OPEN' AND h.kind NOT IN ('FX', 'INDIVIDUAL', 'APPEAL', 'RATING') AND"
          + " d.control_form IN ('EXAM', 'STATE_EXAM') AND (COALESCE(h.exam_date >="
          + " university_today(), TRUE) AND NOT EXISTS (SELECT 1 FROM"
          + " sheet_publication p WHERE p.sheet_id = h.id AND p.part = 'RATING') AND (NOT "
          + MissingRatings.ANY
          + " OR (NOT "
          + MissingRatings.UNDISPOSED
          + " AND "
          + MissingRatings.COMPLETE
          + ")) OR "
          + MissingRatings.SINCE
          + ")";

  /** Results that are posted. */
  static final String RESULT =
      "h.status IN ('CLOSED', 'AMENDED') AND h.kind <> 'RATING' AND NOT EXISTS (SELECT 1 FROM"
          + " sheet_publication p WHERE p.sheet_id = h.id AND p.part = 'RESULT')";

  private ReadyToPublish() {}

  /** What a sheet that waits with a part is, in SQL. */
  public static String of(SheetPart part) {
    return part == SheetPart.RATING ? RATING : RESULT;
  }
}
