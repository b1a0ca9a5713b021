package kz.miras.registrar.access.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
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
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.RoomState;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Keeps the waiting room's pace and figures fresh; tells the log once a minute how it looks while
 * somebody waits.
 */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WaitingRoomTimer {

  private static final Logger LOG = Logger.getLogger(WaitingRoomTimer.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject private Doorkeeper door;
  @Inject private TicketClaims claims;
  @Inject private UniversityTime time;

  @Resource private TimerService timers;

  private Instant told = Instant.EPOCH;
  private Instant forgotten = Instant.EPOCH;
  private RoomState before;

  @PostConstruct
  void start() {
    before = door.state();
    again();
  }

  private void again() {
    timers.createSingleActionTimer(PAUSE.toMillis(), new TimerConfig(null, false));
  }

  @Timeout
  void tick() {
    try {
      door.adjust();
      tell(time.now());
      if (!forgotten.plus(HOUR).isAfter(time.now())) {
        forgotten = time.now();
        claims.forget();
      }
    } catch (RuntimeException e) {
      // thrown on, the server would repeat this run beside the next one
      LOG.log(Level.WARNING, "The waiting room keeps its pace until its figures can be read", e);
    } finally {
      again();
    }
  }

  private void tell(Instant now) {
    RoomState state = door.state();
    if (!state.isActive()) {
      before = state;
    } else if (!told.plus(MINUTE).isAfter(now)) {
      told = now;
      LOG.info(
          String.format(
              Locale.ROOT,
              "Waiting room: %d wait, place %d of %d; %d came and %d signed in since it was told"
                  + " last; %.1f a second may, a check takes %d ms; whoever comes now waits %d s",
              state.waiting(),
              state.served(),
              state.issued(),
              state.issued() - before.issued(),
              state.entered() - before.entered(),
              state.perSecond(),
              door.costOfCheck().toMillis(),
              state.delay().toSeconds()));
      before = state;
    }
  }
}
