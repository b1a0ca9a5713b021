package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import kz.miras.registrar.shared.service.Batches;

/** Batches of inserts into the tables of one connection, with keys counted here. */
final class Rows implements AutoCloseable {

  private static final int STEP = 2000;
  private static final long FIRST_KEY = 100_000;

  private final Connection connection;
  private final Random random;
  private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
  private final Map<String, Integer> waiting = new LinkedHashMap<>();
  private PreparedStatement complete;
  private long key = FIRST_KEY;

  Rows(Connection connection, Random random) {
    this.connection = connection;
    this.random = random;
  }

  long nextKey() {
    return key++;
  }

  /** A UUID that follows from the seed. */
  String uuid() {
    return new UUID(
            (random.nextLong() & ~0xF000L) | 0x4000L,
            (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L)
        .toString();
  }

  /** Adds a row; columns as in the statement's list. */
  void add(String table, String columns, Object... values) throws SQLException {
    String name = table + "(" + columns + ")";
    PreparedStatement insert = inserts.get(name);
    if (insert == null) {
      insert =
          Batches.prepare(
              connection,
              "INSERT INTO "
                  + table
                  + " ("
                  + columns
                  + ") VALUES (?"
                  + ", ?".repeat(values.length - 1)
                  + ")");
      inserts.put(name, insert);
    }
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
    insert.addBatch();
    if (waiting.merge(name, 1, Integer::sum) >= STEP) {
      flush();
    }
  }

  /** Marks a stored enrolment as completed. */
  void completed(long enrolment, LocalDateTime at) throws SQLException {
    if (complete == null) {
      complete =
          connection.prepareStatement(
              "UPDATE enrolment SET status = 'COMPLETED', ended_at = ? WHERE id = ?");
    }
    complete.setObject(1, at);
    complete.setLong(2, enrolment);
    complete.addBatch();
  }

  /** Sends what waits, in the order the tables were first used. */
  void flush() throws SQLException {
    for (Map.Entry<String, PreparedStatement> insert : inserts.entrySet()) {
      if (waiting.getOrDefault(insert.getKey(), 0) > 0) {
        insert.getValue().executeBatch();
        waiting.put(insert.getKey(), 0);
      }
    }
    if (complete != null) {
      complete.executeBatch();
    }
  }

  /** Lets the sequences go on behind the keys counted here. */
  void moveSequences(String... sequences) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sequence : sequences) {
        statement.execute("SELECT SETVAL(" + sequence + ", " + (key + 1000) + ")");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    flush();
    for (PreparedStatement insert : inserts.values()) {
      insert.close();
    }
    if (complete != null) {
      complete.close();
    }
  }
}
