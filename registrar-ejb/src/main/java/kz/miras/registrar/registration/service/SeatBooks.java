package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.service.SealKey;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Statements;

/**
 * Locks the seats of sections in order of key, and writes what became of them: one conditional
 * statement a row, and the entries of the registration log. On the connection of the current
 * transaction.
 */
@ApplicationScoped
class SeatBooks {

  private static final String LOCK =
      "SELECT section_id, pool, capacity, taken, waiting, log_position, log_seal, newest_since FROM section_seat"
          + " FORCE INDEX (PRIMARY) WHERE section_id IN (%s) ORDER BY section_id, pool FOR UPDATE";
  // a row nobody else could change meanwhile; the conditions hold even if somebody forgets to lock
  private static final String WRITE =
      "UPDATE section_seat SET capacity = capacity + ?, taken = taken + ?, waiting = waiting + ?,"
          + " log_position = COALESCE(?, log_position), log_seal = COALESCE(?, log_seal),"
          + " newest_since = COALESCE(?, newest_since) WHERE"
          + " section_id = ? AND pool = ? AND taken + ? BETWEEN 0 AND capacity + ? AND"
          + " waiting + ? >= 0 AND log_position = ?";
  private static final String POOL =
      "INSERT INTO section_seat (section_id, pool, capacity) VALUES (?, ?, 0)";
  private static final String ENTRY =
      "INSERT INTO registration_log (section_id, position, arrived_at, decided_at, student_id,"
          + " enrolment_id, submission, act, pool, capacity, taken, waiting, verdict, author, seal,"
          + " queue_rank, waits_since, pools, any_of) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SealKey seals;

  /** The seats of these sections, locked until the transaction ends. */
  SeatBook lock(Collection<Long> sections) {
    SeatBook book = new SeatBook(seals::chain);
    lockMore(book, sections);
    return book;
  }

  /** Locks further sections; what comes out of order may meet a deadlock and is tried again. */
  void lockMore(SeatBook book, Collection<Long> sections) {
    TreeSet<Long> wanted = new TreeSet<>(sections);
    wanted.removeIf(book::holds);
    if (wanted.isEmpty()) {
      return;
    }
    String sql = String.format(LOCK, Statements.places(wanted.size()));
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int at = 1;
      for (long section : wanted) {
        select.setLong(at++, section);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          locked(book, row);
        }
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static void locked(SeatBook book, ResultSet row) throws SQLException {
    long section = row.getLong(1);
    String pool = row.getString(2);
    byte[] seal = row.getBytes(7);
    ChainHead head =
        pool.equals(SeatBook.ALL)
            ? new ChainHead(
                LogEntry.chain(section),
                row.getLong(6),
                seal == null ? new byte[SealChain.SEAL_LENGTH] : seal)
            : null;
    SeatBook.Row seats = new SeatBook.Row(row.getInt(3), row.getInt(4), row.getInt(5));
    LocalDateTime newest = row.getObject(8, LocalDateTime.class);
    seats.newest = newest == null ? null : newest.toInstant(ZoneOffset.UTC);
    book.locked(new SeatBook.Key(section, pool), seats, head);
  }

  /** Makes the row of a new pool of kept seats. */
  void makePool(SeatBook book, long section, String pool) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(POOL)) {
      insert.setLong(1, section);
      insert.setString(2, pool);
      insert.executeUpdate();
      book.open(section, pool);
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Writes what became of the seats. */
  void write(SeatBook book) {
    try (Connection connection = database.getConnection()) {
      writeRows(connection, book);
      writeEntries(connection, book);
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static void writeRows(Connection connection, SeatBook book) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(WRITE)) {
      book.changed(
          (key, row, head, before) -> {
            int taken = row.taken - row.takenBefore;
            int capacity = row.capacity - row.capacityBefore;
            int waiting = row.waiting - row.waitingBefore;
            update.setInt(1, capacity);
            update.setInt(2, taken);
            update.setInt(3, waiting);
            if (head == null) {
              update.setNull(4, Types.BIGINT);
              update.setNull(5, Types.BINARY);
            } else {
              update.setLong(4, head.position());
              update.setBytes(5, head.seal());
            }
            update.setObject(6, row.newest == null ? null : utc(row.newest), Types.TIMESTAMP);
            update.setLong(7, key.section());
            update.setString(8, key.pool());
            update.setInt(9, taken);
            update.setInt(10, capacity);
            update.setInt(11, waiting);
            update.setLong(12, before == null ? 0 : before.position());
            if (update.executeUpdate() != 1) {
              throw new SQLException("seats of section " + key + " are not as they were locked");
            }
          });
    }
  }

  private static void writeEntries(Connection connection, SeatBook book) throws SQLException {
    if (book.entries().isEmpty()) {
      return;
    }
    try (PreparedStatement insert = Batches.prepare(connection, ENTRY)) {
      for (LogEntry entry : book.entries()) {
        LogEntry.Fact fact = entry.fact();
        insert.setLong(1, entry.section());
        insert.setLong(2, entry.position());
        insert.setObject(3, utc(fact.arrivedAt()));
        insert.setObject(4, utc(fact.decidedAt()));
        insert.setObject(5, fact.student(), Types.BIGINT);
        insert.setObject(6, fact.enrolment(), Types.BIGINT);
        insert.setString(7, fact.submission() == null ? null : fact.submission().toString());
        insert.setString(8, fact.act().name());
        insert.setString(9, fact.pool());
        insert.setInt(10, fact.seats().capacity());
        insert.setInt(11, fact.seats().taken());
        insert.setInt(12, fact.seats().waiting());
        insert.setString(13, fact.verdict());
        insert.setString(14, fact.author());
        insert.setBytes(15, entry.seal());
        LogEntry.Place place = fact.place();
        insert.setObject(16, place == null ? null : place.rank(), Types.SMALLINT);
        insert.setObject(17, place == null ? null : utc(place.since()), Types.TIMESTAMP);
        insert.setString(18, LogRows.pools(place));
        insert.setString(19, place == null || place.anyOf() == null ? null : place.anyOf().name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
