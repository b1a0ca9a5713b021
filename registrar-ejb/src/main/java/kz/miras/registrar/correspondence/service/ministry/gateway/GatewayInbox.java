package kz.miras.registrar.correspondence.service.ministry.gateway;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayEnvelope;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayState;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * GOV-22 to GOV-24. Takes what the gateway brings: kept as it came, judged by its signature,
 * acknowledged once and each time alike. Whoever calls is nobody; the signature says who it is.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayInbox {

  @Inject private GatewayStore store;
  @Inject private UniversityTime time;

  /**
   * What is answered.
   *
   * @param fault whether the caller is told of an error
   */
  public record Reply(boolean fault, byte[] envelope) {}

  /** Takes a message where the environment names a gateway. */
  public Reply take(byte[] envelope) {
    Optional<GatewayAddress> address = GatewayAddress.ofEnvironment();
    return address.isEmpty()
        ? fault("SCE004", "the gateway is not set up")
        : take(envelope, address.get());
  }

  /** Takes a message from this gateway. */
  public Reply take(byte[] envelope, GatewayAddress address) {
    GatewayMessage message;
    Verdict verdict;
    try {
      message = GatewayEnvelope.read(envelope);
      verdict = address.signer().verify(envelope);
    } catch (RegistrarException.Refused refused) {
      return fault("SCE001", words(refused.refusals().get(0)));
    }
    if (!verdict.isAllowed()) {
      return fault("SCE006", words(verdict.refusals().get(0)));
    }
    String receipt = UUID.randomUUID().toString();
    byte[] answer = GatewayEnvelope.acknowledge(message, receipt, now());
    Optional<UUID> kept = store.incoming(message, envelope, GatewayState.RECEIVED);
    if (kept.isEmpty()) {
      // it came before: the answer it got, however often it comes
      byte[] before = store.received(message.channel(), message.messageId()).orElseThrow().answer();
      return new Reply(false, before == null ? answer : before);
    }
    store.done(kept.get(), GatewayState.RECEIVED, answer, "OK", null);
    if (message.correlationId() != null) {
      store.answered(message.correlationId());
    }
    return new Reply(false, answer);
  }

  private static String words(Refusal refusal) {
    return Messages.text(Language.RU, refusal);
  }

  private Reply fault(String code, String text) {
    return new Reply(true, GatewayEnvelope.fault(GatewayChannel.ASYNC, true, code, text, now()));
  }

  private OffsetDateTime now() {
    return time.now().atZone(time.zone()).toOffsetDateTime();
  }
}
