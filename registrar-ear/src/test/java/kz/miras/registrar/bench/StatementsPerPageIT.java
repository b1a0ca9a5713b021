package kz.miras.registrar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page asks the database as often for many rows as for few. */
@ExtendWith(ServerExtension.class)
class StatementsPerPageIT {

  /** What a page that asks by row would ask at least once more for each of the rows. */
  private static final long MORE_ROWS = 5;

  /** Rights, the thing itself and its rows are not to be had for less. */
  private static final long FEWEST = 3;

  @ParameterizedTest(name = "{0}")
  @EnumSource
  @DisplayName(
      "student card, mark sheet and consolidated sheet ask as often for many rows as for few")
  void aPageDoesNotAskByRow(Pages.Page page, TestServer server) throws SQLException {
    try (Connection database = server.database()) {
      Visitor senior = new Visitor(server.url()).signedIn("senior", "senior-Demo1");
      List<Pages.Need> needs = new Pages(senior, database).compare(page);
      Pages.Need few = needs.get(0);
      Pages.Need many = needs.get(1);
      assertThat(many.rows() - few.rows())
          .as("rows to compare with")
          .isGreaterThanOrEqualTo(MORE_ROWS);
      assertThat(few.statements()).as("statements are counted").isGreaterThanOrEqualTo(FEWEST);
      assertThat(many.statements())
          .as("statements for %d rows, as for %d", many.rows(), few.rows())
          .isEqualTo(few.statements());
      assertThat(many.statements()).as("statements in all").isLessThanOrEqualTo(page.most());
    }
  }

  @Test
  @DisplayName("a sheet of a hundred rows asks as often as one of five")
  void aHundredRows(TestServer server) throws SQLException {
    try (Connection database = server.database();
        LargeSheet five = new LargeSheet(database, 5);
        LargeSheet hundred = new LargeSheet(database, 100)) {
      Visitor senior = new Visitor(server.url()).signedIn("senior", "senior-Demo1");
      List<Pages.Need> needs = new Pages(senior, database).compare(five, hundred);
      assertThat(needs.get(0).statements()).isGreaterThanOrEqualTo(FEWEST);
      assertThat(needs.get(1).statements())
          .as("statements for a hundred rows")
          .isEqualTo(needs.get(0).statements())
          .isLessThanOrEqualTo(Pages.Page.MARK_SHEET.most());
    }
  }
}
