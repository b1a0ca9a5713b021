package kz.miras.registrar.registration.service;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.UUID;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.registration.log.LogEntry;

/**
 * REG-32. Receipts of submissions: a seal over the request, its whole answer and every entry of the
 * registration log that belongs to it, also where no section is concerned. Whoever changes one of
 * them later, or takes it away, cannot make the receipt any more that the student has.
 *
 * <p>Not for use by several threads.
 */
final class Receipts {

  /** The form of the receipts that are made now; 1 sealed the student's entries alone. */
  static final int FORM = 2;

  /** The chain their seals are of. */
  static final String CHAIN = "registration-receipt";

  /** The request as it is kept, its answer as a SHA-256. */
  static final String COLUMNS =
      "id, student_id, term_id, account, request_key, request_hash, UNHEX(SHA2(answer, 256)),"
          + " receipt, receipt_form";

  private static final int SHOWN = 10;

  private final MessageDigest digest;

  Receipts() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * A request that was decided.
   *
   * @param hash of the request
   * @param answer SHA-256 of the answer as it is kept
   * @param receipt that was made of it; null before
   * @param form of the receipt
   */
  record Kept(
      UUID id,
      long student,
      long term,
      String account,
      String key,
      byte[] hash,
      byte[] answer,
      byte[] receipt,
      int form) {

    /** From a row of {@link #COLUMNS}. */
    static Kept of(ResultSet row) throws SQLException {
      return new Kept(
          UUID.fromString(row.getString(1)),
          row.getLong(2),
          row.getLong(3),
          row.getString(4),
          row.getString(5),
          row.getBytes(6),
          row.getBytes(7),
          row.getBytes(8),
          row.getInt(9));
    }

    boolean isOld() {
      return form < FORM;
    }
  }

  /** What stands for no entry of the log. */
  static byte[] none() {
    return new byte[SealChain.SEAL_LENGTH];
  }

  /** One more entry of a request, in the order of section and position. */
  byte[] and(byte[] before, LogEntry entry) {
    digest.update(before);
    digest.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(entry.section())
            .putLong(entry.position())
            .array());
    return digest.digest(entry.seal());
  }

  /**
   * The receipt of a request.
   *
   * @param entries what {@link #and} made of its entries
   */
  static byte[] seal(SealChain chain, Kept kept, byte[] entries) {
    return seal(
        chain,
        new CanonicalBytes()
            .number(FORM)
            .text(kept.id().toString())
            .number(kept.student())
            .number(kept.term())
            .text(kept.account())
            .text(kept.key())
            .bytes(kept.hash())
            .bytes(kept.answer())
            .bytes(entries));
  }

  /** Whether the receipt is what these entries of the log make. */
  boolean holds(SealChain chain, Kept kept, Collection<LogEntry> entries) {
    byte[] now = kept.isOld() ? old(chain, kept, entries) : seal(chain, kept, all(entries));
    return MessageDigest.isEqual(now, kept.receipt());
  }

  /** All entries of a request, in any order. */
  byte[] all(Collection<LogEntry> entries) {
    byte[] all = none();
    for (LogEntry entry : entries.stream().sorted(ORDER).toList()) {
      all = and(all, entry);
    }
    return all;
  }

  private static final Comparator<LogEntry> ORDER =
      Comparator.comparingLong(LogEntry::section).thenComparing(LogEntry::position);

  private static byte[] old(SealChain chain, Kept kept, Collection<LogEntry> entries) {
    CanonicalBytes content = new CanonicalBytes().text(kept.id().toString()).number(kept.student());
    entries.stream()
        .filter(entry -> Long.valueOf(kept.student()).equals(entry.fact().student()))
        .sorted(ORDER)
        .forEach(
            entry -> content.number(entry.section()).number(entry.position()).bytes(entry.seal()));
    return seal(chain, content);
  }

  private static byte[] seal(SealChain chain, CanonicalBytes content) {
    return chain.next(chain.empty(), content.toBytes()).seal();
  }

  /** The part of a receipt people can copy by hand. */
  static String code(byte[] receipt) {
    String hex = HexFormat.of().withUpperCase().formatHex(receipt, 0, SHOWN);
    return hex.replaceAll("(.{4})(?=.)", "$1-");
  }
}
