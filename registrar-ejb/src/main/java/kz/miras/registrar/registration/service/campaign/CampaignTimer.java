package kz.miras.registrar.registration.service.campaign;

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
import kz.miras.registrar.access.Permissions;

/** Looks every few minutes whether groups of terms whose registration has closed are too small. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs(Permissions.ENROL_SERVE_QUEUE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CampaignTimer {

  private static final Logger LOG = Logger.getLogger(CampaignTimer.class.getName());

  @Inject private GroupProposals proposals;

  @Schedule(hour = "*", minute = "*/10", second = "40", persistent = false)
  void everyTenMinutes() {
    for (long term : proposals.terms()) {
      try {
        proposals.propose(term);
      } catch (RuntimeException e) {
        LOG.log(Level.SEVERE, "Small groups of term " + term + " are left to the next time", e);
      }
    }
  }
}
