package kz.miras.registrar.correspondence;

import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.shared.Keyed;

/**
 * How far a letter is: a letter that came up to its case, one of the office up to its addressee.
 */
public enum LetterState implements Keyed {
  /** Has its number; of one that came nobody has said yet what becomes of it. */
  REGISTERED,
  /** Somebody has said who does what with it. */
  RESOLUTION,
  IN_WORK,
  ANSWERED,
  /** In its case; nothing is left to do. */
  FILED,
  /** Being written. */
  DRAFT,
  /** Read by another person, waits for a signature. */
  AGREED,
  SIGNED,
  SENT,
  DELIVERED;

  /** States of a letter that came in which somebody has something to do. */
  public static final Set<LetterState> WAITING = EnumSet.of(REGISTERED, RESOLUTION, IN_WORK);

  /** Whether nothing is added to a letter any more. */
  public boolean isDone() {
    return this == FILED || this == SENT || this == DELIVERED;
  }

  @Override
  public String key() {
    return "correspondence.state." + name();
  }
}
