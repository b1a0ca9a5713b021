package kz.miras.registrar.wire;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.People;
import kz.miras.registrar.local.TestServer;

/** A term far ahead that registers now, with offerings and students of its own. */
final class RestTerm {

  private static final String WINDOW =
      "INSERT INTO registration_window (id, uuid, term_id, kind, off, opens_at, closes_at, status,"
          + " prepared_by, prepared_at, approved_by, approved_at, approved_off, approved_opens_at,"
          + " approved_closes_at, approved_waves, approved_wave_minutes) VALUES (?, UUID(), ?, ?,"
          + " FALSE, '2020-01-01', '2062-01-01', 'APPROVED', 'deputy', NOW(6), 'director', NOW(6),"
          + " FALSE, '2020-01-01', '2062-01-01', 1, 0)";

  private final TestServer server;
  private final People people;
  private final String code;
  private final long id;
  private final List<Long> disciplines = new ArrayList<>();

  private RestTerm(TestServer server, String code, long id) throws SQLException {
    this.server = server;
    this.people = new People(server);
    this.code = code;
    this.id = id;
  }

  /** The term, made at the first call. */
  static RestTerm of(TestServer server) throws SQLException {
    People people = new People(server);
    people.change(
        "INSERT IGNORE INTO academic_year (id, start_year, starts_on, ends_on) VALUES (961, 2061,"
            + " '2061-09-01', '2062-08-31')");
    people.change(
        "INSERT IGNORE INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " VALUES (961, 961, 'AUTUMN', 'REST-1', '2061-09-01', '2062-01-25', 15)");
    RestTerm term = new RestTerm(server, "REST-1", 961);
    for (String kind : List.of("REGISTRATION", "CHANGE")) {
      if (term.number(
              "SELECT COUNT(*) FROM registration_window WHERE term_id = 961 AND kind = ?", kind)
          == 0) {
        people.change(WINDOW, term.next("registration_seq"), term.id, kind);
      }
    }
    return term;
  }

  String code() {
    return code;
  }

  /** Curricula are judged elsewhere; what was added to them here goes again. */
  void end() throws SQLException {
    for (long discipline : disciplines) {
      people.change("DELETE FROM curriculum_item WHERE discipline_id = ?", discipline);
    }
    people.change("DELETE FROM registration_window WHERE term_id = ?", id);
  }

  /**
   * An offering of a discipline of its own with one group.
   *
   * @param seats of the group
   * @param hour of Mondays when it meets
   */
  Offered offering(int seats, int hour) throws SQLException {
    long discipline = next("curriculum_seq");
    String name = "RT" + discipline;
    people.change(
        "INSERT INTO discipline (id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en,"
            + " credits, control_form, department_id) SELECT ?, UUID(), ?, ?, ?, ?, ?, ?, 3,"
            + " 'EXAM', MIN(department_id) FROM discipline",
        discipline,
        name,
        name,
        name,
        name,
        name,
        name);
    // every programme prescribes it while the test runs
    people.change(
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component)"
            + " SELECT NEXTVAL(curriculum_seq), c.id, ?, 3, 'BASIC', 'UNIVERSITY' FROM curriculum c",
        discipline);
    disciplines.add(discipline);
    long offering = next("registration_seq");
    UUID link = UUID.randomUUID();
    people.change(
        "INSERT INTO offering (id, uuid, term_id, discipline_id, code, language, status)"
            + " VALUES (?, ?, ?, ?, ?, 'ru', 'OPEN')",
        offering,
        link.toString(),
        id,
        discipline,
        name);
    long section = next("registration_seq");
    people.change(
        "INSERT INTO section (id, uuid, offering_id, kind, code, status)"
            + " VALUES (?, UUID(), ?, 'GROUP', ?, 'OPEN')",
        section,
        offering,
        name + "-G");
    people.change("INSERT INTO section_seat (section_id, capacity) VALUES (?, ?)", section, seats);
    people.change(
        "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at) VALUES (?, ?, 1,"
            + " MAKETIME(?, 0, 0), MAKETIME(?, 50, 0))",
        next("registration_seq"),
        section,
        hour,
        hour);
    return new Offered(link.toString(), name, section);
  }

  /**
   * A lecture stream of an offering.
   *
   * @param hour of Tuesdays when it meets
   */
  void stream(Offered offered, String code, int seats, int hour) throws SQLException {
    long section = next("registration_seq");
    people.change(
        "INSERT INTO section (id, uuid, offering_id, kind, code, status) SELECT ?, UUID(), id,"
            + " 'LECTURE', ?, 'OPEN' FROM offering WHERE uuid = ?",
        section,
        code,
        offered.id());
    people.change("INSERT INTO section_seat (section_id, capacity) VALUES (?, ?)", section, seats);
    people.change(
        "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at) VALUES (?, ?, 2,"
            + " MAKETIME(?, 0, 0), MAKETIME(?, 50, 0))",
        next("registration_seq"),
        section,
        hour,
        hour);
  }

  /** Lets a discipline need another one before it. */
  void require(Offered offered, Offered before) throws SQLException {
    people.change(
        "INSERT INTO prerequisite (discipline_id, requires_id) SELECT d.id, n.id FROM discipline d,"
            + " discipline n WHERE d.code = ? AND n.code = ?",
        offered.discipline(),
        before.discipline());
  }

  /** The adviser has given a line back; its seat is kept for long. */
  void giveBack(Offered offered, Caller student) throws SQLException {
    people.change(
        "UPDATE study_plan_line l JOIN study_plan p ON p.id = l.plan_id JOIN student s ON s.id ="
            + " p.student_id JOIN discipline d ON d.id = l.discipline_id SET l.status = 'RETURNED',"
            + " l.remark = 'say why', l.seat_until = '2061-09-01' WHERE d.code = ? AND s.student_no"
            + " = ?",
        offered.discipline(),
        student.number());
  }

  /** An offering: public id, code of its discipline, key of its group. */
  record Offered(String id, String discipline, long section) {

    /** A line of a request for it. */
    String line() {
      return "{\"offering\":\"" + id + "\",\"type\":\"MAIN\"}";
    }
  }

  /** A student who calls with an account of the own. */
  record Caller(RestClient rest, String id, String number) {}

  /** Students without accounts until now, nobody with a hold; others than other tests use. */
  List<Caller> students(int many) throws SQLException {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String number =
          text(
              "SELECT s.student_no FROM student s JOIN programme p ON p.id = s.programme_id WHERE"
                  + " s.status = 'STUDYING' AND p.level = 'BACHELOR' AND s.course_year BETWEEN 2 AND"
                  + " 3 AND NOT EXISTS (SELECT 1 FROM account a WHERE a.student_id = s.id) AND NOT"
                  + " EXISTS (SELECT 1 FROM student_hold h WHERE h.student_id = s.id) ORDER BY s.id"
                  + " DESC LIMIT 1 OFFSET 6");
      String login = people.holding("STU");
      people.change(
          "UPDATE account SET student_id = (SELECT id FROM student WHERE student_no = ?) WHERE"
              + " login = ?",
          number,
          login);
      callers.add(
          new Caller(
              RestClient.bearer(
                  server.url(), RestClient.basic(server.url(), login, People.PASSWORD).token()),
              text("SELECT uuid FROM student WHERE student_no = ?", number),
              number));
    }
    return callers;
  }

  /** A request for these offerings. */
  String request(String more, Offered... offerings) {
    List<String> lines = new ArrayList<>();
    for (Offered one : offerings) {
      lines.add(one.line());
    }
    return "{\"term\":\"" + code + "\",\"lines\":[" + String.join(",", lines) + "]" + more + "}";
  }

  /** Seats taken of the group of an offering. */
  long taken(Offered offered) throws SQLException {
    return number("SELECT taken FROM section_seat WHERE section_id = ?", offered.section());
  }

  /** Public id of the group of an offering. */
  String link(Offered offered) throws SQLException {
    return text("SELECT CAST(uuid AS CHAR) FROM section WHERE id = ?", offered.section());
  }

  /** Enrolments of an offering, whatever became of them. */
  long enrolments(Offered offered) throws SQLException {
    return number(
        "SELECT COUNT(*) FROM enrolment e JOIN offering o ON o.id = e.offering_id WHERE o.uuid = ?",
        offered.id());
  }

  private long next(String sequence) throws SQLException {
    return number("SELECT NEXT VALUE FOR " + sequence);
  }

  private long number(String sql, Object... values) throws SQLException {
    return Long.parseLong(text(sql, values));
  }

  private String text(String sql, Object... values) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
