package kz.miras.registrar.attestation.service;

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

/** SHT-14. Looks every five minutes for sheets whose entry has been locked meanwhile. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SheetClockTimer {

  private static final Logger LOG = Logger.getLogger(SheetClockTimer.class.getName());

  @Inject private OverdueSheets overdue;

  @Schedule(hour = "*", minute = "*/5", second = "50", persistent = false)
  void escalate() {
    try {
      Again.run(overdue::escalate);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Overdue sheets are left to the next five minutes", e);
    }
  }
}
