package kz.miras.registrar.correspondence.service.ministry.gateway;

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
import kz.miras.registrar.shared.service.UniversityTime;

/** Sends messages that are due, and asks after others, where the environment names a gateway. */
@Singleton
@Startup
@DependsOn("SchemaUpgrade")
@RunAs("system")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayTimer {

  /** How long the gateway may say nothing of a message before it is asked. */
  private static final Duration QUIET = Duration.ofMinutes(30);

  @Inject private GatewayPost post;
  @Inject private GatewayAsk ask;
  @Inject private GatewayStandings standings;
  @Inject private UniversityTime time;

  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void send() {
    GatewayAddress.ofEnvironment().ifPresent(post::run);
  }

  /** Asks after messages nobody has answered; whoever is told everything need not fetch. */
  @Schedule(hour = "*", minute = "*/10", second = "5", persistent = false)
  void ask() {
    GatewayAddress.ofEnvironment().ifPresent(this::ask);
  }

  private void ask(GatewayAddress address) {
    if (GatewayAddress.isFetching()) {
      standings.awaited().forEach(service -> ask.fetch(address, service));
    }
    standings
        .unanswered(time.now().minus(QUIET))
        .forEach(message -> ask.standing(address, message));
  }
}
