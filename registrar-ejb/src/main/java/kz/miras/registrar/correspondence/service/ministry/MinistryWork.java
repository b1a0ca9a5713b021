package kz.miras.registrar.correspondence.service.ministry;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.SendPauses;

/**
 * GOV-12. Does a run part by part, step by step beside whoever began it; each step is written down
 * with how far it came, so that the next who takes the run goes on there.
 */
@Stateless
@PermitAll
@RunAs("system")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MinistryWork {

  private static final Logger LOG = Logger.getLogger(MinistryWork.class.getName());

  @Inject private MinistryRows rows;
  @Inject private MinistryStore store;
  @Inject private NumberBook numbers;
  @Inject private OutgoingPart outgoing;
  @Inject private ReadBack readBack;

  /** Works beside the caller until nothing is left. */
  @Asynchronous
  public void start(UUID run, PlatformAddress address) {
    work(run, address, SendPauses.USUAL);
  }

  /**
   * Works until nothing is left, the run is stopped, or the platform stays silent.
   *
   * @param address null where the run needs no platform
   */
  public void work(UUID uuid, PlatformAddress address, SendPauses pauses) {
    try {
      numbers.giveAll();
      MinistryRun run = rows.run(uuid).orElseThrow();
      Platform platform = address == null ? null : new PlatformClient(address, rows.names());
      BatchSending.Pausing pausing = pause -> pause(uuid, pause);
      for (MinistryRun.Part part : run.parts()) {
        boolean done =
            part.ended()
                || (run.kind() == RunKind.READ_BACK
                    ? readBack.part(run, part, platform)
                    : outgoing.part(run, part, platform, pauses, pausing));
        if (!done) {
          return;
        }
      }
      store.end(uuid);
    } catch (PlatformFailure failure) {
      LOG.log(Level.WARNING, "Run {0} stops: {1}", new Object[] {uuid, failure.getMessage()});
      store.stop(
          uuid,
          "ministry.trouble." + failure.kind().name(),
          failure.status() == 0 ? null : "HTTP " + failure.status());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, e, () -> "Run " + uuid + " stops");
      store.stop(uuid, "ministry.trouble.SYSTEM", null);
    }
  }

  /** Waits, and says meanwhile that somebody works. */
  private void pause(UUID run, Duration pause) {
    store.alive(run);
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
