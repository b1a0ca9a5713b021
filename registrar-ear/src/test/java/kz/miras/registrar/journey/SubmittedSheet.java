package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A term of its own with the sheet of one student, rated 70, who failed the exam by one point;
 * submitted.
 */
final class SubmittedSheet {

  private SubmittedSheet() {}

  /**
   * Lays it; its number is the code with 0001.
   *
   * @param code of the term
   * @param year academic year nobody else uses
   * @param examiner last name of whoever teaches and examines it
   * @param login of the student
   */
  static void lay(Connection database, String code, int year, String examiner, String login)
      throws SQLException {
    OwnTerm.lay(database, code, year);
    teacher(database, code, examiner);
    Staff.run(
        database,
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, examiner_id, exam_date, status, submitted_by, submitted_at) SELECT"
            + " NEXTVAL(attestation_seq), UUID(), CONCAT(t.code, '-0001'), 'MAIN', t.id, (SELECT"
            + " MIN(id) FROM discipline WHERE control_form = 'EXAM'), (SELECT MIN(code) FROM"
            + " rule_set WHERE level = 'MASTER'), e.id, e.id, CURRENT_DATE - INTERVAL 1 DAY,"
            + " 'SUBMITTED', 'somebody', UTC_TIMESTAMP(6) FROM term t, teacher e WHERE t.code = ?"
            + " AND e.personnel_no = ?",
        code,
        code + "-" + examiner);
    Staff.run(
        database,
        "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, p2, score) SELECT"
            + " h.id * 1000 + 1, h.id, a.student_id, 1, 70, 70, 49 FROM sheet h, account a"
            + " WHERE h.number = CONCAT(?, '-0001') AND a.login = ?",
        code,
        login);
  }

  /** A teacher of that last name, who belongs to the term of a code. */
  static void teacher(Connection database, String code, String name) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO teacher (id, uuid, personnel_no, last_name, first_name, department_id) SELECT"
            + " NEXTVAL(curriculum_seq), UUID(), CONCAT(?, '-', ?), ?, 'Асан', department_id"
            + " FROM discipline LIMIT 1",
        code,
        name,
        name);
  }

  /**
   * Ties an account to a student for a master's degree who has none; other tests take their
   * students among the bachelors. No result of the student's is awaited, which would stand against
   * a transcript (DOC-10).
   *
   * @param login begins with {@code in-}
   */
  static void student(Connection database, String login) throws SQLException {
    Staff.run(
        database,
        "UPDATE account SET language = 'kk', student_id = (SELECT MAX(s.id) FROM student s JOIN"
            + " programme p ON p.id = s.programme_id WHERE s.status = 'STUDYING' AND p.level ="
            + " 'MASTER' AND NOT EXISTS (SELECT 1 FROM account a WHERE a.student_id = s.id) AND NOT"
            + " EXISTS (SELECT 1 FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id JOIN term t ON"
            + " t.id = h.term_id WHERE r.student_id = s.id AND h.closed_at IS NULL AND t.ends_on <"
            + " CURRENT_DATE) AND NOT EXISTS (SELECT 1 FROM achievement r WHERE r.student_id = s.id AND r.sheet_id NOT IN (SELECT b.sheet_id"
            + " FROM sheet_publication b WHERE b.part = 'RESULT'))) WHERE login = ?",
        login);
  }
}
