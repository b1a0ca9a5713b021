package kz.miras.registrar.access;

import java.security.MessageDigest;

/**
 * An audit record in its chain, with the values kept beside it.
 *
 * @param position place in the chain
 * @param record what was done
 * @param seal the stored seal
 * @param salt salt of the values, or null where the values were lawfully erased
 * @param before values before, or null
 * @param after values after, or null
 */
public record SealedAudit(
    long position, AuditRecord record, byte[] seal, byte[] salt, String before, String after)
    implements ChainedRecord {

  @Override
  public byte[] content() {
    return record.content();
  }

  /** AUD-2. Erased values match; values that are there must give the sealed hash. */
  @Override
  public boolean matchesItsValues() {
    if (salt == null) {
      return before == null && after == null;
    }
    return MessageDigest.isEqual(AuditRecord.hash(salt, before, after), record.valuesHash());
  }
}
