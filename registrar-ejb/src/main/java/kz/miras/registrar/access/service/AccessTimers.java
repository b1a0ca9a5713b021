package kz.miras.registrar.access.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.UniversityTime;

/** Seals audit rows every two seconds; every hour exports the head and clears old failures. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs(Permissions.AUDIT_SEAL)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessTimers {

  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Logger LOG = Logger.getLogger(AccessTimers.class.getName());

  /** Longer than any transaction may last; what is older waits for the hourly sweep. */
  private static final Duration RECENT = Duration.ofMinutes(15);

  @Inject private Sealer sealer;
  @Inject private SignInGuard guard;
  @Inject private UniversityTime time;

  @Resource private TimerService timers;

  private ChainHead exported;
  private Instant nextHour;

  /** Catches up with what was written while no sealer ran. */
  @PostConstruct
  void start() {
    sealSince(Instant.EPOCH);
    export();
    nextHour = hourAfter(time.now());
    again();
  }

  /** Each run asks for the next, so that a long one is never overtaken. */
  private void again() {
    timers.createSingleActionTimer(PAUSE.toMillis(), new TimerConfig(null, false));
  }

  @Timeout
  void tick() {
    try {
      if (time.now().isBefore(nextHour)) {
        sealSince(time.now().minus(RECENT));
      } else {
        nextHour = hourAfter(time.now());
        sealSince(Instant.EPOCH);
        export();
        guard.forget();
      }
    } catch (RuntimeException e) {
      // thrown on, the server would repeat this run beside the next one
      LOG.log(Level.SEVERE, "The hourly work on the audit trail was not finished", e);
    } finally {
      again();
    }
  }

  private static Instant hourAfter(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
  }

  private void sealSince(Instant since) {
    try {
      Batches.all(Sealer.BATCH, most -> sealer.seal(since));
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "Audit rows stay unsealed until the next attempt", e);
    }
  }

  private void export() {
    ChainHead head = sealer.head();
    if (head.position() > 0 && !head.equals(exported)) {
      HeadFile.ofServer().append(head);
      LOG.log(Level.INFO, "Head of the audit chain: {0}", head.line());
      exported = head;
    }
  }
}
