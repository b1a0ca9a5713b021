package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A term of its own with the sheet of one student, rated 70, who failed the exam by one point;
 * submitted.
 */
final class AppealedSheet {

  private AppealedSheet() {}

  /**
   * Lays it.
   *
   * @param login of the student
   */
  static void lay(Connection database, String login) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES"
            + " (NEXTVAL(calendar_seq), 2140, '2140-09-01', '2141-06-30')");
    Staff.run(
        database,
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " SELECT NEXTVAL(calendar_seq), id, 'AUTUMN', 'APPEAL', '2140-09-01', '2140-12-31',"
            + " 15 FROM academic_year WHERE start_year = 2140");
    for (String name : new String[] {"Емтиханов", "Төленов", "Беков", "Далиев", "Кимов"}) {
      Staff.run(
          database,
          "INSERT INTO teacher (id, uuid, personnel_no, last_name, first_name, department_id) SELECT"
              + " NEXTVAL(curriculum_seq), UUID(), CONCAT('APPEAL-', ?), ?, 'Асан', department_id"
              + " FROM discipline LIMIT 1",
          name,
          name);
    }
    Staff.run(
        database,
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, examiner_id, exam_date, status, submitted_by, submitted_at) SELECT"
            + " NEXTVAL(attestation_seq), UUID(), 'APPEAL-0001', 'MAIN', t.id, (SELECT MIN(id) FROM"
            + " discipline WHERE control_form = 'EXAM'), (SELECT MIN(code) FROM rule_set WHERE level"
            + " = 'MASTER'), e.id, e.id, CURRENT_DATE - INTERVAL 1 DAY, 'SUBMITTED', 'somebody',"
            + " UTC_TIMESTAMP(6) FROM term t, teacher e WHERE t.code = 'APPEAL' AND e.last_name ="
            + " 'Емтиханов'");
    Staff.run(
        database,
        "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, p2, score) SELECT"
            + " h.id * 1000 + 1, h.id, a.student_id, 1, 70, 70, 49 FROM sheet h, account a"
            + " WHERE h.number = 'APPEAL-0001' AND a.login = ?",
        login);
  }
}
