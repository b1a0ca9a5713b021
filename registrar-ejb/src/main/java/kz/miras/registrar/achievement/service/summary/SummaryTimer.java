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
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.shared.service.Again;

/**
 * ACH-7. Summaries are written by the postings themselves; after an upgrade that brings them, or
 * changes the formula, this brings up those of histories nobody posts to.
 */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SummaryTimer {

  private static final Logger LOG = Logger.getLogger(SummaryTimer.class.getName());

  @Inject private SummaryRepair repair;

  @Schedule(hour = "*", minute = "*/10", second = "25", persistent = false)
  void catchUp() {
    try {
      long after = 0;
      List<Long> done;
      do {
        long from = after;
        done = Again.of(() -> repair.catchUp(from));
        after = done.isEmpty() ? after : done.get(done.size() - 1);
      } while (!done.isEmpty());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Summaries are left to the next ten minutes", e);
    }
  }
}
