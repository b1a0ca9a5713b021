package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import kz.miras.registrar.local.TestServer;

/** An open sheet of four admitted students in a term far ahead, and what is stored in it. */
final class OpenSheet {

  private final TestServer server;
  private final String number;

  private OpenSheet(TestServer server, String number) {
    this.server = server;
    this.number = number;
  }

  /**
   * Makes one.
   *
   * @param teacher personnel number of whoever teaches and examines, made unless it exists
   * @param year academic year, key of it and of its term
   * @param exam when it begins, as the clocks of the university show
   */
  static OpenSheet of(TestServer server, String teacher, int year, LocalDateTime exam)
      throws SQLException {
    try (Connection database = server.database()) {
      String key = String.valueOf(year);
      Staff.run(
          database,
          "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, ?, ?,"
              + " ?)",
          key,
          key,
          year + "-09-01",
          (year + 1) + "-06-30");
      Staff.run(
          database,
          "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on,"
              + " study_weeks) VALUES (?, ?, 'AUTUMN', ?, ?, ?, 15)",
          key,
          key,
          "T-" + year,
          year + "-09-01",
          year + "-12-31");
      Staff.run(
          database,
          "INSERT IGNORE INTO teacher (id, uuid, personnel_no, last_name, first_name,"
              + " department_id) VALUES (NEXTVAL(curriculum_seq), UUID(), ?, 'Местов', 'Асан',"
              + " (SELECT MIN(department_id) FROM discipline))",
          teacher);
      OpenSheet sheet =
          new OpenSheet(server, teacher + "-" + server.text("SELECT NEXTVAL(attestation_seq)"));
      Staff.run(
          database,
          "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
              + " teacher_id, examiner_id, exam_date, exam_time, status) SELECT"
              + " NEXTVAL(attestation_seq), UUID(), ?, 'MAIN', ?, (SELECT MIN(id) FROM discipline"
              + " WHERE control_form = 'EXAM'), (SELECT MIN(code) FROM rule_set WHERE level ="
              + " 'BACHELOR'), e.id, e.id, ?, ?, 'OPEN' FROM teacher e WHERE e.personnel_no = ?",
          sheet.number,
          key,
          exam.toLocalDate().toString(),
          exam.toLocalTime().toString(),
          teacher);
      Staff.seat(database, sheet.number, true);
      return sheet;
    }
  }

  /** Address of one of its pages. */
  String page(String name) throws SQLException {
    return server.url()
        + "/attestation/"
        + name
        + ".xhtml?id="
        + server.text("SELECT uuid FROM sheet WHERE number = '" + number + "'");
  }

  /** Runs a statement that ends where the key of the sheet is wanted. */
  void change(String sql) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(database, sql + " (SELECT id FROM sheet WHERE number = ?)", number);
    }
  }

  /** Last name of the student of a line. */
  String name(int position) throws SQLException {
    return server.text(
        "SELECT s.last_name FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id JOIN student s ON"
            + " s.id = r.student_id WHERE h.number = '"
            + number
            + "' AND r.position = "
            + position);
  }

  /** Second rating and score, line by line. */
  String stored() throws SQLException {
    return rows("CONCAT(r.p2 + 0e0, '/', COALESCE(r.score, r.mark, '-'))", "");
  }

  /** Something of each line, with what it is joined to. */
  String rows(String what, String joined) throws SQLException {
    return server.text(
        "SELECT GROUP_CONCAT("
            + what
            + " ORDER BY r.position SEPARATOR ' ') FROM sheet_row r JOIN sheet h ON h.id ="
            + " r.sheet_id "
            + joined
            + " WHERE h.number = '"
            + number
            + "'");
  }
}
