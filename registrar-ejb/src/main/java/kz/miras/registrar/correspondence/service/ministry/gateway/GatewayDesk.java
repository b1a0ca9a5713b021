package kz.miras.registrar.correspondence.service.ministry.gateway;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayEnvelope;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayPayload;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayState;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** Messages to services of the government, asked for by the office. */
@Stateless
@Guarded
public class GatewayDesk {

  @Inject private GatewayStore store;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** A message as the screens show it; passwords left out. */
  public record View(
      UUID uuid,
      boolean outgoing,
      GatewayChannel channel,
      String messageId,
      String correlationId,
      String serviceId,
      GatewayState state,
      String original,
      String answer,
      String code,
      String text,
      int attempts,
      String by,
      Instant at)
      implements Serializable {}

  /** Whether the environment names a gateway. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public boolean isOn() {
    return GatewayAddress.ofEnvironment().isPresent();
  }

  /**
   * Keeps a message to be sent as soon as the gateway answers.
   *
   * @throws RegistrarException.Refused where no gateway is set up, no service is named, or what it
   *     carries cannot be written so
   */
  @RolesAllowed(Permissions.EXCHANGE_SEND)
  public UUID send(GatewayChannel channel, String service, GatewayPayload payload) {
    GatewayAddress address =
        GatewayAddress.ofEnvironment()
            .orElseThrow(
                () -> new RegistrarException.Refused(Refusal.of("ministry.gateway.off", "GOV-24")));
    if (service == null || service.isBlank()) {
      throw new RegistrarException.Refused(
          Refusal.of("ministry.gateway.service", "GOV-20").at("service"));
    }
    GatewayMessage message =
        new GatewayMessage(
            channel,
            UUID.randomUUID().toString(),
            null,
            service.strip(),
            channel == GatewayChannel.ASYNC ? GatewayMessage.Kind.REQUEST : null,
            time.now().atZone(time.zone()).toOffsetDateTime(),
            address.sender(),
            address.password(),
            Map.of(),
            payload);
    UUID kept = store.outgoing(message, GatewayEnvelope.write(message), access.current().login());
    audit.record("gateway.send", "GatewayMessage", kept, null, service);
    return kept;
  }

  /** A message. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public View view(UUID uuid) {
    GatewayStore.Kept kept =
        store.one(uuid).orElseThrow(() -> new RegistrarException.NotFound("gateway-message", uuid));
    audit.record("gateway.read", "GatewayMessage", uuid, null, null);
    return new View(
        kept.uuid(),
        kept.outgoing(),
        kept.channel(),
        kept.messageId(),
        kept.correlationId(),
        kept.serviceId(),
        kept.state(),
        shown(kept.original()),
        kept.answer() == null ? null : shown(kept.answer()),
        kept.code(),
        kept.text(),
        kept.attempts(),
        kept.by(),
        kept.at());
  }

  private static String shown(byte[] envelope) {
    return new String(envelope, StandardCharsets.UTF_8)
        .replaceAll("<password>[^<]*</password>", "<password>…</password>");
  }
}
