package kz.miras.registrar.access;

import java.time.Instant;
import java.util.Objects;

/**
 * Who did what, when, from where and why; for a change also what was before and after. Personal
 * values lie beside the record, which holds only their salted hash (AUD-2): they can be erased when
 * the law asks for it, and the chain still verifies.
 *
 * @param id key of the entry
 * @param at when, to the microsecond
 * @param actor login of the account, or the name of the system account
 * @param origin address or channel the call came from
 * @param action the operation, mostly a name of {@link Permissions}
 * @param entity kind of the thing acted on
 * @param entityId its key
 * @param reason why, where a reason is due; or null
 * @param outcome what became of it
 * @param valuesHash {@link #hash} of the values before and after
 */
public record AuditRecord(
    long id,
    Instant at,
    String actor,
    String origin,
    String action,
    String entity,
    String entityId,
    String reason,
    Outcome outcome,
    byte[] valuesHash) {

  /** What became of an attempt. */
  public enum Outcome {
    /** Done and stored. */
    DONE,
    /** The rules refused it. */
    REFUSED,
    /** The caller had no right. */
    DENIED
  }

  public AuditRecord {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(outcome, "outcome");
    valuesHash = valuesHash.clone();
  }

  /**
   * AUD-2. The hash by which a record holds the values beside it.
   *
   * @param salt random bytes of this record; without them values cannot be guessed from the hash
   * @param before values before, or null where nothing was
   * @param after values after, or null where nothing is
   */
  public static byte[] hash(byte[] salt, String before, String after) {
    return SealChain.salted(salt, new CanonicalBytes().text(before).text(after).toBytes());
  }

  /** The record as the chain seals it. */
  public byte[] content() {
    return new CanonicalBytes()
        .number(id)
        .instant(at)
        .text(actor)
        .text(origin)
        .text(action)
        .text(entity)
        .text(entityId)
        .text(reason)
        .text(outcome.name())
        .bytes(valuesHash)
        .toBytes();
  }
}
