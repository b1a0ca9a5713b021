package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.miras.registrar.local.TestServer;

/**
 * Room in the calendar for a term that runs today, whatever the demonstration says; its exams are
 * today too, so that today is a working day, be it a Sunday or a holiday.
 */
final class TodaysTerm {

  private static final String MARK = "journey";

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
      Staff.run(
          database,
          "INSERT INTO day_off (day, working, name_kk, name_ru, name_en) VALUES (?, TRUE, ?, ?, ?)"
              + " ON DUPLICATE KEY UPDATE name_en = IF(working, name_en, CONCAT(?, name_en)),"
              + " working = TRUE",
          today(),
          MARK,
          MARK,
          MARK,
          MARK);
    }
  }

  private static String today() {
    return LocalDate.now(ZoneId.of("Asia/Almaty")).toString();
  }

  /** The term of the files is over, no longer the one of today, and today is what it was. */
  static void end(TestServer server, int year) throws SQLException {
    try (Connection database = server.database()) {
      Staff.run(database, "DELETE FROM day_off WHERE day = ? AND name_en = ?", today(), MARK);
      Staff.run(
          database,
          "UPDATE day_off SET working = FALSE, name_en = SUBSTRING(name_en, CHAR_LENGTH(?) + 1)"
              + " WHERE day = ? AND name_en LIKE CONCAT(?, '%')",
          MARK,
          today(),
          MARK);
      Staff.run(
          database,
          "UPDATE term SET starts_on = ?, ends_on = ? WHERE code = ?",
          year + "-08-01",
          year + "-08-31",
          TermFiles.TERM);
    }
  }
}
