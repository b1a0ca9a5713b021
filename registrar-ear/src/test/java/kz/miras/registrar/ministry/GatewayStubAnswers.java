package kz.miras.registrar.ministry;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayQuery;

/** What the stand-in of the gateway answers about messages, written out as the gateway does. */
final class GatewayStubAnswers {

  private static final Pattern OPERATION = Pattern.compile("<S:Body[^>]*><(?:\\w+:)?(\\w+)[\\s>]");
  private static final String ENVELOPE =
      "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Header/><S:Body>%s"
          + "</S:Body></S:Envelope>";
  private static final String TYPES = "http://bip.bee.kz/AsyncChannel/v10/Types";
  private static final String STATUS =
      "<status><statusCode>%s</statusCode><statusMessage>%s</statusMessage><statusDate>%s"
          + "</statusDate></status>";

  private GatewayStubAnswers() {}

  /** Name of the operation of an envelope. */
  static String operation(byte[] envelope) {
    Matcher found = OPERATION.matcher(new String(envelope, StandardCharsets.UTF_8));
    return found.find() ? found.group(1) : "";
  }

  /** Text of the first part of this name. */
  static Optional<String> named(byte[] envelope, String name) {
    Matcher found =
        Pattern.compile("<" + name + ">([^<]*)</" + name + ">")
            .matcher(new String(envelope, StandardCharsets.UTF_8));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  static byte[] messages(Collection<GatewayMessage> waiting, OffsetDateTime now) {
    StringBuilder all = new StringBuilder();
    for (GatewayMessage one : waiting) {
      all.append("<messages><messageInfo><messageId>")
          .append(one.messageId())
          .append("</messageId><correlationId>")
          .append(one.correlationId())
          .append("</correlationId><serviceId>")
          .append(one.serviceId())
          .append("</serviceId><messageType>RESPONSE</messageType><messageDate>")
          .append(now)
          .append("</messageDate><sender><senderId>gateway</senderId></sender></messageInfo>")
          .append("<messageData><data>")
          .append(one.payload().content().replace("&", "&amp;").replace("<", "&lt;"))
          .append("</data></messageData></messages>");
    }
    return envelope(
        "getMessagesResponse",
        "<response><responseDate>" + now + "</responseDate>" + session() + all + "</response>");
  }

  static byte[] standing(GatewayQuery.Delivery delivery, OffsetDateTime now) {
    return envelope(
        "getMessageStatusResponse",
        "<response><messageState>"
            + delivery
            + "</messageState>"
            + STATUS.formatted("OK", "as it is", now)
            + "<responseDate>"
            + now
            + "</responseDate></response>");
  }

  static byte[] notified(OffsetDateTime now) {
    return envelope(
        "sendDeliveryNotificationResponse",
        "<response><notificationId>"
            + UUID.randomUUID()
            + "</notificationId><responseDate>"
            + now
            + "</responseDate>"
            + session()
            + "</response>");
  }

  static byte[] changed(
      String notification, String messageId, GatewayQuery.Delivery delivery, OffsetDateTime now) {
    return ENVELOPE
        .formatted(
            "<c:changeMassageStatusNotification xmlns:c=\""
                + TYPES
                + "/Client\"><request><notification><notificationId>"
                + notification
                + "</notificationId><messageId>"
                + messageId
                + "</messageId><notificationDate>"
                + now
                + "</notificationDate><messageState>"
                + delivery
                + "</messageState>"
                + STATUS.formatted("OK", "as it is", now)
                + "</notification><requestDate>"
                + now
                + "</requestDate></request></c:changeMassageStatusNotification>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String session() {
    return "<sessionId>{" + UUID.randomUUID() + "}</sessionId>";
  }

  private static byte[] envelope(String operation, String content) {
    return ENVELOPE
        .formatted(
            "<t:" + operation + " xmlns:t=\"" + TYPES + "\">" + content + "</t:" + operation + ">")
        .getBytes(StandardCharsets.UTF_8);
  }
}
