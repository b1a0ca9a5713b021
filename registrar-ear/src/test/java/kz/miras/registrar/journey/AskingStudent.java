package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.TestServer;

/** Somebody who studies and asks for documents, with those of the office who give them. */
final class AskingStudent {

  static final String SPECIALIST = "docs-specialist";
  static final String DIRECTOR = "docs-director";
  static final String STUDENT = "in-docs-student";
  static final String NUMBER = "DRJ-2211";
  static final String MOVED = "in-docs-moved";
  private static final String MOVED_NUMBER = "DRJ-2212";

  private AskingStudent() {}

  /** Appoints them; once more changes nothing. */
  static void settle(TestServer server) throws SQLException {
    Staff.appoint(server, SPECIALIST, Role.SPE);
    Staff.appoint(server, DIRECTOR, Role.DIR);
    person(server, STUDENT, NUMBER, "Справкина", "Spravkina");
  }

  private static void person(
      TestServer server, String login, String number, String name, String latin)
      throws SQLException {
    Staff.appoint(server, login, Role.STU);
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "INSERT IGNORE INTO student (id, uuid, student_no, identity_doc, identity_country,"
              + " last_name, first_name, last_name_latin, first_name_latin, birth_date, sex,"
              + " programme_id, curriculum_id, course_year, study_form, study_language, funding,"
              + " admission_year, status, search_text) SELECT NEXTVAL(student_seq), UUID(), ?, 'N"
              + " 1', 'KZ', ?, 'Анна', ?, 'Anna', '2193-01-01', 'FEMALE',"
              + " s.programme_id, s.curriculum_id, 2, 'FULL_TIME', 'ru', 'PAID', 2211, 'STUDYING',"
              + " ? FROM student s WHERE NOT EXISTS (SELECT 1 FROM student x"
              + " WHERE x.student_no = ?) ORDER BY s.id LIMIT 1",
          number,
          name,
          latin,
          name.toLowerCase(Locale.ROOT)
              + " анна "
              + number.toLowerCase(Locale.ROOT).replace("-", ""),
          number);
      Staff.run(
          database,
          "UPDATE account SET student_id = (SELECT id FROM student WHERE student_no = ?) WHERE"
              + " login = ?",
          number,
          login);
    }
  }

  /** Somebody an order of an earlier year took from another programme; once more nothing. */
  static void moved(TestServer server) throws SQLException {
    // not a namesake: who is sought at the counter is one
    person(server, MOVED, MOVED_NUMBER, "Переводова", "Perevodova");
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "INSERT IGNORE INTO student_order (id, uuid, number, signed_on, effective_on, kind, title)"
              + " VALUES (NEXTVAL(student_seq), UUID(), 'DRJ-1', '2212-01-20', '2212-01-20',"
              + " 'TRANSFER_INSIDE', 'moved')");
      Staff.run(
          database,
          "INSERT INTO student_status_change (id, student_id, effective_on, from_status,"
              + " from_course_year, from_curriculum_id, to_status, course_year, to_curriculum_id,"
              + " order_id, recorded_at) SELECT NEXTVAL(student_seq), s.id, '2212-01-20',"
              + " 'STUDYING', 1, (SELECT MIN(c.id) FROM curriculum c WHERE c.programme_id <>"
              + " s.programme_id), 'STUDYING', 2, s.curriculum_id, o.id, UTC_TIMESTAMP(6) FROM"
              + " student s JOIN student_order o ON o.number = 'DRJ-1' WHERE s.student_no = ? AND"
              + " NOT EXISTS (SELECT 1 FROM student_status_change c WHERE c.student_id = s.id)",
          MOVED_NUMBER);
    }
  }

  /** Public id of whoever was moved. */
  static String id(TestServer server) throws SQLException {
    return text(server, "SELECT uuid FROM student WHERE student_no = '" + MOVED_NUMBER + "'");
  }

  /** Public id of somebody with a whole history of one programme. */
  static String graduate(TestServer server) throws SQLException {
    return text(
        server, "SELECT uuid FROM student WHERE status = 'GRADUATED' ORDER BY id DESC LIMIT 1");
  }

  private static String text(TestServer server, String question) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
