package kz.miras.registrar.registration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.log.PlanEntry;
import kz.miras.registrar.shared.Checksum;

/**
 * Requests with the receipts they would have got, made by the words of their definition and not by
 * the product: for logs that were written by hand.
 */
public final class ReceiptBook {

  private static final int FORM = 3;

  private final Connection database;
  private final SealChain seals;
  private final Map<UUID, byte[]> entries = new LinkedHashMap<>();

  public ReceiptBook(Connection database, byte[] key) {
    this.database = database;
    this.seals = SealChain.of("registration-receipt", key);
  }

  /** An entry of the log; those of one request in the order of section and position. */
  public void see(LogEntry entry) {
    see(entry.fact().submission(), entry.section(), entry.position(), entry.seal());
  }

  /** The step of a plan, after the entries of the log. */
  public void see(PlanEntry entry) {
    see(entry.fact().submission(), entry.plan(), entry.position(), entry.seal());
  }

  private void see(UUID submission, long chain, long position, byte[] seal) {
    byte[] before = entries.getOrDefault(submission, new byte[32]);
    ByteBuffer next = ByteBuffer.allocate(before.length + 16 + seal.length);
    next.put(before).putLong(chain).putLong(position).put(seal);
    entries.put(submission, Checksum.sha256(next.array()));
  }

  /** A request nothing was logged of. */
  public void see(UUID submission) {
    entries.put(submission, new byte[32]);
  }

  private ChainHead head(long student) throws SQLException {
    try (PreparedStatement select =
        database.prepareStatement(
            "SELECT position, receipt FROM registration_receipt_head WHERE student_id = ?")) {
      select.setLong(1, student);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new ChainHead(seals.chain(), row.getLong(1), row.getBytes(2))
            : seals.empty();
      }
    }
  }

  /** Writes the requests down, as those of one student, and forgets them. */
  public void write(long student, long term, String answer) throws SQLException {
    ChainHead head = head(student);
    byte[] hash = Checksum.sha256(new byte[0]);
    byte[] digest = Checksum.sha256(answer.getBytes(StandardCharsets.UTF_8));
    try (PreparedStatement insert =
            database.prepareStatement(
                "INSERT INTO registration_submission (id, account, request_key, request_hash,"
                    + " student_id, term_id, arrived_at, decided_at, answer, receipt, receipt_form,"
                    + " chain_position, previous) VALUES (?, 'student', ?, ?, ?, ?, UTC_TIMESTAMP(6),"
                    + " UTC_TIMESTAMP(6), ?, ?, 3, ?, ?)");
        PreparedStatement move =
            database.prepareStatement(
                "INSERT INTO registration_receipt_head (student_id, position, receipt) VALUES (?,"
                    + " ?, ?) ON DUPLICATE KEY UPDATE position = VALUES(position), receipt ="
                    + " VALUES(receipt)")) {
      for (Map.Entry<UUID, byte[]> request : entries.entrySet()) {
        String id = request.getKey().toString();
        byte[] content =
            new CanonicalBytes()
                .number(FORM)
                .text(id)
                .number(student)
                .number(term)
                .text("student")
                .text(id)
                .bytes(hash)
                .bytes(digest)
                .bytes(request.getValue())
                .toBytes();
        insert.setString(1, id);
        insert.setString(2, id);
        insert.setBytes(3, hash);
        insert.setLong(4, student);
        insert.setLong(5, term);
        insert.setString(6, answer);
        insert.setBytes(9, head.seal());
        head = seals.next(head, content);
        insert.setBytes(7, head.seal());
        insert.setLong(8, head.position());
        insert.addBatch();
      }
      insert.executeBatch();
      if (!entries.isEmpty()) {
        move.setLong(1, student);
        move.setLong(2, head.position());
        move.setBytes(3, head.seal());
        move.executeUpdate();
      }
    }
    entries.clear();
  }
}
