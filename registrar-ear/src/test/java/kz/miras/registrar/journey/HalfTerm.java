package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.miras.registrar.local.TestServer;

/** A term whose second period of ratings is in its last week, and a sheet of four students. */
final class HalfTerm {

  static final String CODE = "RATING";

  /** Weeks of study: the second period is weeks 12 to 21, and it is week 21. */
  private static final int WEEKS = 21;

  private HalfTerm() {}

  static void of(TestServer server) throws SQLException {
    try (Connection database = server.database()) {
      sheet(database);
    }
  }

  /** Puts the term where nobody looks: beside the present one it would be taken for it. */
  static void away(TestServer server) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE term SET starts_on = ?, ends_on = ? WHERE code = ?",
          "2008-09-01",
          "2009-02-28",
          CODE);
    }
  }

  private static void sheet(Connection database) throws SQLException {
    LocalDate begins = LocalDate.now(ZoneId.of("Asia/Almaty")).minusWeeks(WEEKS - 1);
    Staff.run(
        database,
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES"
            + " (NEXTVAL(calendar_seq), 2008, ?, ?)",
        "2008-09-01",
        "2009-06-30");
    Staff.run(
        database,
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " SELECT NEXTVAL(calendar_seq), id, 'AUTUMN', 'RATING', ?, ?, 21 FROM academic_year"
            + " WHERE start_year = 2008",
        begins.toString(),
        begins.plusWeeks(WEEKS + 3).toString());
    Staff.run(
        database,
        "INSERT INTO teacher (id, uuid, personnel_no, last_name, first_name, department_id) SELECT"
            + " NEXTVAL(curriculum_seq), UUID(), 'RATING-1', 'Журналов', 'Асан', department_id FROM"
            + " discipline LIMIT 1");
    Staff.run(
        database,
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code,"
            + " teacher_id, examiner_id, status) SELECT NEXTVAL(attestation_seq), UUID(),"
            + " 'RATING-0001', 'MAIN', t.id, (SELECT MIN(id) FROM discipline WHERE control_form ="
            + " 'EXAM'), (SELECT MIN(code) FROM rule_set WHERE level = 'BACHELOR'), e.id, e.id,"
            + " 'OPEN' FROM term t, teacher e WHERE t.code = 'RATING' AND e.personnel_no ="
            + " 'RATING-1'");
    Staff.seat(database, "RATING-0001", false);
  }
}
