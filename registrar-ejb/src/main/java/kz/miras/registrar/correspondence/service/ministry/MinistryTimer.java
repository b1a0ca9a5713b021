package kz.miras.registrar.correspondence.service.ministry;

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
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Sends students and orders once a day where the environment says when, compares everything as
 * often as the rules say, and goes on with runs whose node has gone. Without an address of the
 * platform nothing is sent or compared.
 */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MinistryTimer {

  /** Who has done nothing for so long works no more: longer than a request and a pause take. */
  private static final Duration SILENCE = Duration.ofMinutes(4);

  private static final String SYSTEM = "system";

  @Inject private MinistryRows rows;
  @Inject private MinistryStore store;
  @Inject private MinistryWork work;
  @Inject private ComparisonClock clock;
  @Inject private UniversityTime time;

  @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
  void tick() {
    goOn();
    PlatformAddress address = PlatformAddress.ofEnvironment().orElse(null);
    if (address == null) {
      return;
    }
    String at = PlatformAddress.value("REGISTRAR_EPVO_DAILY");
    if (at != null) {
      daily(LocalTime.parse(at), address);
    }
    clock.beginWhereDue(time.now()).ifPresent(run -> work.start(run, address));
  }

  /** Begins the run of the day, once. */
  private void daily(LocalTime at, PlatformAddress address) {
    Instant due = time.today().atTime(at).atZone(time.zone()).toInstant();
    if (time.now().isBefore(due) || rows.hasBegun(SYSTEM, due)) {
      return;
    }
    Optional<UUID> run = store.beginOnce(RunKind.SEND, PlatformType.everyDay(), true, SYSTEM, due);
    run.ifPresent(uuid -> work.start(uuid, address));
  }

  private void goOn() {
    Instant since = time.now().minus(SILENCE);
    for (UUID run : rows.silent(since)) {
      PlatformAddress address = PlatformAddress.ofEnvironment().orElse(null);
      boolean online = rows.run(run).orElseThrow().kind().isOnline();
      if ((address != null || !online) && store.claim(run, since)) {
        work.start(run, online ? address : null);
      }
    }
  }
}
