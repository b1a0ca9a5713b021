package kz.miras.registrar.correspondence.service.exchange;

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
import kz.miras.registrar.shared.service.Batches;

/** Forgets every night what partners sent and were told long ago. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CaseTimer {

  private static final Logger LOG = Logger.getLogger(CaseTimer.class.getName());
  private static final int BATCH = 200;

  @Inject private CaseContents contents;

  @Schedule(hour = "3", minute = "30", persistent = false)
  void forget() {
    try {
      Batches.all(BATCH, contents::messages);
      Batches.all(BATCH, contents::files);
      Batches.all(BATCH, contents::cases);
      Batches.all(BATCH, contents::outgoing);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Old contents of partners are left to the next night", e);
    }
  }
}
