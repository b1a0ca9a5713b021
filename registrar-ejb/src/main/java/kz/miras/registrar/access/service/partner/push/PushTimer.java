package kz.miras.registrar.access.service.partner.push;

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

/** Looks every five seconds for messages that are to be delivered to partners. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PushTimer {

  private static final Logger LOG = Logger.getLogger(PushTimer.class.getName());

  @Inject private Pushes pushes;
  @Inject private PushLane lane;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void look() {
    try {
      for (long partner : pushes.due()) {
        if (!PushLane.isUnderway(partner)) {
          lane.run(partner);
        }
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Messages for partners are left to the next look", e);
    }
  }
}
