package kz.miras.registrar.transcript.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * DOC-9. Which issued documents are superseded, in one place for verification, register and desk:
 * never stored, so that no correction can be missed. SQL over {@code issued_document d}.
 */
final class Superseded {

  private static final String CORRECTION =
      " FROM achievement n JOIN achievement o ON o.id = n.corrects_id WHERE n.student_id ="
          + " d.student_id AND n.position > d.results_until AND o.position <= d.results_until";

  /** When the first of the results it states was corrected; null where all of them stand. */
  static final String SINCE = "(SELECT MIN(n.recorded_at)" + CORRECTION + ")";

  /** Still relied on, and nobody is making another one in its place; few students first. */
  static final String TO_REPLACE =
      "d.status = 'ISSUED' AND d.student_id IN (SELECT c.student_id FROM achievement c WHERE"
          + " c.corrects_id IS NOT NULL) AND EXISTS (SELECT 1"
          + CORRECTION
          + ") AND NOT EXISTS (SELECT 1 FROM issued_document i WHERE i.replaces_id = d.id AND"
          + " i.status <> 'SPOILED')";

  private Superseded() {}

  /** The day of {@link #SINCE}, read as {@code superseded_at}; null where all results stand. */
  static LocalDate on(ResultSet row, ZoneId zone) throws SQLException {
    LocalDateTime at = row.getObject("superseded_at", LocalDateTime.class);
    return at == null ? null : LocalDate.ofInstant(at.toInstant(ZoneOffset.UTC), zone);
  }
}
