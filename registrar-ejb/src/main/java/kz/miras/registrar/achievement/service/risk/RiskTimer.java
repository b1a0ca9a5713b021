package kz.miras.registrar.achievement.service.risk;

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

/**
 * RSK-1 to RSK-6. Judges all students once a day, as soon as the day begins or the server is up.
 */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RiskTimer {

  private static final Logger LOG = Logger.getLogger(RiskTimer.class.getName());

  @Inject private RiskWork work;

  @Schedule(hour = "*", minute = "*/10", second = "55", persistent = false)
  void judge() {
    try {
      work.today();
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Students at risk are judged in ten minutes again", e);
    }
  }
}
