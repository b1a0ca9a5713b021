package kz.miras.registrar.student.service;

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

/** Applies orders on the day they take effect, soon after midnight and every hour after. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OrderTimer {

  private static final Logger LOG = Logger.getLogger(OrderTimer.class.getName());

  @Inject private OrderApplication application;

  @Schedule(hour = "*", minute = "5", persistent = false)
  void applyDue() {
    for (long order : application.due()) {
      try {
        Again.run(() -> application.apply(order));
      } catch (RuntimeException e) {
        // one order that cannot be applied does not hold the others up
        LOG.log(Level.SEVERE, e, () -> "order " + order + " was not applied");
      }
    }
  }
}
