package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.PermitAll;
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

/**
 * FXR-5, INC-3. Looks every hour for rights of an FX retake whose window is over, and for results I
 * whose last day is near.
 */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LastDayTimer {

  private static final Logger LOG = Logger.getLogger(LastDayTimer.class.getName());

  @Inject private FxEnding ending;
  @Inject private IncompleteWatch incompletes;

  @Schedule(hour = "*", minute = "3", persistent = false)
  void expire() {
    for (long right : ending.due()) {
      try {
        Again.run(() -> ending.expire(right));
      } catch (RuntimeException e) {
        // one that cannot be ended does not hold the others up
        LOG.log(Level.SEVERE, e, () -> "FX right " + right + " was not ended");
      }
    }
  }

  @Schedule(hour = "*", minute = "33", persistent = false)
  void tell() {
    try {
      Again.run(incompletes::tell);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Results I whose last day is near are left to the next hour", e);
    }
  }
}
