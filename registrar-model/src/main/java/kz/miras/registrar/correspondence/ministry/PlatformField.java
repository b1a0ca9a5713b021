package kz.miras.registrar.correspondence.ministry;

import java.io.Serializable;

/**
 * A field of a type of records.
 *
 * @param name as the interface of the platform calls it
 * @param manual as the ministry's manual calls it
 * @param mandatory whether a record without it is refused
 * @param longest characters a text may have; 0 for no limit
 * @param source name of a fact, {@code fact@DICTIONARY}, {@code =number}, or {@code -} for none
 */
public record PlatformField(
    PlatformType type,
    String name,
    String manual,
    FieldKind kind,
    boolean mandatory,
    int longest,
    String source)
    implements Serializable {

  /** Whether this system keeps the value; what it does not keep is carried over. */
  public boolean isKept() {
    return !"-".equals(source);
  }

  /** The fact it is made of; the source itself where it is a constant. */
  String fact() {
    int at = source.indexOf('@');
    return at < 0 ? source : source.substring(0, at);
  }

  /** The dictionary its number is taken from; null for none. */
  public String dictionary() {
    int at = source.indexOf('@');
    return at < 0 ? null : source.substring(at + 1);
  }
}
