package kz.miras.registrar.journey;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.local.TestServer;
import org.openqa.selenium.WebDriver;

/** A sheet of four students before its teacher, and what is stored of it. */
final class GridSheet {

  private static final String TEACHER = "grid-teacher";
  private static final String PERSONNEL_NO = "GRID-1";
  private static final int YEAR = 2136;

  private final OpenSheet sheet;

  private GridSheet(OpenSheet sheet) {
    this.sheet = sheet;
  }

  /** An open sheet of four admitted students whose exam was an hour ago, in a term far ahead. */
  static GridSheet of(TestServer server) throws SQLException {
    LocalDateTime exam =
        LocalDateTime.now(ZoneId.of("Asia/Almaty")).minusHours(1).truncatedTo(ChronoUnit.MINUTES);
    return new GridSheet(OpenSheet.of(server, PERSONNEL_NO, YEAR, exam));
  }

  /** Its teacher signs in and opens it. */
  void open(TestServer server, WebDriver browser) throws SQLException {
    Staff.appoint(server, TEACHER, Role.TCH);
    Staff.tie(server, TEACHER, PERSONNEL_NO);
    Staff.signIn(browser, server, TEACHER);
    browser.get(address());
  }

  /** Where it is filled. */
  String address() throws SQLException {
    return sheet.page("sheet");
  }

  /** Its exam is still to come, so that ratings are typed. */
  void beforeExam() throws SQLException {
    sheet.change("UPDATE sheet SET exam_date = exam_date + INTERVAL 2 DAY WHERE id =");
  }

  /** Somebody else types a score meanwhile. */
  void other(int position, int score) throws SQLException {
    sheet.change(
        "UPDATE sheet_row SET score = "
            + score
            + ", typed_by = 'examiner2', version = version + 1 WHERE position = "
            + position
            + " AND sheet_id =");
  }

  /** Scores in the order of the rows. */
  String stored() throws SQLException {
    return sheet.rows("COALESCE(r.score, r.mark, '-')", "");
  }

  /** Both ratings in the order of the rows. */
  String ratings() throws SQLException {
    return sheet.rows("COALESCE(r.p1 + 0e0, '-'), '/', COALESCE(r.p2 + 0e0, '-')", "");
  }
}
