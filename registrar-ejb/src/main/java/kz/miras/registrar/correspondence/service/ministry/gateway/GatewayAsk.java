package kz.miras.registrar.correspondence.service.ministry.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayQuery;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * GOV-25. Asks the gateway for messages that wait there and how those of ours stand. What cannot be
 * read, or is not signed by it, changes nothing and is asked for again.
 */
@ApplicationScoped
public class GatewayAsk {

  private static final Logger LOG = Logger.getLogger(GatewayAsk.class.getName());

  /** Messages that are fetched at once. */
  private static final int MOST = 20;

  private static final int OK = 200;

  @Inject private GatewayStandings standings;
  @Inject private GatewayInbox inbox;
  @Inject private UniversityTime time;

  /**
   * Fetches what waits of a service, and tells of each that it has arrived.
   *
   * @return how many were fetched; empty where the gateway did not answer
   */
  public Optional<Integer> fetch(GatewayAddress address, String service) {
    Optional<byte[]> answer =
        answer(
            address,
            GatewayQuery.waiting(service, MOST, address.sender(), address.password(), now()));
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    List<GatewayMessage> messages;
    try {
      messages = GatewayQuery.messages(answer.get());
    } catch (RegistrarException.Refused refused) {
      return Optional.empty();
    }
    for (GatewayMessage message : messages) {
      inbox.keep(message, answer.get(), GatewayChannel.ASYNC.namespace());
      // not until it is kept: what is told to have arrived does not come again
      answer(address, GatewayQuery.arrived(message, address.sender(), address.password(), now()));
    }
    return Optional.of(messages.size());
  }

  /** Asks how a message of ours stands; empty where the gateway did not tell. */
  public Optional<GatewayQuery.Standing> standing(GatewayAddress address, String messageId) {
    Optional<GatewayQuery.Standing> told =
        answer(
                address,
                GatewayQuery.standing(messageId, address.sender(), address.password(), now()))
            .flatMap(GatewayAsk::standing);
    told.ifPresent(standing -> standings.standing(messageId, standing));
    return told;
  }

  private static Optional<GatewayQuery.Standing> standing(byte[] answer) {
    try {
      return Optional.of(GatewayQuery.standing(answer));
    } catch (RegistrarException.Refused refused) {
      return Optional.empty();
    }
  }

  /** What was answered, where the gateway has signed it. */
  private Optional<byte[]> answer(GatewayAddress address, byte[] envelope) {
    if (address.url(GatewayChannel.ASYNC) == null) {
      return Optional.empty();
    }
    try {
      HttpResponse<byte[]> answer = GatewayWire.send(address, GatewayChannel.ASYNC, envelope);
      return answer.statusCode() == OK && address.signer().verify(answer.body()).isAllowed()
          ? Optional.of(answer.body())
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.INFO, "The gateway was asked in vain: {0}", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }

  private OffsetDateTime now() {
    return time.now().atZone(time.zone()).toOffsetDateTime();
  }
}
