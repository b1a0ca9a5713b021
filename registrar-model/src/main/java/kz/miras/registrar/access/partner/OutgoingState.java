package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** What has become of a message for a partner. */
public enum OutgoingState implements Keyed {
  /** It waits to be fetched, or to be sent. */
  WAITING,
  /** A server is sending it. */
  TRYING,
  /** The partner was told of it, and has not fetched the files that go with it. */
  TOLD,
  /** The partner has it: it took it, or has acknowledged what it fetched. */
  ACKNOWLEDGED,
  /** It was tried in vain as often as agreed; the partner may still fetch it. */
  DEAD,
  /** Somebody has given it up, with a reason. */
  GIVEN_UP;

  /** Whether the partner has not got it, and no server is sending it. */
  public boolean isOpen() {
    return this == WAITING || this == TOLD || this == DEAD;
  }

  @Override
  public String key() {
    return "access.partner.outgoing." + name();
  }
}
