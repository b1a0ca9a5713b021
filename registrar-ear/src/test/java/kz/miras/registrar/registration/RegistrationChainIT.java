package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.service.RegistrationChecking;
import kz.miras.registrar.registration.service.RegistrationChecking.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The registration log under attack by SQL, in temporary tables that hide the real ones from one
 * connection.
 */
@ExtendWith(ServerExtension.class)
class RegistrationChainIT {

  private static final byte[] KEY =
      "a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8);
  private static final Instant BEGIN = Instant.parse("2026-08-20T03:00:00.123456Z");

  /** Verifies a log of some sections after something was done to it. */
  private static Outcome after(TestServer server, int sections, int rows, String... attacks)
      throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      for (String table : List.of("registration_log", "section_seat", "registration_submission")) {
        statement.execute("CREATE TEMPORARY TABLE copy_of LIKE " + table);
        statement.execute("ALTER TABLE copy_of RENAME TO " + table);
      }
      write(connection, sections, rows);
      for (String attack : attacks) {
        assertThat(statement.executeUpdate(attack)).as(attack).isPositive();
      }
      return RegistrationChecking.run(connection, name -> SealChain.of(name, KEY));
    }
  }

  private static void write(Connection connection, int sections, int rows) throws SQLException {
    ReceiptBook receipts = new ReceiptBook(connection, KEY);
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO registration_log (section_id, position, arrived_at, decided_at,"
                    + " student_id, enrolment_id, submission, act, pool, capacity, taken, waiting,"
                    + " verdict, author, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " ?)");
        PreparedStatement seat =
            connection.prepareStatement(
                "INSERT INTO section_seat (section_id, pool, capacity, taken, log_position,"
                    + " log_seal) VALUES (?, 'ALL', 100000, 0, ?, ?)")) {
      for (long section = 1; section <= sections; section++) {
        SealChain chain = SealChain.of(LogEntry.chain(section), KEY);
        ChainHead head = chain.empty();
        for (int i = 1; i <= rows; i++) {
          LogEntry.Fact fact = fact(i);
          head = chain.next(head, LogEntry.content(section, fact));
          receipts.see(new LogEntry(section, head.position(), fact, head.seal()));
          List<Object> values = new ArrayList<>(List.of(section, head.position()));
          values.add(LocalDateTime.ofInstant(fact.arrivedAt(), ZoneOffset.UTC));
          values.add(LocalDateTime.ofInstant(fact.decidedAt(), ZoneOffset.UTC));
          values.addAll(List.of(fact.student(), fact.enrolment(), fact.submission().toString()));
          values.addAll(List.of(fact.act().name(), fact.pool(), fact.seats().capacity()));
          values.addAll(List.of(fact.seats().taken(), fact.seats().waiting(), fact.verdict()));
          values.addAll(List.of(fact.author(), head.seal()));
          for (int at = 0; at < values.size(); at++) {
            insert.setObject(at + 1, values.get(at));
          }
          insert.addBatch();
        }
        insert.executeBatch();
        seat.setLong(1, section);
        seat.setLong(2, head.position());
        seat.setBytes(3, head.seal());
        seat.executeUpdate();
      }
    }
    receipts.write(1, 1, "{\"whole\":\"қабылданды, принято\"}");
  }

  private static LogEntry.Fact fact(int at) {
    return new LogEntry.Fact(
        BEGIN.plusMillis(at),
        BEGIN.plusMillis(at + 20),
        (long) at,
        (long) at + 1,
        new UUID(7, at),
        at % 3 == 0 ? LogAct.WAITING : LogAct.TAKEN,
        "ALL",
        new LogEntry.Seats(100_000, at, 0),
        "{\"refusals\":[]}",
        "student",
        null);
  }

  @Test
  @DisplayName("AUD-3 the logs of several sections verify as they were written")
  void untouched(TestServer server) throws SQLException {
    Outcome outcome = after(server, 3, 20);
    assertThat(outcome.findings()).isEmpty();
    assertThat(List.of(outcome.sections(), outcome.rows())).containsExactly(3L, 60L);
    assertThat(outcome.receipts()).isEqualTo(20);
    assertThat(outcome.lost()).isEmpty();
  }

  @Test
  @DisplayName("AUD-3 a changed, a missing and a cut off decision are found, each in its section")
  void attacked(TestServer server) throws SQLException {
    Outcome outcome =
        after(
            server,
            4,
            20,
            "UPDATE registration_log SET act = 'REFUSED' WHERE section_id = 1 AND position = 5",
            "DELETE FROM registration_log WHERE section_id = 2 AND position = 7",
            "DELETE FROM registration_log WHERE section_id = 3 AND position > 18");
    assertThat(outcome.findings())
        .extracting(one -> one.report().deviations().get(0).kind().name())
        .containsExactly("CHANGED", "MISSING", "CUT_OFF");
    assertThat(outcome.findings())
        .extracting(one -> one.report().deviations().get(0).position())
        .containsExactly(5L, 7L, 19L);
  }

  @Test
  @DisplayName("AUD-3 a section whose whole log is gone is found")
  void emptied(TestServer server) throws SQLException {
    Outcome outcome = after(server, 2, 5, "DELETE FROM registration_log WHERE section_id = 2");
    assertThat(outcome.findings()).hasSize(1);
  }

  private static List<String> lost(Outcome outcome) {
    assertThat(outcome.findings()).as("the chains themselves hold").isEmpty();
    return outcome.lost().stream().map(one -> one.key().replaceFirst(".*\\.", "")).toList();
  }

  @Test
  @DisplayName("REG-32 the last decisions taken away, head and all, are missed by their receipts")
  void cutOffWithItsHead(TestServer server) throws SQLException {
    Outcome outcome =
        after(
            server,
            2,
            20,
            "DELETE FROM registration_log WHERE section_id = 1 AND position > 18",
            "UPDATE section_seat SET log_position = 18, log_seal = (SELECT seal FROM"
                + " registration_log WHERE section_id = 1 AND position = 18) WHERE section_id = 1");
    assertThat(lost(outcome)).containsExactly("differs", "differs");
  }

  @Test
  @DisplayName("REG-32 an answer changed afterwards, and a request that is gone, are found")
  void changedAnswers(TestServer server) throws SQLException {
    Outcome outcome =
        after(
            server,
            2,
            20,
            "UPDATE registration_submission SET answer = CONCAT(answer, ' ') WHERE id = '"
                + new UUID(7, 5)
                + "'",
            "DELETE FROM registration_submission WHERE id = '" + new UUID(7, 6) + "'");
    assertThat(lost(outcome)).containsExactly("differs", "gone");
  }
}
