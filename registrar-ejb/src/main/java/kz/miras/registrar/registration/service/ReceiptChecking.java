package kz.miras.registrar.registration.service;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.service.ChainCommand;
import kz.miras.registrar.registration.log.LogEntry;

/**
 * REG-32, AUD-3. Makes every receipt once more from the log that has just been read. Thus a section
 * whose last decisions were taken away, head and all, is found by the receipts they left behind.
 */
final class ReceiptChecking {

  private static final int FETCH = 5000;
  private static final String KEPT = "SELECT " + Receipts.COLUMNS + " FROM registration_submission";
  private static final String OF_REQUEST =
      "SELECT "
          + LogRows.COLUMNS
          + " FROM registration_log l WHERE l.submission = ? ORDER BY l.section_id, l.position";

  private final Receipts receipts = new Receipts();
  private final Map<UUID, byte[]> entries = new HashMap<>();
  private final List<ChainCommand.Said> findings = new ArrayList<>();
  private long count;

  /** An entry of the log, in the order of section and position. */
  void see(LogEntry entry) {
    UUID submission = entry.fact().submission();
    if (submission != null) {
      byte[] before = entries.get(submission);
      entries.put(submission, receipts.and(before == null ? Receipts.none() : before, entry));
    }
  }

  /** Compares what was seen with the receipts, all of them. */
  void compare(Connection connection, SealChain chain) throws SQLException {
    List<Receipts.Kept> old = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(KEPT)) {
      select.setFetchSize(FETCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          count++;
          Receipts.Kept kept = Receipts.Kept.of(row);
          byte[] seen = entries.remove(kept.id());
          if (kept.isOld()) {
            old.add(kept);
          } else {
            byte[] now = Receipts.seal(chain, kept, seen == null ? Receipts.none() : seen);
            found(MessageDigest.isEqual(now, kept.receipt()), kept);
          }
        }
      }
    }
    for (Receipts.Kept kept : old) {
      found(receipts.holds(chain, kept, entries(connection, kept.id())), kept);
    }
    entries.keySet().stream()
        .sorted()
        .forEach(id -> findings.add(said("registration.receipts.gone", id)));
  }

  private void found(boolean holds, Receipts.Kept kept) {
    if (!holds) {
      findings.add(said("registration.receipts.differs", Receipts.code(kept.receipt()), kept.id()));
    }
  }

  private static ChainCommand.Said said(String key, Object... args) {
    return new ChainCommand.Said(key, List.of(args));
  }

  /** The log of one request. */
  static List<LogEntry> entries(Connection connection, UUID submission) throws SQLException {
    List<LogEntry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(OF_REQUEST)) {
      select.setString(1, submission.toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(LogRows.entry(row));
        }
      }
    }
    return entries;
  }

  /** How many receipts there are. */
  long count() {
    return count;
  }

  /** Receipts that do not hold, and requests the log names that are gone. */
  List<ChainCommand.Said> findings() {
    return findings;
  }
}
