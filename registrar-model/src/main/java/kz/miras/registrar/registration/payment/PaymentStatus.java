package kz.miras.registrar.registration.payment;

import kz.miras.registrar.shared.Keyed;

/** How a request to pay stands. */
public enum PaymentStatus implements Keyed {
  /** Waits for the payment. */
  REQUESTED,
  PAID,
  /** Paid for nothing, and paid back. */
  REFUNDED,
  /** Not paid in time. */
  EXPIRED,
  /** What was to be paid for is not taken any more. */
  WITHDRAWN;

  @Override
  public String key() {
    return "registration.payment-status." + name();
  }
}
