package kz.miras.registrar.access.service.partner;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** Forgets every night what partners sent long ago, old counts and old signatures. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PartnerTimer {

  private static final Logger LOG = Logger.getLogger(PartnerTimer.class.getName());
  private static final int BATCH = 500;

  /** Longer than any message stays fresh, whatever the setting says. */
  private static final Duration SIGNATURES = Duration.ofDays(7);

  private static final Duration COUNTS = Duration.ofDays(3);

  @Inject private CallJournal journal;
  @Inject private TableRows rows;
  @Inject private UniversityTime time;

  @Schedule(hour = "3", minute = "20", persistent = false)
  void forget() {
    try {
      Batches.all(BATCH, journal::forget);
      rows.change(
          "DELETE FROM partner_signature WHERE seen_at < ?",
          TableRows.utc(time.now().minus(SIGNATURES)));
      rows.change(
          "DELETE FROM partner_rate WHERE begins_at < ?", TableRows.utc(time.now().minus(COUNTS)));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Old calls of partners are left to the next night", e);
    }
  }
}
