package kz.miras.registrar.transcript.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * DOC-9, DOC-73. Which issued documents are superseded, in one place for verification, register and
 * desk: never stored, so that no correction can be missed. SQL over {@code issued_document d}.
 */
public final class Superseded {

  private static final String CORRECTION =
      " FROM achievement n JOIN achievement o ON o.id = n.corrects_id WHERE n.student_id ="
          + " d.student_id AND n.position > d.results_until AND o.position <= d.results_until";

  /** Version of its subject a document states. */
  private static final String STATED = "CAST(JSON_VALUE(d.details, '$.version') AS UNSIGNED)";

  /**
   * DOC-73. When what a document is about got another version than it states: a sheet by posting
   * one, a journal by a decision on it, a group by the correction of a result of its students, an
   * appeal by another protocol, a recognition by the correction of what it recorded, what an
   * attestation commission decided by another signed protocol.
   */
  private static final String MOVED =
      " WHEN d.subject_kind IN ('EXAM_SHEET', 'RETAKE_SHEET') THEN (SELECT MIN(v.recorded_at) FROM"
          + " sheet h JOIN sheet_version v ON v.sheet_id = h.id WHERE h.uuid = d.subject_uuid AND"
          + " v.version_no > "
          + STATED
          + ") WHEN d.subject_kind = 'RATING_SHEET' THEN (SELECT MIN(r.decided_at) FROM sheet h JOIN"
          + " rating_amendment r ON r.sheet_id = h.id WHERE h.uuid = d.subject_uuid AND r.version_no"
          + " > "
          + STATED
          + ") WHEN d.subject_kind = 'GROUP_SHEET' THEN (SELECT MIN(n.recorded_at) FROM"
          + " document_stated t JOIN achievement n ON n.student_id = t.student_id AND n.position >"
          + " t.results_until JOIN achievement o ON o.id = n.corrects_id AND o.position <="
          + " t.results_until WHERE t.document_id = d.id) WHEN d.subject_kind = 'APPEAL' THEN"
          + " (SELECT CASE WHEN COUNT(*) > "
          + STATED
          + " THEN MAX(p.written_at) END FROM appeal x JOIN appeal_protocol p ON p.appeal_id = x.id"
          + " WHERE x.uuid = d.subject_uuid"
          + ") WHEN d.subject_kind = 'RECOGNITION' THEN (SELECT MIN(n.recorded_at) FROM recognition r"
          + " JOIN achievement o ON o.student_id = r.student_id AND o.position = r.position JOIN"
          + " achievement n ON n.corrects_id = o.id WHERE r.uuid = d.subject_uuid) WHEN"
          + " d.subject_kind = 'DEFENCE' THEN (SELECT MIN(n.signed_at) FROM"
          + " attestation_commission_protocol p JOIN attestation_commission_protocol n ON"
          + " n.corrects_id = p.id AND n.signed_by IS NOT NULL WHERE p.uuid = d.subject_uuid) WHEN"
          + " d.subject_kind = 'MEETING' THEN (SELECT CASE WHEN COUNT(*) > "
          + STATED
          + " THEN MAX(p.signed_at) END FROM attestation_commission_meeting g JOIN"
          + " attestation_commission_protocol p ON p.meeting_id = g.id AND p.signed_by IS NOT NULL"
          + " WHERE g.uuid = d.subject_uuid) WHEN d.subject_kind = 'COMMISSION' THEN (SELECT CASE"
          + " WHEN COUNT(*) > "
          + STATED
          + " THEN MAX(p.signed_at) END FROM attestation_commission c JOIN"
          + " attestation_commission_protocol p ON p.commission_id = c.id AND p.signed_by IS NOT"
          + " NULL WHERE c.uuid = d.subject_uuid)";

  /** When the first of the results it states was corrected; null where all of them stand. */
  public static final String SINCE =
      "(CASE WHEN d.subject_kind IS NULL THEN (SELECT MIN(n.recorded_at)"
          + CORRECTION
          + ")"
          + MOVED
          + " END)";

  /** Still relied on, and nobody is making another one in its place; few students first. */
  static final String TO_REPLACE =
      "d.status = 'ISSUED' AND (d.student_id IN (SELECT c.student_id FROM achievement c WHERE"
          + " c.corrects_id IS NOT NULL) AND EXISTS (SELECT 1"
          + CORRECTION
          + ") OR d.subject_kind IS NOT NULL AND "
          + SINCE
          + " IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM issued_document i WHERE i.replaces_id = d.id AND"
          + " i.status NOT IN ('SPOILED', 'WITHDRAWN'))";

  private Superseded() {}

  /** The day of {@link #SINCE}, read as {@code superseded_at}; null where all results stand. */
  public static LocalDate on(ResultSet row, ZoneId zone) throws SQLException {
    LocalDateTime at = row.getObject("superseded_at", LocalDateTime.class);
    return at == null ? null : LocalDate.ofInstant(at.toInstant(ZoneOffset.UTC), zone);
  }
}
