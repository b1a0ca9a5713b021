package kz.miras.registrar.registration.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.miras.registrar.registration.log.LogEntry;

/**
 * Reads the registration log in a thread of its own, some thousands of rows ahead of whoever
 * verifies it: reading and sealing take about as long as each other. For a program of its own, not
 * for the server, whose connections belong to one thread.
 */
final class LogAhead implements AutoCloseable {

  private static final int BATCH = 2_000;
  private static final int BATCHES = 8;

  /**
   * A row.
   *
   * @param entry null for one that cannot be read: no seal holds for it
   */
  record Row(long section, long position, byte[] seal, LogEntry entry) {}

  private final BlockingQueue<List<Row>> ready = new ArrayBlockingQueue<>(BATCHES);
  private final Thread reader;
  private volatile boolean closed;
  private volatile SQLException failure;
  private Iterator<Row> batch = List.<Row>of().iterator();
  private boolean ended;

  LogAhead(ResultSet rows) {
    reader = new Thread(() -> read(rows), "registration-log");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(ResultSet rows) {
    try {
      List<Row> some = new ArrayList<>(BATCH);
      while (!closed && rows.next()) {
        some.add(row(rows));
        if (some.size() == BATCH) {
          hand(some);
          some = new ArrayList<>(BATCH);
        }
      }
      if (!some.isEmpty()) {
        hand(some);
      }
    } catch (SQLException e) {
      failure = e;
    } finally {
      // an empty batch is the end
      hand(List.of());
    }
  }

  private static Row row(ResultSet rows) throws SQLException {
    long section = rows.getLong(LogRows.SECTION);
    long position = rows.getLong(LogRows.POSITION);
    byte[] seal = rows.getBytes(LogRows.SEAL);
    try {
      return new Row(section, position, seal, LogRows.entry(rows));
    } catch (IllegalArgumentException unreadable) {
      return new Row(section, position, seal, null);
    }
  }

  private void hand(List<Row> some) {
    try {
      while (!closed && !ready.offer(some, 1, TimeUnit.SECONDS)) {
        // whoever verifies is slower just now
      }
    } catch (InterruptedException e) {
      closed = true;
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The next row; null at the end.
   *
   * @throws SQLException where the log could not be read to its end
   */
  Row next() throws SQLException {
    while (!ended && !batch.hasNext()) {
      try {
        List<Row> some = ready.take();
        ended = some.isEmpty();
        batch = some.iterator();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new SQLException("interrupted", e);
      }
    }
    if (ended && failure != null) {
      throw failure;
    }
    return ended ? null : batch.next();
  }

  @Override
  public void close() {
    closed = true;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
