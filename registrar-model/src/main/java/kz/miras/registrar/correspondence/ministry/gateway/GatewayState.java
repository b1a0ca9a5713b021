package kz.miras.registrar.correspondence.ministry.gateway;

import kz.miras.registrar.shared.Keyed;

/** How a message stands. */
public enum GatewayState implements Keyed {
  /** To be sent, or sent again. */
  WAITING,
  /** Taken by the gateway; the answer comes later. */
  SENT,
  ANSWERED,
  /** Refused by the gateway, or given up. */
  FAILED,
  /** Came, and its signature holds. */
  RECEIVED,
  /** Came, and was refused. */
  REFUSED;

  @Override
  public String key() {
    return "ministry.message." + name();
  }
}
