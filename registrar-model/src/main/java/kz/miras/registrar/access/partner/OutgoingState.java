package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** What has become of a message for a partner. */
public enum OutgoingState implements Keyed {
  /** It waits to be fetched, or to be sent. */
  WAITING,
  /** A server is sending it. */
  TRYING,
  /** The partner has it: it took it, or has acknowledged what it fetched. */
  ACKNOWLEDGED,
  /** It was tried in vain as often as agreed; the partner may still fetch it. */
  DEAD,
  /** Somebody has given it up, with a reason. */
  GIVEN_UP;

  @Override
  public String key() {
    return "access.partner.outgoing." + name();
  }
}
