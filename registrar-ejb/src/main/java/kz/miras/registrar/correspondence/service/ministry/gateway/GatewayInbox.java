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
import kz.miras.registrar.correspondence.ministry.gateway.GatewayQuery;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * GOV-22 to GOV-25. Takes what the gateway brings: kept as it came, judged by its signature,
 * acknowledged once and each time alike. Whoever calls is nobody; the signature says who it is.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayInbox {

  @Inject private GatewayStore store;
  @Inject private GatewayStandings standings;
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
    try {
      boolean standing = GatewayQuery.isStanding(envelope);
      GatewayMessage message = standing ? null : GatewayEnvelope.read(envelope);
      Verdict verdict = address.signer().verify(envelope);
      if (!verdict.isAllowed()) {
        return fault("SCE006", words(verdict.refusals().get(0)));
      }
      return standing
          ? standing(envelope)
          : keep(message, envelope, GatewayQuery.namespace(envelope));
    } catch (RegistrarException.Refused refused) {
      return fault("SCE001", words(refused.refusals().get(0)));
    }
  }

  /** GOV-24. Keeps a message whose signature holds; one that came before gets the same answer. */
  public Reply keep(GatewayMessage message, byte[] envelope, String namespace) {
    byte[] answer =
        GatewayEnvelope.acknowledge(message, namespace, UUID.randomUUID().toString(), now());
    boolean isNew = store.incoming(message, envelope, answer);
    if (message.correlationId() != null) {
      // also where it came before: whoever kept it may have gone before this
      store.answered(message.correlationId());
    }
    return new Reply(
        false,
        isNew
            ? answer
            : store.received(message.channel(), message.messageId()).orElseThrow().answer());
  }

  /** GOV-25. What the gateway tells of a message of ours, by its own id once. */
  private Reply standing(byte[] envelope) {
    GatewayQuery.Standing told = GatewayQuery.told(envelope);
    if (told.notificationId() == null || told.messageId() == null) {
      return fault("SCE001", "notificationId, messageId");
    }
    byte[] answer =
        GatewayQuery.acknowledge(
            GatewayQuery.namespace(envelope), now(), "{" + UUID.randomUUID() + "}");
    return new Reply(false, standings.told(told, envelope, answer));
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
