package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import kz.miras.registrar.local.TestServer;

/** A sheet of four students before a teacher, and what is stored of it. */
final class GridSheet {

  private final TestServer server;
  private final String number;

  private GridSheet(TestServer server, String number) {
    this.server = server;
    this.number = number;
  }

  /** An open sheet of four admitted students whose exam was an hour ago, in a term far ahead. */
  static GridSheet of(TestServer server) throws SQLException {
    GridSheet sheet =
        new GridSheet(server, "GRID-" + text(server, "SELECT NEXTVAL(attestation_seq)"));
    try (Connection database = server.database()) {
      sheet.fill(database);
    }
    return sheet;
  }

  private void fill(Connection database) throws SQLException {
    LocalDateTime exam =
        LocalDateTime.now(ZoneId.of("Asia/Almaty")).minusHours(1).truncatedTo(ChronoUnit.MINUTES);
    Staff.run(
        database,
        "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (2136, 2136,"
            + " '2136-09-01', '2137-06-30')");
    Staff.run(
        database,
        "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (2136, 2136, 'AUTUMN', 'GRID', '2136-09-01', '2136-12-31', 15)");
    Staff.run(
        database,
        "INSERT IGNORE INTO teacher (id, uuid, personnel_no, last_name, first_name, department_id)"
            + " VALUES (NEXTVAL(curriculum_seq), UUID(), 'GRID-1', 'Ведомостев', 'Асан', (SELECT"
            + " MIN(department_id) FROM discipline))");
    Staff.run(
        database,
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, examiner_id, exam_date, exam_time, status) SELECT"
            + " NEXTVAL(attestation_seq), UUID(), ?, 'MAIN', 2136, (SELECT MIN(id) FROM discipline"
            + " WHERE control_form = 'EXAM'), (SELECT MIN(code) FROM rule_set WHERE level ="
            + " 'BACHELOR'), e.id, e.id, ?, ?, 'OPEN' FROM teacher e WHERE e.personnel_no = 'GRID-1'",
        number,
        exam.toLocalDate().toString(),
        exam.toLocalTime().toString());
    Staff.seat(database, number, true);
  }

  /** Where it is filled. */
  String address() throws SQLException {
    return server.url()
        + "/attestation/sheet.xhtml?id="
        + text(server, "SELECT uuid FROM sheet WHERE number = '" + number + "'");
  }

  /** Its exam is still to come, so that ratings are typed. */
  void beforeExam() throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE sheet SET exam_date = exam_date + INTERVAL 2 DAY WHERE number = ?",
          number);
    }
  }

  /** Somebody else types a score meanwhile. */
  void other(int position, int score) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE sheet_row r JOIN sheet h ON h.id = r.sheet_id SET r.score = ?, r.typed_by ="
              + " 'examiner2', r.version = r.version + 1 WHERE h.number = ? AND r.position = ?",
          String.valueOf(score),
          number,
          String.valueOf(position));
    }
  }

  /** Scores in the order of the rows. */
  String stored() throws SQLException {
    return text(
        server,
        "SELECT GROUP_CONCAT(COALESCE(r.score, r.mark, '-') ORDER BY r.position SEPARATOR ' ') FROM"
            + " sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.number = '"
            + number
            + "'");
  }

  /** Both ratings in the order of the rows. */
  String ratings() throws SQLException {
    return text(
        server,
        "SELECT GROUP_CONCAT(COALESCE(r.p1 + 0e0, '-'), '/', COALESCE(r.p2 + 0e0, '-') ORDER BY"
            + " r.position SEPARATOR ' ') FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE"
            + " h.number = '"
            + number
            + "'");
  }

  private static String text(TestServer server, String sql) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
