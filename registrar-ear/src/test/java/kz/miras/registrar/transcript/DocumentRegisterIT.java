package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.transcript.service.RegisterNumbers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The register of issued documents on the real database, as the application's own user. */
@ExtendWith(ServerExtension.class)
class DocumentRegisterIT {

  private static final int YEAR = 2099;

  @Test
  @DisplayName("DOC-1 eight clerks at once take numbers without gap and without doubles")
  void numbersHaveNoGaps(TestServer server) throws Exception {
    ExecutorService clerks = Executors.newFixedThreadPool(8);
    try (Connection connection = server.database()) {
      RegisterNumbers.open(connection, "T1", YEAR);
      List<Future<List<Integer>>> work = new ArrayList<>();
      for (int clerk = 0; clerk < 8; clerk++) {
        work.add(clerks.submit(() -> takeNumbers(server)));
      }
      List<Integer> taken = new ArrayList<>();
      for (Future<List<Integer>> one : work) {
        taken.addAll(one.get());
      }
      assertThat(taken)
          .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 160).boxed().toList());
    } finally {
      clerks.shutdownNow();
    }
  }

  /** Takes 25 numbers; every fifth act fails and gives its number back. */
  private static List<Integer> takeNumbers(TestServer server) throws SQLException {
    List<Integer> kept = new ArrayList<>();
    try (Connection connection = server.database()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      for (int i = 0; i < 25; i++) {
        int number = RegisterNumbers.next(connection, "T1", YEAR);
        if (i % 5 == 0) {
          connection.rollback();
        } else {
          connection.commit();
          kept.add(number);
        }
      }
    }
    return kept;
  }

  @Test
  @DisplayName("DOC-1 a number once given is never given again, whoever asks by SQL")
  void numbersAreNotTakenBack(TestServer server) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      RegisterNumbers.next(connection, "T2", YEAR);
      RegisterNumbers.next(connection, "T2", YEAR);
      for (String attack :
          List.of(
              "UPDATE document_register SET last_number = 1 WHERE code = 'T2'",
              "DELETE FROM document_register WHERE code = 'T2'")) {
        assertThatThrownBy(() -> statement.executeUpdate(attack))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("never given again");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pdf = 'other'",
        "snapshot = '{}'",
        "issued_on = '2001-01-01'",
        "number = 'X-1'",
        "register_number = 77",
        "status = 'PREPARED'"
      })
  @DisplayName("DOC-2 what was issued stays as issued, and its row stays")
  void issuedStaysAsIssued(String change, TestServer server) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      UUID document = issue(connection);
      String row = " WHERE uuid = '" + document + "'";
      assertThatThrownBy(
              () -> statement.executeUpdate("UPDATE issued_document SET " + change + row))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("document");
      assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM issued_document" + row))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("not deleted");
      assertThat(
              statement.executeUpdate(
                  "UPDATE issued_document SET status = 'ANNULLED', status_reason = 'lost'" + row))
          .isEqualTo(1);
      connection.rollback();
    }
  }

  private static UUID issue(Connection connection) throws SQLException {
    UUID document = UUID.randomUUID();
    try (Statement select = connection.createStatement();
        ResultSet student = select.executeQuery("SELECT MIN(id) FROM student");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO issued_document (id, uuid, register_code, register_year,"
                    + " register_number, number, kind, student_id, languages, status,"
                    + " verification_code, prepared_by, prepared_at, signed_by, issued_on,"
                    + " snapshot, pdf, pdf_sha256) VALUES (NEXT VALUE FOR document_seq, ?, 'T3', ?,"
                    + " 1, 'T3-1', 'TRANSCRIPT', ?, 'kk', 'ISSUED', ?, 'clerk', NOW(6), 'head',"
                    + " '2026-05-01', '[]', 'file', REPEAT('x', 32))")) {
      student.next();
      insert.setString(1, document.toString());
      insert.setInt(2, YEAR);
      insert.setLong(3, student.getLong(1));
      insert.setString(4, document.toString().substring(0, 30));
      insert.executeUpdate();
    }
    return document;
  }
}
