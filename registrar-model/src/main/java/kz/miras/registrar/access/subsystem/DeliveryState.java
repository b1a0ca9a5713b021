package kz.miras.registrar.access.subsystem;

import kz.miras.registrar.shared.Keyed;

/** What has become of an event on its way to a subscription. */
public enum DeliveryState implements Keyed {
  WAITING,
  DELIVERED,
  /** Every attempt came to nothing; somebody may send it again. */
  DEAD;

  @Override
  public String key() {
    return "access.webhook.delivery." + name();
  }
}
