package kz.miras.registrar.access.service.partner.push;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Delivers what waits for one partner, one message after the other, beside the caller: a slow
 * address keeps nobody else waiting. It stops at the first message that is not taken.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PushLane {

  private static final Logger LOG = Logger.getLogger(PushLane.class.getName());

  /** Partners this server is at. */
  private static final Set<Long> UNDERWAY = ConcurrentHashMap.newKeySet();

  /** What has come of attempts and could not be kept, by their partners. */
  private static final Map<Long, Ended> UNTOLD = new ConcurrentHashMap<>();

  /** Messages of one run: whoever has more waits for the next, so that lanes are shared. */
  private static final int MOST = 200;

  @Inject private Pushes pushes;
  @Inject private PushSender sender;

  /** Whether this server is at a partner already. */
  static boolean isUnderway(long partner) {
    return UNDERWAY.contains(partner);
  }

  /** Delivers what waits for a partner. */
  @Asynchronous
  public void run(long partner) {
    if (!UNDERWAY.add(partner)) {
      return;
    }
    try {
      Ended untold = UNTOLD.get(partner);
      if (untold != null) {
        keep(untold);
      }
      for (int sent = 0; sent < MOST && sendNext(partner); sent++) {
        // the next one
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.SEVERE, e, () -> "Messages for partner " + partner + " are left to the next run");
    } finally {
      UNDERWAY.remove(partner);
    }
  }

  private boolean sendNext(long partner) {
    Optional<Parcel> next = pushes.claim(partner);
    if (next.isEmpty()) {
      return false;
    }
    long begun = System.nanoTime();
    PushOutcome outcome = sender.send(next.get());
    keep(new Ended(next.get(), outcome, Duration.ofNanos(System.nanoTime() - begun)));
    return outcome.failure() == null;
  }

  private record Ended(Parcel parcel, PushOutcome outcome, Duration took) {}

  /** What has arrived is not sent again because the database was gone when it had arrived. */
  private void keep(Ended ended) {
    UNTOLD.put(ended.parcel().partner(), ended);
    pushes.ended(ended.parcel(), ended.outcome(), ended.took());
    UNTOLD.remove(ended.parcel().partner());
  }
}
