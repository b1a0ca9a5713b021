package kz.miras.registrar.shared.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The one source of time. Instants are UTC; "today", deadlines and windows are days of the
 * university's zone, which the environment may change (REGISTRAR_ZONE, default Asia/Almaty).
 */
@ApplicationScoped
public class UniversityTime {

  private final ZoneId zone;
  private final Clock clock;

  public UniversityTime() {
    this.zone = ZoneId.of(System.getenv().getOrDefault("REGISTRAR_ZONE", "Asia/Almaty"));
    this.clock = Clock.systemUTC();
  }

  /** The clock for everything that asks "when". */
  @Produces
  public Clock clock() {
    return clock.withZone(zone);
  }

  public ZoneId zone() {
    return zone;
  }

  public LocalDate today() {
    return LocalDate.now(clock.withZone(zone));
  }

  public Instant now() {
    return clock.instant();
  }
}
