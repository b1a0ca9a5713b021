package kz.miras.registrar.transcript;

/** Students whom nothing keeps from a document, as a condition of SQL about {@code student s}. */
public final class DocumentReady {

  /**
   * DOC-10: no document is prepared while a result is not published, or a sheet of a term that is
   * over not closed; DOC-46: nor while something is held against the student.
   */
  public static final String STUDYING =
      "s.status = 'STUDYING' AND NOT EXISTS (SELECT 1 FROM sheet_row r JOIN sheet h ON h.id ="
          + " r.sheet_id JOIN term t ON t.id = h.term_id WHERE r.student_id = s.id AND h.closed_at"
          + " IS NULL AND t.ends_on < CURRENT_DATE) AND NOT EXISTS (SELECT 1 FROM achievement r"
          + " WHERE r.student_id = s.id AND r.sheet_id NOT IN (SELECT b.sheet_id FROM"
          + " sheet_publication b WHERE b.part = 'RESULT')) AND NOT EXISTS (SELECT 1 FROM"
          + " student_hold o WHERE o.student_id = s.id AND o.removed_at IS NULL)";

  private DocumentReady() {}
}
