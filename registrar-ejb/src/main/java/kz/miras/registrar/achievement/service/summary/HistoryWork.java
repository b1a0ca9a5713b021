package kz.miras.registrar.achievement.service.summary;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.service.WorkProgress;

/** The long work over all histories, beside the caller, who watches the progress. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryWork {

  private static final Logger LOG = Logger.getLogger(HistoryWork.class.getName());

  @Inject private HistoryChecks checks;
  @Inject private SummaryDesk summaries;
  @Inject private Access access;

  /** ACH-11. Checks beside the caller; what is found is kept. */
  @Asynchronous
  @RolesAllowed(Permissions.INTEGRITY_REMARK)
  public void checking(WorkProgress progress) {
    watched(
        progress,
        () -> {
          checks.run(access.current().login(), progress);
          return null;
        });
  }

  /** ACH-7. Recalculates beside the caller. */
  @Asynchronous
  @RolesAllowed(Permissions.GPA_RECALCULATE)
  public void recalculating(WorkProgress progress) {
    watched(progress, () -> summaries.recalculate(progress));
  }

  private static void watched(WorkProgress progress, Supplier<Serializable> work) {
    try {
      progress.end(work.get());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Work over all histories was broken off", e);
    } finally {
      // also where memory ran out: whatever does not end keeps others from beginning
      if (!progress.ended()) {
        progress.fail();
      }
    }
  }
}
