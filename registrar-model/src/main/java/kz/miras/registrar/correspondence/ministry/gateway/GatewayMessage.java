package kz.miras.registrar.correspondence.ministry.gateway;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;

/**
 * A message to or from the gateway.
 *
 * @param messageId the sender's id, the same however often it is sent
 * @param correlationId what it belongs to; null for none
 * @param serviceId name in the register of the gateway
 * @param kind of the asynchronous channel; null of the synchronous one
 * @param senderId who sends
 * @param password the sender's; null for none
 * @param properties by their keys
 * @param payload what it carries; null for nothing
 */
public record GatewayMessage(
    GatewayChannel channel,
    String messageId,
    String correlationId,
    String serviceId,
    Kind kind,
    OffsetDateTime date,
    String senderId,
    String password,
    Map<String, String> properties,
    GatewayPayload payload)
    implements Serializable {

  /** Kinds of messages of the asynchronous channel. */
  public enum Kind {
    REQUEST,
    RESPONSE,
    NOTIFICATION
  }

  public GatewayMessage {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(serviceId, "serviceId");
    Objects.requireNonNull(date, "date");
    properties = properties == null ? Map.of() : properties;
  }

  /** Without the password, wherever it is written. */
  @Override
  public String toString() {
    return channel + " " + serviceId + " " + messageId;
  }
}
