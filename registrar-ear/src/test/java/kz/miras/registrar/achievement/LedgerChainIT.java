package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Deviation;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.achievement.service.LedgerChecking;
import kz.miras.registrar.achievement.service.VerifyResults;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The history of achievements under attack by SQL. Most manipulations happen in temporary tables
 * that hide the real ones from one connection; one is made in the real table, its triggers dropped,
 * and taken back.
 */
@ExtendWith(ServerExtension.class)
class LedgerChainIT {

  private static final List<String> TABLES = List.of("achievement", "achievement_head");

  /** Neither part of what is sealed nor read by anybody: the row's own key. */
  private static final Set<String> NOT_SEALED = Set.of("id");

  private static long student;
  private static String number;

  @BeforeAll
  static void somebodyWithALongHistory() throws SQLException {
    try (Connection connection = TestServer.get().database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT s.id, s.student_no FROM achievement a JOIN student s ON s.id ="
                    + " a.student_id GROUP BY s.id, s.student_no HAVING COUNT(*) >= 8 ORDER BY s.id"
                    + " LIMIT 1")) {
      assertThat(row.next()).as("a student with eight results").isTrue();
      student = row.getLong(1);
      number = row.getString(2);
    }
  }

  @Test
  @DisplayName("AUD-3 an untouched copy of all histories verifies")
  void anUntouchedCopyVerifies(TestServer server) throws Exception {
    LedgerChecking.Outcome outcome = after(server);
    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.rows()).isPositive();
    assertThat(outcome.students()).isPositive();
  }

  @Test
  @DisplayName("AUD-3 a changed value of any column is found at its position")
  void aChangedRowIsFound(TestServer server) throws Exception {
    List<String> unfound = new ArrayList<>();
    for (Map.Entry<String, String> change : changes(server).entrySet()) {
      LedgerChecking.Outcome outcome =
          after(
              server,
              "UPDATE achievement SET " + change.getValue() + " WHERE position = 3 AND " + his());
      boolean found =
          outcome.findings().size() == 1
              && outcome.findings().get(0).studentNumber().equals(number)
              && outcome.findings().get(0).report().deviations().stream()
                  .anyMatch(d -> d.position() == 3);
      if (!found) {
        unfound.add(change.getKey());
      }
    }
    assertThat(unfound).as("columns that can be changed unseen").isEmpty();
  }

  /** A change for every column of the history, whatever columns it will have. */
  private static Map<String, String> changes(TestServer server) throws SQLException {
    Map<String, String> changes = new java.util.TreeMap<>();
    try (Connection connection = server.database();
        ResultSet column = connection.getMetaData().getColumns(null, null, "achievement", null)) {
      while (column.next()) {
        String name = column.getString("COLUMN_NAME");
        String type = column.getString("TYPE_NAME");
        if (!NOT_SEALED.contains(name) && !List.of("student_id", "position").contains(name)) {
          changes.put(name, name + " = " + other(name, type.toUpperCase()));
        }
      }
    }
    assertThat(changes).hasSizeGreaterThan(25);
    return changes;
  }

  private static String other(String name, String type) {
    return switch (name) {
      case "uuid" -> "UUID()";
      case "corrects_id" ->
          "(SELECT id FROM copy_achievement c WHERE c.position = 1 AND c.student_id = "
              + student
              + ")";
      case "seal" -> "UNHEX(SHA2(position, 256))";
      case "letter" -> "IF(letter = 'A', 'B', 'A')";
      case "mark" -> "IF(mark IS NULL, 'NA', NULL)";
      case "cycle" -> "IF(cycle = 'BASIC', 'MAJOR', 'BASIC')";
      case "component" -> "IF(component = 'UNIVERSITY', 'ELECTIVE', 'UNIVERSITY')";
      case "kind" -> "IF(kind = 'MAIN', 'RETAKE', 'MAIN')";
      case "sheet_kind" -> "IF(sheet_kind = 'MAIN', 'FX', 'MAIN')";
      case "term_id" -> "(SELECT MAX(id) FROM term)";
      default ->
          switch (type) {
            case "DATE" -> "DATE_ADD(" + name + ", INTERVAL 1 DAY)";
            case "DATETIME" -> "DATE_ADD(" + name + ", INTERVAL 1 MICROSECOND)";
            case "VARCHAR" -> "CONCAT(COALESCE(" + name + ", ''), '.')";
            case "BOOLEAN", "TINYINT", "BIT" -> "NOT " + name;
            default -> "COALESCE(" + name + ", 0) + 1";
          };
    };
  }

  @Test
  @DisplayName("AUD-3 a row deleted from the middle is found at its position")
  void aDeletedRowIsFound(TestServer server) throws Exception {
    assertThat(only(after(server, "DELETE FROM achievement WHERE position = 4 AND " + his())))
        .containsExactly(new Deviation(Deviation.Kind.MISSING, 4, 4));
  }

  @Test
  @DisplayName(
      "AUD-4 deleted last rows show, also where the head was set back or deleted with them")
  void deletedLastRowsAreFound(TestServer server) throws Exception {
    long last = last(server);
    Deviation cut = new Deviation(Deviation.Kind.CUT_OFF, 6, last);
    String delete = "DELETE FROM achievement WHERE position > 5 AND " + his();
    assertThat(only(after(server, delete))).containsExactly(cut);
    assertThat(
            only(
                after(
                    server,
                    delete,
                    "UPDATE achievement_head SET position = 5, seal = (SELECT seal FROM achievement"
                        + " WHERE position = 5 AND "
                        + his()
                        + ") WHERE "
                        + his())))
        .containsExactly(cut);
    assertThat(
            only(
                after(
                    server,
                    "DELETE FROM achievement WHERE " + his(),
                    "DELETE FROM achievement_head WHERE " + his())))
        .containsExactly(new Deviation(Deviation.Kind.CUT_OFF, 1, last));
  }

  @Test
  @DisplayName("AUD-3 two swapped rows are found with both positions")
  void swappedRowsAreFound(TestServer server) throws Exception {
    String places = "UPDATE achievement SET position = %d WHERE position = %d AND " + his();
    assertThat(
            only(
                after(
                    server,
                    String.format(places, 999, 2),
                    String.format(places, 2, 5),
                    String.format(places, 5, 999))))
        .containsExactly(new Deviation(Deviation.Kind.SWAPPED, 2, 5));
  }

  @Test
  @DisplayName("AUD-3 a rest hashed anew without the key is found from where it begins")
  void aRestHashedAnewIsFound(TestServer server) throws Exception {
    List<Deviation> found =
        only(
            after(
                server,
                "UPDATE achievement SET score = 100 WHERE position = 4 AND " + his(),
                "UPDATE achievement SET seal = UNHEX(SHA2(CONCAT(position, uuid), 256)) WHERE"
                    + " position >= 4 AND "
                    + his(),
                "UPDATE achievement_head h SET seal = (SELECT seal FROM achievement a WHERE"
                    + " a.student_id = h.student_id AND a.position = h.position) WHERE h."
                    + his()));
    assertThat(found).contains(new Deviation(Deviation.Kind.REWRITTEN, 4, last(server)));
  }

  @Test
  @DisplayName("AUD-3 the command finds a change in the real table, and nothing once it is undone")
  void theCommandFindsARealChange(TestServer server) throws Exception {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      String trigger = definition(statement);
      statement.execute("DROP TRIGGER achievement_no_update");
      try {
        String row = " WHERE position = 3 AND " + his();
        statement.execute("UPDATE achievement SET attempt_no = attempt_no + 1" + row);
        String told = verify(server, 1);
        assertThat(told).contains(number + ": ").containsPattern("\\b3\\b");
        statement.execute("UPDATE achievement SET attempt_no = attempt_no - 1" + row);
      } finally {
        statement.execute(trigger);
      }
      verify(server, 0);
    }
  }

  private static String definition(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW CREATE TRIGGER achievement_no_update")) {
      row.next();
      return row.getString("SQL Original Statement");
    }
  }

  /** Runs the command as an administrator does, expects its exit code, gives its words. */
  private static String verify(TestServer server, int code) throws SQLException, IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Connection connection = server.database()) {
      String user = connection.getMetaData().getUserName().replaceAll("@.*", "");
      int ended =
          VerifyResults.run(
              new String[] {connection.getMetaData().getURL(), user},
              Map.of(
                  "REGISTRAR_DB_PASSWORD", server.secret("REGISTRAR_DB_PASSWORD"),
                  "REGISTRAR_SEAL_KEY", server.secret("REGISTRAR_SEAL_KEY")),
              new PrintStream(out, true, StandardCharsets.UTF_8));
      String told = out.toString(StandardCharsets.UTF_8);
      assertThat(ended).as(told).isEqualTo(code);
      return told;
    }
  }

  private static String his() {
    return "student_id = " + student;
  }

  private static long last(TestServer server) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement select =
            connection.prepareStatement("SELECT MAX(position) FROM achievement WHERE " + his());
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** What was found of the one student whose history was touched. */
  private static List<Deviation> only(LedgerChecking.Outcome outcome) {
    assertThat(outcome.findings())
        .extracting(LedgerChecking.Finding::studentNumber)
        .containsExactly(number);
    return outcome.findings().get(0).report().deviations();
  }

  /** Verifies a copy of all histories after these statements. */
  private static LedgerChecking.Outcome after(TestServer server, String... attack)
      throws Exception {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("CREATE TEMPORARY TABLE copy_" + table + " AS SELECT * FROM " + table);
      }
      statement.execute(
          "CREATE TEMPORARY TABLE achievement (PRIMARY KEY (id), INDEX (student_id, position))"
              + " AS SELECT * FROM copy_achievement");
      statement.execute(
          "CREATE TEMPORARY TABLE achievement_head (PRIMARY KEY (student_id))"
              + " AS SELECT * FROM copy_achievement_head");
      for (String sql : attack) {
        statement.execute(sql);
      }
      byte[] key = server.secret("REGISTRAR_SEAL_KEY").getBytes(StandardCharsets.UTF_8);
      return LedgerChecking.run(connection, name -> SealChain.of(name, key));
    }
  }
}
