package kz.miras.registrar.access.subsystem;

import kz.miras.registrar.shared.Keyed;

/** Whether a subscription is served. */
public enum WebhookState implements Keyed {
  ACTIVE,
  /** Its address has said that it is gone for good (410). */
  GONE,
  /** The program or an administrator has ended it. */
  ENDED;

  @Override
  public String key() {
    return "access.webhook.state." + name();
  }
}
