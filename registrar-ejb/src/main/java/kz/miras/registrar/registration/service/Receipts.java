package kz.miras.registrar.registration.service;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.CanonicalBytes;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.registration.log.LogEntry;
import kz.miras.registrar.registration.log.PlanEntry;

/**
 * REG-32. Receipts of submissions: a seal over the request, its whole answer, every entry of the
 * registration log and the step of the plan that belong to it, and the receipt the student got
 * before. Whoever changes one of them later, or takes it away, cannot make the receipt any more
 * that the student has, nor any that follows.
 *
 * <p>Not for use by several threads.
 */
final class Receipts {

  /**
   * The form of the receipts that are made now. Those of 2 stood alone, those of 1 sealed the
   * student's entries and no answer.
   */
  static final int FORM = 3;

  private static final int ALONE = 2;

  /** The chain their seals are of. */
  static final String CHAIN = "registration-receipt";

  /** The request as it is kept, its answer as a SHA-256. */
  static final String COLUMNS =
      "id, student_id, term_id, account, request_key, request_hash, UNHEX(SHA2(answer, 256)),"
          + " receipt, receipt_form, COALESCE(chain_position, 0), previous";

  /** How many columns that are. */
  static final int COLUMN_COUNT = 11;

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
   * @param position among the receipts of the student, from 1 without gaps; 0 where it stands alone
   * @param previous receipt of the student; zeros before the first, null where it stands alone
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
      int form,
      long position,
      byte[] previous) {

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
          row.getInt(9),
          row.getLong(10),
          row.getBytes(11));
    }

    boolean isOld() {
      return form < ALONE;
    }

    boolean isChained() {
      return form > ALONE;
    }
  }

  /**
   * What lies sealed in the log of a request.
   *
   * @param entries of sections, in any order
   * @param step of the plan; null where the plan stayed as it was
   */
  record Sealed(Collection<LogEntry> entries, PlanEntry step) {

    Sealed {
      entries = List.copyOf(entries);
    }
  }

  /** What stands for no entry of the log. */
  static byte[] none() {
    return new byte[SealChain.SEAL_LENGTH];
  }

  /** One more entry of a request, in the order of section and position. */
  byte[] and(byte[] before, LogEntry entry) {
    return and(before, entry.section(), entry.position(), entry.seal());
  }

  /** The step of its plan, after all entries of sections. */
  byte[] and(byte[] before, PlanEntry entry) {
    return and(before, entry.plan(), entry.position(), entry.seal());
  }

  private byte[] and(byte[] before, long chain, long position, byte[] seal) {
    digest.update(before);
    digest.update(ByteBuffer.allocate(2 * Long.BYTES).putLong(chain).putLong(position).array());
    return digest.digest(seal);
  }

  /**
   * The receipt of a request.
   *
   * @param entries what {@link #and} made of its entries
   */
  static byte[] seal(SealChain chain, Kept kept, byte[] entries) {
    return seal(
        chain,
        kept,
        new CanonicalBytes()
            .number(kept.form())
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
  boolean holds(SealChain chain, Kept kept, Sealed sealed) {
    byte[] now = kept.isOld() ? old(chain, kept, sealed.entries()) : seal(chain, kept, all(sealed));
    return MessageDigest.isEqual(now, kept.receipt());
  }

  /** All that was sealed of a request. */
  byte[] all(Sealed sealed) {
    byte[] all = none();
    for (LogEntry entry : sealed.entries().stream().sorted(ORDER).toList()) {
      all = and(all, entry);
    }
    return sealed.step() == null ? all : and(all, sealed.step());
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
    return seal(chain, kept, content);
  }

  private static byte[] seal(SealChain chain, Kept kept, CanonicalBytes content) {
    ChainHead before =
        kept.isChained()
            ? new ChainHead(chain.chain(), kept.position() - 1, kept.previous())
            : chain.empty();
    return chain.next(before, content.toBytes()).seal();
  }

  /** The part of a receipt people can copy by hand. */
  static String code(byte[] receipt) {
    String hex = HexFormat.of().withUpperCase().formatHex(receipt, 0, SHOWN);
    return hex.replaceAll("(.{4})(?=.)", "$1-");
  }
}
