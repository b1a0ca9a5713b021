package kz.miras.registrar.access;

/** One row of a sealed chain: an audit entry, a result in a student's history. */
public interface ChainedRecord {

  /** Place in the chain, counted from 1 without gaps. */
  long position();

  /** The row as {@link CanonicalBytes}, without position and seal. */
  byte[] content();

  /** The seal stored with the row. */
  byte[] seal();

  /**
   * Do the values kept beside the chain still give the hash the chain holds? True where nothing is
   * kept beside it.
   */
  default boolean matchesItsValues() {
    return true;
  }
}
