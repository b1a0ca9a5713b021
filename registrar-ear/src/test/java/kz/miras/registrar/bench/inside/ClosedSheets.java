package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What closing sheets changes, kept before and brought back after. Results are never deleted: the
 * guards are lifted for this and stand again afterwards.
 */
final class ClosedSheets {

  private static final String OURS = "SELECT id FROM bench_sheet";
  private static final String THEIRS =
      "student_id IN (SELECT r.student_id FROM sheet_row r WHERE r.sheet_id IN (" + OURS + "))";
  private static final String[] KEPT = {
    "sheet", "achievement_head", "achievement_summary", "enrolment"
  };

  private final Tables tables;

  ClosedSheets(Connection administrator) {
    this.tables = new Tables(administrator);
  }

  /**
   * Keeps what stands now of these sheets and of who is in them.
   *
   * @param which condition on sheets
   */
  void keep(String which) throws SQLException {
    for (String table : KEPT) {
      tables.execute("DROP TABLE IF EXISTS bench_" + table);
    }
    tables.keep("sheet", which);
    tables.keep("achievement_head", THEIRS);
    tables.keep("achievement_summary", THEIRS);
    tables.keep(
        "enrolment",
        "id IN (SELECT r.enrolment_id FROM sheet_row r WHERE r.sheet_id IN (" + OURS + "))");
  }

  /** Brings it back. */
  void takeBack() throws SQLException {
    tables.deleteGuarded("sheet_frame", "sheet_id IN (" + OURS + ")");
    tables.deleteGuarded("sheet_version", "sheet_id IN (" + OURS + ")");
    tables.deleteGuarded("achievement", "sheet_id IN (" + OURS + ")");
    for (String table : List.of("achievement_head", "achievement_summary")) {
      // whose first result it was had neither
      tables.execute(
          "DELETE FROM "
              + table
              + " WHERE "
              + THEIRS
              + " AND student_id NOT IN (SELECT student_id FROM bench_"
              + table
              + ")");
      tables.restore(table, "student_id");
    }
    tables.restoreGuarded("sheet", "id");
    tables.restore("enrolment", "id");
  }
}
