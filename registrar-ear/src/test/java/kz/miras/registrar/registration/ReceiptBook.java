package kz.miras.registrar.registration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.shared.Checksum;

/**
 * Requests with the receipts they would have got, made by the words of their definition and not by
 * the product: for logs that were written by hand.
 */
public final class ReceiptBook {

  private static final int FORM = 2;

  private final Connection database;
  private final SealChain seals;
  private final Map<UUID, byte[]> entries = new LinkedHashMap<>();

  public ReceiptBook(Connection database, byte[] key) {
    this.database = database;
    this.seals = SealChain.of("registration-receipt", key);
  }

  /** An entry of the log; those of one request in the order of section and position. */
  public void see(LogEntry entry) {
    byte[] before = entries.getOrDefault(entry.fact().submission(), new byte[32]);
    ByteBuffer next = ByteBuffer.allocate(before.length + 16 + entry.seal().length);
    next.put(before).putLong(entry.section()).putLong(entry.position()).put(entry.seal());
    entries.put(entry.fact().submission(), Checksum.sha256(next.array()));
  }

  /** Writes the requests down and forgets them. */
  public void write(long student, long term, String answer) throws SQLException {
    byte[] hash = Checksum.sha256(new byte[0]);
    byte[] digest = Checksum.sha256(answer.getBytes(StandardCharsets.UTF_8));
    try (PreparedStatement insert =
        database.prepareStatement(
            "INSERT INTO registration_submission (id, account, request_key, request_hash,"
                + " student_id, term_id, arrived_at, decided_at, answer, receipt, receipt_form)"
                + " VALUES (?, 'student', ?, ?, ?, ?, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), ?, ?,"
                + " 2)")) {
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
        insert.setBytes(7, seals.next(seals.empty(), content).seal());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    entries.clear();
  }
}
