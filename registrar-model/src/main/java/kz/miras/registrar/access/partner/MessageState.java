package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** What has become of a message that submits something. */
public enum MessageState implements Keyed {
  /** Stored, and not answered yet. */
  RECEIVED,
  /** Answered; the same again gets the same answer. */
  ANSWERED,
  /** The rules refused it; the same again is judged anew. */
  REFUSED,
  /** It does not follow its contract, and somebody looks at it. */
  QUARANTINED,
  /** Somebody has put it away, with a reason. */
  DISCARDED;

  /** Whether it is neither answered nor put away. */
  public boolean isOpen() {
    return this != ANSWERED && this != DISCARDED;
  }

  @Override
  public String key() {
    return "access.partner.message." + name();
  }
}
