package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.TestServer;

/** Somebody who studies and asks for documents, with those of the office who give them. */
final class AskingStudent {

  static final String SPECIALIST = "docs-specialist";
  static final String DIRECTOR = "docs-director";
  static final String STUDENT = "in-docs-student";
  static final String NUMBER = "DRJ-2211";

  private AskingStudent() {}

  /** Appoints them; once more changes nothing. */
  static void settle(TestServer server) throws SQLException {
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    Staff.appoint(server, STUDENT, Role.STU);
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "INSERT IGNORE INTO student (id, uuid, student_no, identity_doc, identity_country,"
              + " last_name, first_name, last_name_latin, first_name_latin, birth_date, sex,"
              + " programme_id, curriculum_id, course_year, study_form, study_language, funding,"
              + " admission_year, status, search_text) SELECT NEXTVAL(student_seq), UUID(), ?, 'N"
              + " 1', 'KZ', 'Справкина', 'Анна', 'Spravkina', 'Anna', '2193-01-01', 'FEMALE',"
              + " s.programme_id, s.curriculum_id, 2, 'FULL_TIME', 'ru', 'PAID', 2211, 'STUDYING',"
              + " 'справкина анна drj2211' FROM student s WHERE NOT EXISTS (SELECT 1 FROM student x"
              + " WHERE x.student_no = ?) ORDER BY s.id LIMIT 1",
          NUMBER,
          NUMBER);
      Staff.run(
          database,
          "UPDATE account SET student_id = (SELECT id FROM student WHERE student_no = ?) WHERE"
              + " login = ?",
          NUMBER,
          STUDENT);
    }
  }
}
