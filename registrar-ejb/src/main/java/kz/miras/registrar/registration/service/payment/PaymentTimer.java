package kz.miras.registrar.registration.service.payment;

import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.shared.service.Again;

/** Looks every hour for requests to pay whose time is over. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PaymentTimer {

  private static final Logger LOG = Logger.getLogger(PaymentTimer.class.getName());

  @Inject private PaymentExpiry expiry;

  @Schedule(hour = "*", minute = "12", persistent = false)
  void expireDue() {
    for (long request : expiry.due()) {
      try {
        Again.run(() -> expiry.expire(request));
      } catch (RuntimeException e) {
        // one that cannot be let go does not hold the others up
        LOG.log(Level.SEVERE, e, () -> "payment request " + request + " was not let go");
      }
    }
  }
}
