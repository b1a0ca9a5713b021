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
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.log.PlanEntry;
import kz.miras.registrar.registration.service.RegistrationChecking;
import kz.miras.registrar.registration.service.RegistrationChecking.Outcome;

/**
 * A registration log, plans and receipts written by hand into temporary tables that hide the real
 * ones from one connection, spoiled by SQL and verified.
 */
final class SpoiledLog {

  private static final byte[] KEY =
      "a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8);
  private static final List<String> TABLES =
      List.of(
          "registration_log",
          "section_seat",
          "registration_submission",
          "registration_receipt_head",
          "study_plan",
          "study_plan_event");

  /** Of 6 requests, of which the last two have made no entry of any log. */
  static final int REQUESTS = 6;

  private static final Instant BEGIN = Instant.parse("2026-08-20T03:00:00.123456Z");

  private SpoiledLog() {}

  /** Verifies a log of some sections after something was done to it. */
  static Outcome after(TestServer server, int sections, int rows, String... attacks)
      throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("CREATE TEMPORARY TABLE copy_of LIKE " + table);
        statement.execute("ALTER TABLE copy_of RENAME TO " + table);
      }
      write(connection, sections, rows);
      writePlan(connection);
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

  /**
   * A plan whose lines have no section: two requests chose and the adviser approved; then two
   * requests were refused. All are of another student than the sections' are.
   */
  private static void writePlan(Connection connection) throws SQLException {
    ReceiptBook receipts = new ReceiptBook(connection, KEY);
    SealChain chain = SealChain.of(PlanEntry.chain(5), KEY);
    ChainHead head = chain.empty();
    try (PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO study_plan_event (id, plan_id, revision, at, actor, act, content,"
                    + " submission, position, seal) VALUES (?, 5, ?, ?, 'student', ?, ?, ?, ?, ?)");
        PreparedStatement plan =
            connection.prepareStatement(
                "INSERT INTO study_plan (id, uuid, student_id, academic_year_id, log_position,"
                    + " log_seal) VALUES (5, UUID(), 2, 1, ?, ?)")) {
      for (int i = 1; i <= REQUESTS - 2; i++) {
        boolean approved = i == 3;
        PlanEntry.Fact fact =
            new PlanEntry.Fact(
                i,
                BEGIN.plusMillis(i),
                "student",
                approved ? "APPROVED" : "SUBMITTED",
                null,
                "[{\"discipline\":" + i + "}]",
                null,
                approved ? null : new UUID(8, i));
        head = chain.next(head, PlanEntry.content(5, fact));
        if (!approved) {
          receipts.see(new PlanEntry(5, head.position(), fact, head.seal()));
        }
        insert.setLong(1, 10L + i);
        insert.setInt(2, i);
        insert.setObject(3, LocalDateTime.ofInstant(fact.at(), ZoneOffset.UTC));
        insert.setString(4, fact.act());
        insert.setString(5, fact.content());
        insert.setString(6, fact.submission() == null ? null : fact.submission().toString());
        insert.setLong(7, head.position());
        insert.setBytes(8, head.seal());
        insert.executeUpdate();
      }
      plan.setLong(1, head.position());
      plan.setBytes(2, head.seal());
      plan.executeUpdate();
    }
    receipts.see(new UUID(8, REQUESTS - 1));
    receipts.see(new UUID(8, REQUESTS));
    receipts.write(2, 1, "{\"whole\":\"practice\"}");
  }

  static String ofRequest(int number) {
    return " WHERE id = '" + new UUID(8, number) + "'";
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

  /** What was found beside the chains, by the last word of each sentence's key. */
  static List<String> lost(Outcome outcome) {
    assertThat(outcome.findings()).as("the chains themselves hold").isEmpty();
    return outcome.lost().stream().map(one -> one.key().replaceFirst(".*\\.", "")).toList();
  }
}
