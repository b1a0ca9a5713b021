package kz.miras.registrar.achievement.service.summary;

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
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.achievement.service.WorkProgress;

/** ACH-11. Checks every history once a night. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryCheckTimer {

  private static final Logger LOG = Logger.getLogger(HistoryCheckTimer.class.getName());

  @Inject private HistoryChecks checks;
  @Inject private AuditContext context;

  @Schedule(hour = "3", minute = "37", persistent = false)
  void check() {
    context.beginJob("history-check");
    try {
      checks.run("system", new WorkProgress());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "The check of histories is left to tomorrow", e);
    } finally {
      context.end();
    }
  }
}
