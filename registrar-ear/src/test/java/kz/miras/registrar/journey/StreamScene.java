package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.TestServer;

/**
 * A term far ahead with one student, whose programme prescribes one discipline: of two streams, the
 * first of them full, and two groups. Nobody else has a plan there.
 */
final class StreamScene {

  static final String TERM = "STR-2201";

  /** Code of programme and discipline, number and login of the student. */
  final String name = "STR" + UUID.randomUUID().toString().substring(0, 6);

  /** Public id. */
  final String offering = UUID.randomUUID().toString();

  private StreamScene() {}

  /** Makes it all. */
  static StreamScene of(TestServer server) throws SQLException {
    StreamScene scene = new StreamScene();
    Staff.appoint(server, scene.name, Role.STU);
    try (Connection database = server.database()) {
      term(database);
      scene.programme(database);
      offering(database, scene.offering, scene.name);
      section(database, scene.offering, "LECTURE", "П-1", "0", "6", "08:00");
      section(database, scene.offering, "LECTURE", "П-2", "60", "6", "10:00");
      section(database, scene.offering, "GROUP", "Г-1", "15", "2", "08:00");
      section(database, scene.offering, "GROUP", "Г-2", "15", "2", "10:00");
      Staff.run(
          database,
          "UPDATE account SET student_id = (SELECT id FROM student WHERE student_no = ?) WHERE login"
              + " = ?",
          scene.name,
          scene.name);
    }
    return scene;
  }

  /**
   * One more discipline, of a block of five credits to choose from, with one group on one day.
   *
   * @param code of the discipline
   * @param day of the week, from 1
   * @return public id of its offering; its group is called Г-Э
   */
  String elective(TestServer server, String code, String seats, String day) throws SQLException {
    String of = UUID.randomUUID().toString();
    choice(server, code);
    try (Connection database = server.database()) {
      offering(database, of, code);
      section(database, of, "GROUP", "Г-Э", seats, day, "14:00");
    }
    return of;
  }

  /**
   * One more discipline of the block, of which there are no groups yet.
   *
   * @param code of the discipline
   */
  void choice(TestServer server, String code) throws SQLException {
    try (Connection database = server.database()) {
      discipline(database, code);
      Staff.run(
          database,
          "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component,"
              + " choice_block, choice_credits) SELECT NEXTVAL(curriculum_seq), c.id, d.id, 1,"
              + " 'PROFILE', 'ELECTIVE', 'КВ-1', 5 FROM curriculum c JOIN programme p ON p.id ="
              + " c.programme_id JOIN discipline d ON d.code = ? WHERE p.code = ?",
          code,
          name);
    }
  }

  /** One discipline needs another one before. */
  void needs(TestServer server, String code, String before) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "INSERT INTO prerequisite (discipline_id, requires_id) SELECT d.id, r.id FROM discipline d"
              + " JOIN discipline r ON r.code = ? WHERE d.code = ?",
          before,
          code);
    }
  }

  /** The term is nobody's any more, nor does its student study. */
  void end(TestServer server) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "DELETE FROM registration_window WHERE term_id = (SELECT id FROM term WHERE code = ?)",
          TERM);
      Staff.run(database, "UPDATE student SET status = 'EXPELLED' WHERE student_no = ?", name);
    }
  }

  private static void offering(Connection database, String id, String discipline)
      throws SQLException {
    Staff.run(
        database,
        "INSERT INTO offering (id, uuid, term_id, discipline_id, code, language, status) SELECT"
            + " NEXTVAL(registration_seq), ?, t.id, d.id, d.code, 'ru', 'OPEN' FROM term t JOIN"
            + " discipline d ON d.code = ? WHERE t.code = ?",
        id,
        discipline,
        TERM);
  }

  private static void term(Connection database) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) SELECT"
            + " NEXTVAL(calendar_seq), 2201, '2201-09-01', '2202-06-30' FROM DUAL WHERE NOT EXISTS"
            + " (SELECT 1 FROM academic_year WHERE start_year = 2201)");
    Staff.run(
        database,
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks) SELECT"
            + " NEXTVAL(calendar_seq), y.id, 'AUTUMN', ?, '2201-09-01', '2201-12-31', 15 FROM"
            + " academic_year y WHERE y.start_year = 2201 AND NOT EXISTS (SELECT 1 FROM term WHERE"
            + " code = ?)",
        TERM,
        TERM);
    Staff.run(
        database,
        "INSERT INTO registration_window (id, uuid, term_id, kind, opens_at, closes_at, status,"
            + " prepared_by, prepared_at, approved_by, approved_at, approved_off, approved_opens_at,"
            + " approved_closes_at, approved_waves, approved_wave_minutes) SELECT"
            + " NEXTVAL(registration_seq), UUID(), t.id, 'REGISTRATION', '2020-01-01',"
            + " '2201-12-01', 'APPROVED', 'one', NOW(6), 'two', NOW(6), FALSE, '2020-01-01',"
            + " '2201-12-01', 1, 0 FROM term t WHERE t.code = ?",
        TERM);
  }

  private void programme(Connection database) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO programme (id, uuid, code, direction_code, level, name_kk, name_ru, name_en,"
            + " credits, years, languages, school_id) VALUES (NEXTVAL(curriculum_seq), UUID(), ?,"
            + " '7M09', 'MASTER', ?, ?, ?, 120, 2, 'ru', (SELECT MIN(id) FROM org_unit WHERE kind ="
            + " 'SCHOOL'))",
        name,
        name,
        name,
        name);
    Staff.run(
        database,
        "INSERT INTO curriculum (id, programme_id, admission_year) SELECT NEXTVAL(curriculum_seq),"
            + " id, 2201 FROM programme WHERE code = ?",
        name);
    discipline(database, name);
    Staff.run(
        database,
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle, component)"
            + " SELECT NEXTVAL(curriculum_seq), c.id, d.id, 1, 'PROFILE', 'UNIVERSITY' FROM"
            + " curriculum c JOIN programme p ON p.id = c.programme_id JOIN discipline d ON d.code ="
            + " p.code WHERE p.code = ?",
        name);
    Staff.run(
        database,
        "INSERT INTO student (id, uuid, student_no, identity_doc, identity_country, last_name,"
            + " first_name, last_name_latin, first_name_latin, birth_date, sex, programme_id,"
            + " curriculum_id, course_year, study_form, study_language, funding, admission_year,"
            + " status, search_text) SELECT NEXTVAL(student_seq), UUID(), ?, 'N 1', 'KZ', 'Потокова',"
            + " 'Алия', 'Potokova', 'Aliya', '2000-01-01', 'FEMALE', p.id, c.id, 1, 'FULL_TIME',"
            + " 'ru', 'GRANT', 2201, 'STUDYING', 'potokova' FROM programme p JOIN curriculum c ON"
            + " c.programme_id = p.id WHERE p.code = ?",
        name,
        name);
  }

  private static void discipline(Connection database, String code) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO discipline (id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en,"
            + " credits, control_form, department_id) VALUES (NEXTVAL(curriculum_seq), UUID(), ?, ?,"
            + " ?, 'Математикалық талдау', 'Математический анализ', 'Calculus', 5, 'EXAM', (SELECT"
            + " MIN(id) FROM org_unit WHERE kind = 'DEPARTMENT'))",
        code,
        code,
        code);
  }

  private static void section(
      Connection database,
      String offering,
      String kind,
      String code,
      String seats,
      String day,
      String from)
      throws SQLException {
    Staff.run(
        database,
        "INSERT INTO section (id, uuid, offering_id, kind, code, status) SELECT"
            + " NEXTVAL(registration_seq), UUID(), id, ?, ?, 'OPEN' FROM offering WHERE uuid = ?",
        kind,
        code,
        offering);
    String of =
        " FROM section s JOIN offering o ON o.id = s.offering_id WHERE s.code = ? AND o.uuid = ?";
    Staff.run(
        database,
        "INSERT INTO section_seat (section_id, capacity) SELECT s.id, ?" + of,
        seats,
        code,
        offering);
    Staff.run(
        database,
        "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at, room) SELECT"
            + " NEXTVAL(registration_seq), s.id, ?, ?, ADDTIME(?, '00:50'), '203'"
            + of,
        day,
        from,
        from,
        code,
        offering);
    Staff.run(
        database,
        "INSERT INTO section_teacher (id, section_id, teacher_id, duty, valid_from) SELECT"
            + " NEXTVAL(registration_seq), s.id, (SELECT MIN(id) FROM teacher), 'TEACHER',"
            + " '2020-01-01'"
            + of,
        code,
        offering);
  }
}
