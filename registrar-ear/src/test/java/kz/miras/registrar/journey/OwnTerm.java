package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;

/** The autumn of an academic year nobody else uses. */
final class OwnTerm {

  private OwnTerm() {}

  /**
   * Lays it, from September to December.
   *
   * @param code of the term
   * @param year in which the academic year begins
   */
  static void lay(Connection database, String code, int year) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES"
            + " (NEXTVAL(calendar_seq), ?, ?, ?)",
        String.valueOf(year),
        year + "-09-01",
        (year + 1) + "-06-30");
    Staff.run(
        database,
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " SELECT NEXTVAL(calendar_seq), id, 'AUTUMN', ?, ?, ?, 15 FROM academic_year"
            + " WHERE start_year = ?",
        code,
        year + "-09-01",
        year + "-12-31",
        String.valueOf(year));
  }
}
