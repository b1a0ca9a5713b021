package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.achievement.service.SheetPosting;

/** The office closes submitted sheets: every row becomes a result in its student's history. */
final class Postings implements Workload {

  private static final int SHEETS = 30;
  private static final String OURS = "SELECT id FROM bench_sheet";

  private final SheetPosting posting;
  private final List<String> sheets = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();

  Postings(SheetPosting posting) {
    this.posting = posting;
  }

  @Override
  public void prepare(Connection administrator) throws SQLException {
    Tables tables = new Tables(administrator);
    tables.keep("sheet", "status = 'SUBMITTED' AND kind = 'MAIN' ORDER BY id LIMIT " + SHEETS);
    tables.column("SELECT uuid FROM bench_sheet").forEach(uuid -> sheets.add(uuid.toString()));
    for (String sheet : sheets) {
      rows.add(
          (int)
              tables.number(
                  "SELECT COUNT(*) FROM sheet_row r JOIN sheet s ON s.id = r.sheet_id WHERE s.uuid"
                      + " = '"
                      + sheet
                      + "'"));
    }
    String theirs = "SELECT r.student_id FROM sheet_row r WHERE r.sheet_id IN (" + OURS + ")";
    tables.keep("achievement_head", "student_id IN (" + theirs + ")");
    tables.keep("achievement_summary", "student_id IN (" + theirs + ")");
    tables.keep(
        "enrolment",
        "id IN (SELECT r.enrolment_id FROM sheet_row r WHERE r.sheet_id IN (" + OURS + "))");
  }

  @Override
  public int operations() {
    return sheets.size();
  }

  @Override
  public int units(int operation) {
    return rows.get(operation);
  }

  @Override
  public void run(int operation) {
    int posted = posting.close(sheets.get(operation));
    if (posted != rows.get(operation)) {
      throw new IllegalStateException(posted + " results of " + rows.get(operation) + " rows");
    }
  }

  /** Results are never deleted: the guard is lifted for this and stands again afterwards. */
  @Override
  public void takeBack(Connection administrator) throws SQLException {
    Tables tables = new Tables(administrator);
    tables.deleteGuarded("sheet_version", "sheet_id IN (" + OURS + ")");
    tables.deleteGuarded("achievement", "sheet_id IN (" + OURS + ")");
    tables.restore("achievement_head", "student_id");
    tables.restore("achievement_summary", "student_id");
    tables.restoreGuarded("sheet", "id", "sheet_posted_kept");
    tables.restore("enrolment", "id");
  }
}
