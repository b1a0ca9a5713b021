package kz.miras.registrar.wire;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.People;
import kz.miras.registrar.local.TestServer;

/**
 * The open journal of the second period of a sheet, with three students and a teacher of its own.
 */
final class RestJournal {

  static final String TERM = "REST-JOURNAL";

  /** Weeks of study: the second period is weeks 12 to 21, and it is week 21. */
  private static final int WEEKS = 21;

  private static final int YEAR = 2212;

  private final TestServer server;
  private final People people;
  private final String id = UUID.randomUUID().toString();
  private final List<String> students = new ArrayList<>();
  private long teacher;

  private RestJournal(TestServer server) throws SQLException {
    this.server = server;
    this.people = new People(server);
  }

  static RestJournal of(TestServer server) throws SQLException {
    RestJournal journal = new RestJournal(server);
    journal.people.change(
        "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (?, ?,"
            + " '2212-09-01', '2213-06-30')",
        YEAR,
        YEAR);
    journal.people.change(
        "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (?, ?, 'AUTUMN', ?, '2212-09-01', '2212-12-31', ?)",
        YEAR,
        YEAR,
        TERM,
        WEEKS);
    journal.begin(LocalDate.now(ZoneId.of("Asia/Almaty")).minusWeeks(WEEKS - 1));
    journal.fill();
    return journal;
  }

  /** The term begins on this day. */
  void begin(LocalDate day) throws SQLException {
    people.change(
        "UPDATE term SET starts_on = ?, ends_on = ? WHERE code = ?",
        day,
        day.plusWeeks(WEEKS + 3),
        TERM);
  }

  /** Puts the term where nobody looks: beside the present one it would be taken for it. */
  void away() throws SQLException {
    begin(LocalDate.of(YEAR, 9, 1));
  }

  private void fill() throws SQLException {
    teacher = next("curriculum_seq");
    people.change(
        "INSERT INTO teacher (id, uuid, personnel_no, last_name, first_name, department_id) SELECT"
            + " ?, UUID(), ?, 'Журналов', 'Асан', MIN(department_id) FROM discipline",
        teacher,
        "RJ" + teacher);
    long main = next("attestation_seq");
    long key = next("attestation_seq");
    people.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, examiner_id, status) SELECT ?, UUID(), ?, 'MAIN', ?, MIN(d.id), (SELECT"
            + " MIN(code) FROM rule_set WHERE level = 'BACHELOR'), ?, ?, 'OPEN' FROM discipline d"
            + " WHERE d.control_form = 'EXAM'",
        main,
        "RJM-" + main,
        YEAR,
        teacher,
        teacher);
    people.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rates_id, period_no,"
            + " rule_set_code, teacher_id, status) SELECT ?, ?, ?, 'RATING', term_id, discipline_id,"
            + " id, 2, rule_set_code, teacher_id, 'OPEN' FROM sheet WHERE id = ?",
        key,
        id,
        "RJ-" + key,
        main);
    for (int place = 0; place < 3; place++) {
      String number =
          text(
              "SELECT student_no FROM student WHERE status = 'STUDYING' ORDER BY id LIMIT 1 OFFSET "
                  + place);
      students.add(number);
      for (long sheet : List.of(main, key)) {
        people.change(
            "INSERT INTO sheet_row (id, sheet_id, student_id, position) SELECT ?, ?, id, ? FROM"
                + " student WHERE student_no = ?",
            next("attestation_seq"),
            sheet,
            place + 1,
            number);
      }
    }
  }

  /** An account of its teacher; another one's where it is not the own. */
  String teacher(boolean own, boolean calls) throws SQLException {
    String login = people.holding("TCH");
    people.change(
        "UPDATE account SET teacher_id = ? WHERE login = ?",
        own ? teacher : Long.valueOf(text("SELECT MIN(id) FROM teacher")),
        login);
    if (calls) {
      people.change(
          "INSERT INTO personal_right (id, account_id, permission, scopes, valid_from, basis) SELECT"
              + " NEXT VALUE FOR account_seq, id, 'api.use', 'ALL', '2020-01-01', 'order 1' FROM"
              + " account WHERE login = ?",
          login);
    }
    return login;
  }

  String id() {
    return id;
  }

  String student(int place) {
    return students.get(place);
  }

  /** Its teacher has typed the control of a student by hand. */
  void typed(int place, int control) throws SQLException {
    people.change(
        "UPDATE sheet_row r JOIN sheet h ON h.id = r.sheet_id SET r.score = ?, r.typed_by = 'by-hand',"
            + " r.scored_by = 'by-hand', r.version = r.version + 1 WHERE h.uuid = ? AND r.position ="
            + " ?",
        control,
        id,
        place + 1);
  }

  void status(String status) throws SQLException {
    people.change("UPDATE sheet SET status = ? WHERE uuid = ?", status, id);
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

  /** Points of a week of the student at a place. */
  String points(int place, int week) throws SQLException {
    return row(
        place,
        "(SELECT w.points + 0e0 FROM rating_week w WHERE w.sheet_row_id = r.id AND w.week = "
            + week
            + ")");
  }

  private long next(String sequence) throws SQLException {
    return Long.parseLong(text("SELECT NEXTVAL(" + sequence + ")"));
  }

  private String text(String sql) throws SQLException {
    return TestedStudent.text(server, sql);
  }
}
