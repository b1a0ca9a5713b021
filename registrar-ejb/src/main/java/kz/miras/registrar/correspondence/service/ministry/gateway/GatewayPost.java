package kz.miras.registrar.correspondence.service.ministry.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayEnvelope;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayState;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayStore.Kept;
import kz.miras.registrar.shared.RegistrarException;

/**
 * GOV-24. Sends messages that are due, each with the same id however often, and keeps the answer as
 * it came. Nothing of what is sent or answered is logged.
 */
@ApplicationScoped
public class GatewayPost {

  private static final Logger LOG = Logger.getLogger(GatewayPost.class.getName());

  private static final int OK = 200;

  /** Of SOAP, with a fault in it. */
  private static final int FAULT = 500;

  /** Codes of faults that say: later. */
  private static final String INTERNAL = "SCE909";

  @Inject private GatewayStore store;

  /** Sends all that is due. */
  public void run(GatewayAddress address) {
    for (UUID one : store.due()) {
      store.claim(one).ifPresent(message -> deliver(message, address));
    }
  }

  private void deliver(Kept message, GatewayAddress address) {
    if (address.url(message.channel()) == null) {
      store.later(message, "no address");
      return;
    }
    try {
      answered(message, GatewayWire.send(address, message.channel(), message.original()), address);
    } catch (IOException e) {
      LOG.log(Level.INFO, "Message {0} waits: {1}", new Object[] {message.uuid(), e.getClass()});
      store.later(message, e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      store.later(message, "interrupted");
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Message " + message.uuid() + " waits");
      store.later(message, e.getClass().getSimpleName());
    }
  }

  private void answered(Kept message, HttpResponse<byte[]> answer, GatewayAddress address) {
    Optional<GatewayEnvelope.Answer> read =
        answer.statusCode() == OK || answer.statusCode() == FAULT
            ? read(answer.body())
            : Optional.empty();
    if (read.isEmpty() || read.get().fault() && read.get().code().equals(INTERNAL)) {
      store.later(message, "HTTP " + answer.statusCode());
      return;
    }
    boolean trusted =
        read.get().fault()
            || message.channel() == GatewayChannel.ASYNC
            || address.signer().verify(answer.body()).isAllowed();
    GatewayState state =
        !trusted || read.get().fault()
            ? GatewayState.FAILED
            : message.channel() == GatewayChannel.SYNC ? GatewayState.ANSWERED : GatewayState.SENT;
    store.done(
        message.uuid(),
        state,
        answer.body(),
        trusted ? read.get().code() : "SIGNATURE",
        read.get().text());
  }

  private static Optional<GatewayEnvelope.Answer> read(byte[] body) {
    try {
      return Optional.of(GatewayEnvelope.answer(body));
    } catch (RegistrarException.Refused refused) {
      return Optional.empty();
    }
  }
}
