package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** Why a partner's address did not take a message (PRT-16, PRT-17). */
public enum PushFailure implements Keyed {
  /** Nobody is there, or the name is unknown. */
  UNREACHABLE,
  /** No answer in time. */
  TIMEOUT,
  /** The connection could not be secured. */
  TLS,
  /** Another status of HTTP than that of an answer. */
  STATUS,
  /** Something that is no answer of this contract. */
  GARBAGE,
  /** An answer to another message. */
  OTHER_MESSAGE,
  /** A fault of the receiver. */
  FAULT,
  /** The receiver says that the message is wrong: the same again would be refused again. */
  REFUSED;

  /** Whether the address is at fault, so that other messages would fare no better. */
  public boolean isOfAddress() {
    return this != REFUSED;
  }

  /** Whether trying again is of no use before somebody has looked at it. */
  public boolean isFinal() {
    return this == REFUSED;
  }

  @Override
  public String key() {
    return "access.partner.push." + name();
  }
}
