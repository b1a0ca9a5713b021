package kz.miras.registrar.access.service.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.SealKey;

/**
 * Secrets of subscriptions. None is kept: each follows from the seal key, which never enters the
 * database, and the subscription.
 */
@ApplicationScoped
class WebhookSecrets {

  @Inject private SealKey key;

  /** The secret of a subscription with this number. */
  byte[] of(String webhook, int number) {
    return key.secret("webhook " + webhook + " " + number);
  }
}
