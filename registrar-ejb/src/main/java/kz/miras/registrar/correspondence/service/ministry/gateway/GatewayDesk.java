package kz.miras.registrar.correspondence.service.ministry.gateway;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayEnvelope;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayFile;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayPayload;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayQuery;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayState;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** Messages to services of the government, asked for by the office. */
@Stateless
@Guarded
public class GatewayDesk {

  /** How long a file is kept in the storage of the gateway. */
  private static final int DAYS = 30;

  /** What the gateway takes within one message. */
  private static final int LARGEST = 20 << 20;

  @Inject private GatewayStore store;
  @Inject private GatewayStandings standings;
  @Inject private GatewayAsk ask;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * A message as the screens show it; passwords left out.
   *
   * @param delivery how it stands at the gateway; null where it has not told
   * @param file identifier the storage of the gateway has given a file; null for none
   * @param withFile whether a file came with the answer
   */
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
      Instant at,
      GatewayQuery.Delivery delivery,
      Instant toldAt,
      String file,
      boolean withFile)
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
    GatewayAddress address = address();
    if (service == null || service.isBlank()) {
      throw new RegistrarException.Refused(
          Refusal.of("ministry.gateway.service", "GOV-20").at("service"));
    }
    return kept(address, channel, service.strip(), payload, service);
  }

  private UUID kept(
      GatewayAddress address,
      GatewayChannel channel,
      String service,
      GatewayPayload payload,
      String told) {
    GatewayMessage message =
        new GatewayMessage(
            channel,
            UUID.randomUUID().toString(),
            null,
            service,
            channel == GatewayChannel.ASYNC ? GatewayMessage.Kind.REQUEST : null,
            time.now().atZone(time.zone()).toOffsetDateTime(),
            address.sender(),
            address.password(),
            Map.of(),
            payload);
    UUID kept = store.outgoing(message, GatewayEnvelope.write(message), access.current().login());
    audit.record("gateway.send", "GatewayMessage", kept, null, told);
    return kept;
  }

  private static GatewayAddress address() {
    return GatewayAddress.ofEnvironment()
        .orElseThrow(
            () -> new RegistrarException.Refused(Refusal.of("ministry.gateway.off", "GOV-24")));
  }

  /**
   * GOV-26. Puts a file into the gateway's temporary storage; its identifier comes with the answer.
   *
   * @throws RegistrarException.Refused where no gateway is set up, or the file is empty or too
   *     large
   */
  @RolesAllowed(Permissions.EXCHANGE_SEND)
  public UUID putFile(String name, String mime, byte[] content) {
    GatewayAddress address = address();
    if (content == null || content.length == 0 || content.length > LARGEST) {
      throw new RegistrarException.Refused(
          Refusal.of("ministry.gateway.file-size", "GOV-26", LARGEST >> 20).at("file"));
    }
    return kept(
        address,
        GatewayChannel.SYNC,
        GatewayFile.SERVICE,
        GatewayFile.put(
            UUID.randomUUID().toString(),
            name,
            mime == null ? "application/octet-stream" : mime,
            content,
            DAYS,
            address.sender(),
            address.password()),
        name);
  }

  /** GOV-26. Asks for a file of the storage; it comes with the answer. */
  @RolesAllowed(Permissions.EXCHANGE_SEND)
  public UUID getFile(String identifier) {
    GatewayAddress address = address();
    if (identifier == null || identifier.isBlank()) {
      throw new RegistrarException.Refused(
          Refusal.of("ministry.gateway.file", "GOV-26", "").at("identifier"));
    }
    return kept(
        address,
        GatewayChannel.SYNC,
        GatewayFile.SERVICE,
        GatewayFile.get(identifier.strip(), address.sender(), address.password()),
        identifier.strip());
  }

  /** The file that came with an answer. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public GatewayFile.Stored file(UUID uuid) {
    GatewayStore.Kept kept = one(uuid);
    audit.record("gateway.file", "GatewayMessage", uuid, null, null);
    return GatewayFile.stored(GatewayEnvelope.answer(kept.answer()).payload());
  }

  /**
   * GOV-25. Asks how a message stands.
   *
   * @return whether the gateway told
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RolesAllowed(Permissions.EXCHANGE_SEND)
  public boolean ask(UUID uuid) {
    audit.record("gateway.ask", "GatewayMessage", uuid, null, null);
    return ask.standing(address(), one(uuid).messageId()).isPresent();
  }

  /**
   * GOV-25. Fetches what waits of all services whose answers are awaited.
   *
   * @return how many messages; empty where the gateway did not answer
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  @RolesAllowed(Permissions.EXCHANGE_SEND)
  public OptionalInt fetch() {
    GatewayAddress address = address();
    audit.record("gateway.fetch", "GatewayMessage", "awaited", null, null);
    int fetched = 0;
    for (String service : standings.awaited()) {
      Optional<Integer> some = ask.fetch(address, service);
      if (some.isEmpty()) {
        return OptionalInt.empty();
      }
      fetched += some.get();
    }
    return OptionalInt.of(fetched);
  }

  /** A message. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public View view(UUID uuid) {
    GatewayStore.Kept kept = one(uuid);
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
        kept.at(),
        kept.delivery(),
        kept.toldAt(),
        ofStorage(kept, GatewayFile::identifier).orElse(null),
        ofStorage(kept, GatewayFile::stored).isPresent());
  }

  private GatewayStore.Kept one(UUID uuid) {
    return store
        .one(uuid)
        .orElseThrow(() -> new RegistrarException.NotFound("gateway-message", uuid));
  }

  /** What the answer of the storage tells; empty where it tells no such thing. */
  private static <T> Optional<T> ofStorage(
      GatewayStore.Kept kept, Function<GatewayPayload, T> reading) {
    if (!kept.serviceId().equals(GatewayFile.SERVICE) || kept.state() != GatewayState.ANSWERED) {
      return Optional.empty();
    }
    try {
      return Optional.of(reading.apply(GatewayEnvelope.answer(kept.answer()).payload()));
    } catch (RegistrarException.Refused refused) {
      return Optional.empty();
    }
  }

  private static String shown(byte[] envelope) {
    return new String(envelope, StandardCharsets.UTF_8)
        .replaceAll("(<(?:\\w+:)?password[^>]*>)[^<]*", "$1…")
        .replaceAll("(<(?:\\w+:)?content[^>]*>)([^<]{80})[^<]*", "$1$2…");
  }
}
