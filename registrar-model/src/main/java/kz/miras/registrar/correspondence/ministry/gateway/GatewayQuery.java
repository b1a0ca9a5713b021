package kz.miras.registrar.correspondence.ministry.gateway;

import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.malformed;
import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.only;
import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.operation;
import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.put;
import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.text;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import kz.miras.registrar.shared.Keyed;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * GOV-20, GOV-25. What is asked and told about messages of the asynchronous channel: messages that
 * wait there, how one stands, that one has arrived.
 */
public final class GatewayQuery {

  private static final String NAMESPACE = GatewayChannel.ASYNC.namespace();

  /** As the gateway spells it. */
  private static final String CHANGED = "changeMassageStatusNotification";

  private GatewayQuery() {}

  /** How a message stands at the gateway. */
  public enum Delivery implements Keyed {
    ON_DELIVERY,
    DELIVERED,
    NOT_DELIVERED,
    DELIVERY_STOPPED;

    /** Whether its way has ended without its arriving. */
    public boolean isLost() {
      return this == NOT_DELIVERED || this == DELIVERY_STOPPED;
    }

    @Override
    public String key() {
      return "ministry.delivery." + name();
    }
  }

  /**
   * How a message stands.
   *
   * @param notificationId of what the gateway tells by itself; null where it was asked
   * @param messageId the sender's; null where it was asked
   * @param text what the gateway says of it; may be empty
   */
  public record Standing(String notificationId, String messageId, Delivery delivery, String text)
      implements Serializable {}

  /**
   * Asks for messages of a service that wait.
   *
   * @param most how many at once
   */
  public static byte[] waiting(
      String service, int most, String sender, String password, OffsetDateTime now) {
    Document document = GatewayXml.empty();
    Element request = request(document, "getMessages");
    put(document, request, "requestDate", now.toString());
    put(document, request, "serviceId", service);
    sender(document, request, sender, password);
    put(document, request, "amount", String.valueOf(most));
    return GatewayXml.write(document);
  }

  /** The messages that waited, in their order. */
  public static List<GatewayMessage> messages(byte[] answer) {
    Element response = only(answered(answer, "getMessagesResponse"), "response");
    return GatewayXml.children(response).stream()
        .filter(child -> "messages".equals(child.getLocalName()))
        .map(child -> GatewayEnvelope.message(GatewayChannel.ASYNC, child))
        .toList();
  }

  /** Asks how a message stands. */
  public static byte[] standing(
      String messageId, String sender, String password, OffsetDateTime now) {
    Document document = GatewayXml.empty();
    Element request = request(document, "getMessageStatus");
    put(document, request, "messageId", messageId);
    put(document, request, "requestDate", now.toString());
    sender(document, request, sender, password);
    return GatewayXml.write(document);
  }

  /** How it stands. */
  public static Standing standing(byte[] answer) {
    return standing(only(answered(answer, "getMessageStatusResponse"), "response"));
  }

  /** Tells that a message has arrived and need not come again. */
  public static byte[] arrived(
      GatewayMessage message, String sender, String password, OffsetDateTime now) {
    Document document = GatewayXml.empty();
    Element request = request(document, "sendDeliveryNotification");
    Element notification = PayloadWriter.add(document, request, "notification", null);
    put(document, notification, "messageId", message.messageId());
    put(document, notification, "serviceId", message.serviceId());
    put(document, notification, "notificationDate", now.toString());
    Element status = PayloadWriter.add(document, notification, "deliveryStatus", null);
    put(document, status, "receiveStatus", "RECEIVED");
    put(document, status, "statusDate", now.toString());
    put(document, status, "resendMessage", "false");
    put(document, request, "requestDate", now.toString());
    sender(document, request, sender, password);
    return GatewayXml.write(document);
  }

  /** Whether an envelope tells how a message of ours stands. */
  public static boolean isStanding(byte[] envelope) {
    Element operation = operation(GatewayXml.read(envelope));
    return CHANGED.equals(operation.getLocalName())
        && GatewayChannel.ASYNC.isNamespace(operation.getNamespaceURI());
  }

  /** What the gateway tells by itself of a message of ours. */
  public static Standing told(byte[] envelope) {
    return standing(only(only(operation(GatewayXml.read(envelope)), "request"), "notification"));
  }

  /** The envelope that acknowledges it. */
  public static byte[] acknowledge(String namespace, OffsetDateTime now, String session) {
    Document document = GatewayXml.empty();
    Element response =
        PayloadWriter.add(
            document, operation(document, namespace, CHANGED + "Response"), "response", null);
    put(document, response, "responseDate", now.toString());
    put(document, response, "sessionId", session);
    return GatewayXml.write(document);
  }

  /** Namespace of the operation of an envelope. */
  public static String namespace(byte[] envelope) {
    return operation(GatewayXml.read(envelope)).getNamespaceURI();
  }

  private static Standing standing(Element told) {
    Delivery delivery;
    try {
      delivery = Delivery.valueOf(text(told, "messageState").orElseThrow(GatewayParts::malformed));
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
    return new Standing(
        text(told, "notificationId").orElse(null),
        text(told, "messageId").orElse(null),
        delivery,
        GatewayXml.only(told, null, "status")
            .flatMap(status -> text(status, "statusMessage"))
            .orElse(""));
  }

  private static Element answered(byte[] answer, String name) {
    Element operation = operation(GatewayXml.read(answer));
    if (!name.equals(operation.getLocalName())) {
      throw malformed();
    }
    return operation;
  }

  private static Element request(Document document, String name) {
    return PayloadWriter.add(document, operation(document, NAMESPACE, name), "request", null);
  }

  private static void sender(Document document, Element request, String id, String password) {
    Element sender = PayloadWriter.add(document, request, "sender", null);
    put(document, sender, "senderId", id);
    put(document, sender, "password", password);
  }
}
