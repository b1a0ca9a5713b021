package kz.miras.registrar.wire;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.People;
import kz.miras.registrar.local.TestServer;

/** An open sheet of four students in a term far ahead, its exam an hour ago. */
final class RestSheet {

  static final String TERM = "REST-MARKS";

  private final TestServer server;
  private final String id = UUID.randomUUID().toString();
  private final List<String> students = new ArrayList<>();

  private RestSheet(TestServer server) {
    this.server = server;
  }

  static RestSheet of(TestServer server) throws SQLException {
    People people = new People(server);
    people.change(
        "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (2135, 2135,"
            + " '2135-09-01', '2136-06-30')");
    people.change(
        "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (2135, 2135, 'AUTUMN', ?, '2135-09-01', '2135-12-31', 15)",
        TERM);
    RestSheet sheet = new RestSheet(server);
    long key = Long.parseLong(sheet.text("SELECT NEXTVAL(attestation_seq)"));
    LocalDateTime exam =
        LocalDateTime.now(ZoneId.of("Asia/Almaty")).minusHours(1).truncatedTo(ChronoUnit.MINUTES);
    people.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " exam_date, exam_time, status) SELECT ?, ?, ?, 'MAIN', 2135, MIN(d.id), (SELECT"
            + " MIN(rule_set_code) FROM sheet WHERE kind = 'MAIN'), ?, ?, 'OPEN' FROM discipline d"
            + " WHERE d.control_form = 'EXAM'",
        key,
        sheet.id,
        TERM + "-" + key,
        exam.toLocalDate(),
        exam.toLocalTime());
    for (int place = 1; place <= 4; place++) {
      people.change(
          "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, p2) SELECT h.id * 1000 +"
              + " ?, h.id, (SELECT s.id FROM (SELECT id, student_no FROM student WHERE status ="
              + " 'STUDYING' ORDER BY id LIMIT 4) s ORDER BY s.student_no LIMIT 1 OFFSET "
              + (place - 1)
              + "), ?, 60, 60 FROM sheet h WHERE h.id = ?",
          place,
          place,
          key);
    }
    for (int place = 1; place <= 4; place++) {
      sheet.students.add(
          sheet.text(
              "SELECT s.student_no FROM sheet_row r JOIN student s ON s.id = r.student_id WHERE"
                  + " r.sheet_id = '"
                  + key
                  + "' AND r.position = "
                  + place));
    }
    return sheet;
  }

  /** A journal of its second period, with points of a week and a control of the first student. */
  String journal() throws SQLException {
    People people = new People(server);
    String journal = UUID.randomUUID().toString();
    long key = Long.parseLong(text("SELECT NEXTVAL(attestation_seq)"));
    long row = Long.parseLong(text("SELECT NEXTVAL(attestation_seq)"));
    people.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rates_id, period_no,"
            + " rule_set_code, status) SELECT ?, ?, ?, 'RATING', term_id, discipline_id, id, 2,"
            + " rule_set_code, 'OPEN' FROM sheet WHERE uuid = ?",
        key,
        journal,
        "RJ-" + key,
        id);
    people.change(
        "INSERT INTO sheet_row (id, sheet_id, student_id, position, score, absences_total,"
            + " absences_valid) SELECT ?, ?, r.student_id, 1, 80, 4, 2 FROM sheet_row r JOIN sheet h"
            + " ON h.id = r.sheet_id WHERE h.uuid = ? AND r.position = 1",
        row,
        key,
        id);
    people.change(
        "INSERT INTO rating_week (id, sheet_row_id, week, points, typed_by) SELECT"
            + " NEXTVAL(attestation_seq), ?, 9, 61.5, 'in-teacher'",
        row);
    return journal;
  }

  String id() {
    return id;
  }

  /** Number of the student at a place. */
  String student(int place) {
    return students.get(place);
  }

  /** What stands as the score of the student at a place. */
  String score(int place) throws SQLException {
    return row(place, "COALESCE(r.score, r.mark)");
  }

  /** A column of the row at a place. */
  String row(int place, String column) throws SQLException {
    return text(
        "SELECT "
            + column
            + " FROM sheet_row r JOIN sheet h ON h.id = r.sheet_id WHERE h.uuid = '"
            + id
            + "' AND r.position = "
            + (place + 1));
  }

  /** An examiner has typed a score by hand. */
  void typed(int place, int score) throws SQLException {
    new People(server)
        .change(
            "UPDATE sheet_row r JOIN sheet h ON h.id = r.sheet_id SET r.score = ?, r.typed_by ="
                + " 'examiner', r.version = r.version + 1 WHERE h.uuid = ? AND r.position = ?",
            score,
            id,
            place + 1);
  }

  /** The sheet is handed over. */
  void status(String status) throws SQLException {
    new People(server).change("UPDATE sheet SET status = ? WHERE uuid = ?", status, id);
  }

  private String text(String sql) throws SQLException {
    return TestedStudent.text(server, sql);
  }
}
