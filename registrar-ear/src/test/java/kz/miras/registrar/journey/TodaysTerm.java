package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;
import kz.miras.registrar.local.TestServer;

/** Room in the calendar for a term that runs today, whatever the demonstration says. */
final class TodaysTerm {

  private TodaysTerm() {}

  /** The academic year of today, which may come after those of the demonstration. */
  static void begin(TestServer server, int year) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "INSERT INTO academic_year (id, start_year, starts_on, ends_on) SELECT"
              + " NEXTVAL(calendar_seq), ?, ?, ? FROM dual WHERE NOT EXISTS (SELECT 1 FROM"
              + " academic_year WHERE start_year = ?)",
          String.valueOf(year),
          year + "-09-01",
          (year + 1) + "-08-31",
          String.valueOf(year));
    }
  }

  /** The term of the files is over, and no longer the one of today. */
  static void end(TestServer server, int year) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(
          database,
          "UPDATE term SET starts_on = ?, ends_on = ? WHERE code = ?",
          year + "-08-01",
          year + "-08-31",
          TermFiles.TERM);
    }
  }
}
