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
import java.util.function.IntUnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Forgets every night what partners sent long ago. */
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
      all(contents::messages);
      all(contents::files);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Old contents of partners are left to the next night", e);
    }
  }

  private static void all(IntUnaryOperator some) {
    int forgotten;
    do {
      forgotten = some.applyAsInt(BATCH);
    } while (forgotten == BATCH);
  }
}
