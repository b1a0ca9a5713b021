package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import kz.miras.registrar.access.service.AuditChecking;
import kz.miras.registrar.access.service.VerificationProgress;
import kz.miras.registrar.access.service.VerifyAudit;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The audit trail under attack by SQL. The manipulations happen in temporary tables that hide the
 * real ones from one connection, so they need no trigger to be dropped and harm nobody else.
 */
@ExtendWith(ServerExtension.class)
class AuditTrailIT {

  private static final List<String> TABLES =
      List.of("audit_entry", "audit_detail", "audit_seal", "audit_head");

  @BeforeAll
  static void somethingIsSealed() throws SQLException {
    TestServer server = TestServer.get();
    People people = new People(server);
    for (int i = 0; i < 8; i++) {
      new Visitor(server.url()).signedIn(people.holding("SPE"), People.PASSWORD);
    }
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (count(server, "SELECT COUNT(*) FROM audit_seal") < 8
        || count(
                server,
                "SELECT COUNT(*) FROM audit_entry e LEFT JOIN audit_seal s ON s.entry_id = e.id"
                    + " WHERE s.entry_id IS NULL")
            > 0) {
      assertThat(Instant.now()).as("the sealer works").isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit_entry", "audit_detail", "audit_seal"})
  @DisplayName("AUD-1 the application's own user can neither change nor delete a row")
  void rowsCanNeitherBeChangedNorDeleted(String table, TestServer server) throws SQLException {
    String column =
        table.equals("audit_seal") ? "seal" : table.equals("audit_detail") ? "salt" : "actor";
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(
              () -> statement.executeUpdate("UPDATE " + table + " SET " + column + " = 'x'"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
      assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM " + table))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("append-only");
    }
  }

  @Test
  @DisplayName("AUD-3 an untouched copy verifies")
  void anUntouchedCopyVerifies(TestServer server) throws Exception {
    assertThat(after(server, List.of()).isIntact()).isTrue();
  }

  @Test
  @DisplayName("AUD-3 a changed row is found at its position")
  void aChangedRowIsFound(TestServer server) throws Exception {
    ChainReport report =
        after(
            server,
            List.of(),
            "UPDATE audit_entry SET actor = 'somebody' WHERE id = (SELECT entry_id FROM audit_seal"
                + " WHERE position = 3)");
    assertThat(report.deviations()).containsExactly(new Deviation(Deviation.Kind.CHANGED, 3, 3));
  }

  @Test
  @DisplayName("AUD-3 changed values beside the chain are found at their position")
  void changedValuesAreFound(TestServer server) throws Exception {
    ChainReport report =
        after(
            server,
            List.of(),
            "UPDATE audit_detail SET after_values = '{}' WHERE entry_id = (SELECT entry_id FROM"
                + " audit_seal WHERE position = 1)");
    assertThat(report.deviations())
        .containsExactly(new Deviation(Deviation.Kind.VALUES_CHANGED, 1, 1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("AUD-3 a row deleted from the middle is found, with or without its seal")
  void aDeletedRowIsFound(boolean sealToo, TestServer server) throws Exception {
    String entry =
        "DELETE FROM audit_entry WHERE id = (SELECT entry_id FROM audit_seal WHERE position = 4)";
    ChainReport report =
        sealToo
            ? after(server, List.of(), entry, "DELETE FROM audit_seal WHERE position = 4")
            : after(server, List.of(), entry);
    assertThat(report.deviations()).containsExactly(new Deviation(Deviation.Kind.MISSING, 4, 4));
  }

  @Test
  @DisplayName("AUD-4 deleted last rows show against the head, also where the head was set back")
  void deletedLastRowsAreFound(TestServer server) throws Exception {
    long last = count(server, "SELECT MAX(position) FROM audit_seal");
    String cut = "DELETE FROM audit_seal WHERE position > 5";
    Deviation expected = new Deviation(Deviation.Kind.CUT_OFF, 6, last);
    assertThat(after(server, List.of(), cut).deviations()).containsExactly(expected);

    ChainHead exported = after(server, List.of()).head();
    ChainReport report =
        after(
            server,
            List.of(exported),
            cut,
            "UPDATE audit_head SET position = 5, seal = (SELECT seal FROM audit_seal WHERE position"
                + " = 5)");
    assertThat(report.deviations())
        .containsExactly(new Deviation(Deviation.Kind.CUT_OFF, 6, exported.position()));
  }

  @Test
  @DisplayName("AUD-3 two swapped rows are found with both positions")
  void swappedRowsAreFound(TestServer server) throws Exception {
    ChainReport report =
        after(
            server,
            List.of(),
            "CREATE TEMPORARY TABLE swap AS SELECT position, entry_id FROM audit_seal WHERE position"
                + " IN (2, 5)",
            "UPDATE audit_seal SET entry_id = (SELECT entry_id FROM swap WHERE position = 5) WHERE"
                + " position = 2",
            "UPDATE audit_seal SET entry_id = (SELECT entry_id FROM swap WHERE position = 2) WHERE"
                + " position = 5");
    assertThat(report.deviations()).containsExactly(new Deviation(Deviation.Kind.SWAPPED, 2, 5));
  }

  @Test
  @DisplayName("AUD-3 a rest hashed anew without the key is found from where it begins")
  void aRestHashedAnewIsFound(TestServer server) throws Exception {
    ChainReport report =
        after(
            server,
            List.of(),
            "UPDATE audit_entry SET actor = 'somebody' WHERE id = (SELECT entry_id FROM audit_seal"
                + " WHERE position = 4)",
            "UPDATE audit_seal SET seal = UNHEX(SHA2(CONCAT(position, entry_id), 256)) WHERE"
                + " position >= 4");
    assertThat(report.deviations())
        .first()
        .extracting(Deviation::kind, Deviation::position)
        .containsExactly(Deviation.Kind.REWRITTEN, 4L);
  }

  @Test
  @DisplayName("AUD-3 the command verifies the running database and says so by its exit code")
  void theCommandVerifiesTheRunningDatabase(TestServer server) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int code;
    try (Connection connection = server.database()) {
      code =
          VerifyAudit.run(
              new String[] {
                connection.getMetaData().getURL(),
                connection.getMetaData().getUserName().replaceAll("@.*", "")
              },
              Map.of(
                  "REGISTRAR_DB_PASSWORD", secret("REGISTRAR_DB_PASSWORD"),
                  "REGISTRAR_SEAL_KEY", secret("REGISTRAR_SEAL_KEY")),
              new PrintStream(out, true, StandardCharsets.UTF_8));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("audit ");
    assertThat(code).isZero();
  }

  @Test
  @DisplayName("AUD-5 a denied sign-in and a change are recorded with author and origin")
  void deedsAreRecordedWithAuthorAndOrigin(TestServer server) throws SQLException {
    assertThat(
            count(
                server,
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'sign-in' AND outcome = 'DONE' AND"
                    + " origin = '127.0.0.1' AND actor LIKE 'it-spe-%'"))
        .isGreaterThanOrEqualTo(8);
    assertThat(
            count(
                server,
                "SELECT COUNT(*) FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id WHERE"
                    + " e.action = 'account.insert' AND e.actor = 'system' AND d.after_values LIKE"
                    + " '%\"login\":\"admin\"%'"))
        .isEqualTo(1);
    assertThat(
            count(
                server,
                "SELECT COUNT(*) FROM audit_detail WHERE after_values LIKE '%$2a$%' OR before_values"
                    + " LIKE '%$2a$%'"))
        .as("no password hash in the trail")
        .isZero();
  }

  /** Verifies a copy of the trail after these statements. */
  private static ChainReport after(TestServer server, List<ChainHead> exported, String... attack)
      throws Exception {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("CREATE TEMPORARY TABLE copy_" + table + " AS SELECT * FROM " + table);
      }
      for (String table : TABLES) {
        statement.execute("CREATE TEMPORARY TABLE " + table + " AS SELECT * FROM copy_" + table);
      }
      for (String sql : attack) {
        statement.execute(sql);
      }
      SealChain chain =
          SealChain.of("audit", secret("REGISTRAR_SEAL_KEY").getBytes(StandardCharsets.UTF_8));
      return AuditChecking.run(connection, chain, exported, new VerificationProgress());
    }
  }

  private static String secret(String name) throws IOException {
    Properties kept = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of(System.getProperty("registrar.it")).resolve("secrets.properties"))) {
      kept.load(reader);
    }
    String given = System.getenv(name);
    return given == null || name.contains("PASSWORD") ? kept.getProperty(name) : given;
  }

  private static long count(TestServer server, String sql) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
