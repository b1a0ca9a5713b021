package kz.miras.registrar.access;

/**
 * Where a chain is not as it was sealed.
 *
 * @param kind what happened
 * @param position the first position concerned
 * @param until the last position concerned; for swapped rows the position of the other one
 */
public record Deviation(Kind kind, long position, long until) {

  /** What can be told from the seals. */
  public enum Kind {
    /** The row is not what was sealed at its position. */
    CHANGED,
    /** The values beside the chain are not those whose hash was sealed. */
    VALUES_CHANGED,
    /** Rows are gone from the middle. */
    MISSING,
    /** Two rows have changed places. */
    SWAPPED,
    /** From here to the end nothing holds: the rest was renumbered or sealed without the key. */
    REWRITTEN,
    /** The exported head is further on: rows are gone from the end. */
    CUT_OFF,
    /** The chain holds in itself but differs from an exported head: sealed anew with the key. */
    REPLACED,
    /** A position stands twice or comes too late. */
    OUT_OF_ORDER;

    /** Key of the sentence in the bundle {@code access}. */
    public String key() {
      return "access.chain." + name();
    }
  }

  static Deviation at(Kind kind, long position) {
    return new Deviation(kind, position, position);
  }
}
