package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.achievement.service.SheetPosting;

/** The office closes submitted sheets: every row becomes a result in its student's history. */
final class Postings implements Workload {

  private static final int SHEETS = 30;

  private final SheetPosting posting;
  private final List<String> sheets = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();

  Postings(SheetPosting posting) {
    this.posting = posting;
  }

  @Override
  public void prepare(Connection administrator) throws SQLException {
    Tables tables = new Tables(administrator);
    new ClosedSheets(administrator)
        .keep("status = 'SUBMITTED' AND kind = 'MAIN' ORDER BY id LIMIT " + SHEETS);
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

  @Override
  public void takeBack(Connection administrator) throws SQLException {
    new ClosedSheets(administrator).takeBack();
  }
}
