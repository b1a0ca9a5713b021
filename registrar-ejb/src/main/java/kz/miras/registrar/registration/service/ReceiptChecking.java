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
import kz.miras.registrar.registration.log.PlanEntry;

/**
 * REG-32, AUD-3. Makes every receipt once more from the log that has just been read. Thus a section
 * whose last decisions were taken away, head and all, is found by the receipts they left behind;
 * and a receipt that was taken away by those of its student that follow, or by the head.
 */
final class ReceiptChecking {

  private static final int FETCH = 5000;
  private static final String KEPT = "SELECT " + Receipts.COLUMNS + " FROM registration_submission";
  private static final String OF_REQUEST =
      "SELECT "
          + LogRows.COLUMNS
          + " FROM registration_log l WHERE l.submission = ? ORDER BY l.section_id, l.position";
  private static final String STEP =
      "SELECT " + PlanLog.COLUMNS + " FROM study_plan_event v WHERE v.submission = ?";

  private final Receipts receipts = new Receipts();
  private final ReceiptLinks links = new ReceiptLinks();
  private final Map<UUID, byte[]> entries = new HashMap<>();
  private final List<ChainCommand.Said> findings = new ArrayList<>();
  private long count;

  /** An entry of the log, in the order of section and position. */
  void see(LogEntry entry) {
    UUID submission = entry.fact().submission();
    if (submission != null) {
      entries.put(submission, receipts.and(before(submission), entry));
    }
  }

  /** The step of a plan, after all entries of sections. */
  void see(PlanEntry entry) {
    UUID submission = entry.fact().submission();
    if (submission != null) {
      entries.put(submission, receipts.and(before(submission), entry));
    }
  }

  private byte[] before(UUID submission) {
    byte[] before = entries.get(submission);
    return before == null ? Receipts.none() : before;
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
          byte[] seen = before(kept.id());
          entries.remove(kept.id());
          links.see(kept);
          if (kept.isOld()) {
            old.add(kept);
          } else {
            byte[] now = Receipts.seal(chain, kept, seen);
            found(MessageDigest.isEqual(now, kept.receipt()), kept);
          }
        }
      }
    }
    for (Receipts.Kept kept : old) {
      found(receipts.holds(chain, kept, sealed(connection, kept.id())), kept);
    }
    entries.keySet().stream()
        .sorted()
        .forEach(id -> findings.add(said("registration.receipts.gone", id)));
    findings.addAll(links.findings(connection));
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
  static Receipts.Sealed sealed(Connection connection, UUID submission) throws SQLException {
    List<LogEntry> entries = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(OF_REQUEST)) {
      select.setString(1, submission.toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          entries.add(LogRows.entry(row));
        }
      }
    }
    try (PreparedStatement select = connection.prepareStatement(STEP)) {
      select.setString(1, submission.toString());
      try (ResultSet row = select.executeQuery()) {
        return new Receipts.Sealed(entries, row.next() ? PlanLog.entry(row) : null);
      }
    }
  }

  /** How many receipts there are. */
  long count() {
    return count;
  }

  /** Receipts that do not hold or are missing, and requests the log names that are gone. */
  List<ChainCommand.Said> findings() {
    return findings;
  }
}
