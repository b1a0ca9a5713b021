package kz.miras.registrar.correspondence.ministry.gateway;

import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.body;
import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.malformed;
import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.moment;
import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.only;
import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.operation;
import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.put;
import static kz.miras.registrar.correspondence.ministry.gateway.GatewayParts.text;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * GOV-20. Envelopes of the gateway, SOAP 1.1: of a message, of an answer to one, of a fault. Only
 * the operation is in a namespace.
 */
public final class GatewayEnvelope {

  private static final int LONGEST_KEY = 30;
  private static final int LONGEST_VALUE = 500;

  private GatewayEnvelope() {}

  /**
   * What was answered.
   *
   * @param code {@code SCSS001} and the like; the code of the error where {@code fault}
   * @param payload null of the asynchronous channel, whose answer comes later
   */
  public record Answer(
      String messageId,
      String correlationId,
      String code,
      String text,
      boolean fault,
      GatewayPayload payload) {}

  /** The envelope of a message. */
  public static byte[] write(GatewayMessage message) {
    Document document = GatewayXml.empty();
    Element request =
        operation(document, message.channel().namespace(), message.channel().operation());
    Element parts = PayloadWriter.add(document, request, "request", null);
    Element head = PayloadWriter.add(document, parts, message.channel().head(), null);
    put(document, head, "messageId", message.messageId());
    put(document, head, "correlationId", message.correlationId());
    put(document, head, "serviceId", message.serviceId());
    if (message.channel() == GatewayChannel.ASYNC) {
      put(document, head, "messageType", message.kind().name());
    }
    put(document, head, "messageDate", message.date().toString());
    Element sender = PayloadWriter.add(document, head, "sender", null);
    put(document, sender, "senderId", message.senderId());
    put(document, sender, "password", message.password());
    message
        .properties()
        .forEach(
            (key, value) -> {
              Element property = PayloadWriter.add(document, head, "properties", null);
              put(document, property, "key", fitted(key, LONGEST_KEY));
              put(document, property, "value", fitted(value, LONGEST_VALUE));
            });
    Element body = PayloadWriter.add(document, parts, message.channel().body(), null);
    if (message.payload() != null) {
      body.appendChild(PayloadWriter.write(document, message.payload()));
    }
    return GatewayXml.write(document);
  }

  private static String fitted(String text, int longest) {
    RegistrarException.refuse(
        text.length() > longest
            ? Verdict.refused(Refusal.of("ministry.gateway.property", "GOV-20", longest))
            : Verdict.allowed());
    return text;
  }

  /**
   * The message of an envelope, of either channel.
   *
   * @throws RegistrarException.Refused where it is none
   */
  public static GatewayMessage read(byte[] envelope) {
    Element operation = operation(GatewayXml.read(envelope));
    return message(channel(operation), only(operation, "request"));
  }

  /** A message of its parts. */
  static GatewayMessage message(GatewayChannel channel, Element parts) {
    Element head = only(parts, channel.head());
    Map<String, String> properties = new LinkedHashMap<>();
    for (Element child : GatewayXml.children(head)) {
      if ("properties".equals(child.getLocalName())) {
        properties.put(text(child, "key").orElse(""), text(child, "value").orElse(""));
      }
    }
    Optional<Element> sender = GatewayXml.only(head, null, "sender");
    return new GatewayMessage(
        channel,
        text(head, "messageId").orElseGet(() -> own(channel, parts)),
        text(head, "correlationId").orElse(null),
        text(head, "serviceId").orElseThrow(GatewayParts::malformed),
        text(head, "messageType").map(GatewayEnvelope::kind).orElse(null),
        moment(text(head, "messageDate").orElseThrow(GatewayParts::malformed)),
        sender.flatMap(one -> text(one, "senderId")).orElse(null),
        sender.flatMap(one -> text(one, "password")).orElse(null),
        properties,
        GatewayXml.only(parts, null, channel.body())
            .flatMap(body -> GatewayXml.only(body, null, "data"))
            .map(PayloadWriter::read)
            .orElse(null));
  }

  /** Only the asynchronous channel may leave the id out; what comes twice is the same then too. */
  private static String own(GatewayChannel channel, Element parts) {
    if (channel == GatewayChannel.SYNC) {
      throw malformed();
    }
    return UUID.nameUUIDFromBytes(GatewayXml.write(parts)).toString();
  }

  /** The envelope that acknowledges a message. */
  public static byte[] acknowledge(GatewayMessage message, String receipt, OffsetDateTime now) {
    return acknowledge(message, message.channel().namespace(), receipt, now);
  }

  /**
   * The envelope that acknowledges a message the gateway has brought.
   *
   * @param namespace of the operation it was brought by
   */
  public static byte[] acknowledge(
      GatewayMessage message, String namespace, String receipt, OffsetDateTime now) {
    Document document = GatewayXml.empty();
    Element answer = operation(document, namespace, message.channel().operation() + "Response");
    Element response = PayloadWriter.add(document, answer, "response", null);
    if (message.channel() == GatewayChannel.SYNC) {
      response = PayloadWriter.add(document, response, "responseInfo", null);
    }
    put(document, response, "messageId", receipt);
    put(document, response, "correlationId", message.messageId());
    put(document, response, "responseDate", now.toString());
    if (message.channel() == GatewayChannel.SYNC) {
      Element status = PayloadWriter.add(document, response, "status", null);
      put(document, status, "code", "SCSS001");
      put(document, status, "message", "Message has been processed successfully");
    }
    return GatewayXml.write(document);
  }

  /** The envelope of a fault. */
  public static byte[] fault(
      GatewayChannel channel, boolean sender, String code, String text, OffsetDateTime now) {
    Document document = GatewayXml.empty();
    Element fault = document.createElementNS(GatewayXml.SOAP, "S:Fault");
    body(document).appendChild(fault);
    PayloadWriter.add(document, fault, "faultcode", sender ? "S:Client" : "S:Server");
    PayloadWriter.add(document, fault, "faultstring", text);
    Element detail = PayloadWriter.add(document, fault, "detail", null);
    Element error =
        document.createElementNS(
            channel.namespace(),
            "t:" + channel.operation() + "Fault1_" + channel.operation() + "Fault");
    detail.appendChild(error);
    put(document, error, "errorCode", code);
    put(document, error, "errorMessage", text);
    put(document, error, "errorDate", now.toString());
    return GatewayXml.write(document);
  }

  /**
   * What was answered to a message.
   *
   * @throws RegistrarException.Refused where it is no answer
   */
  public static Answer answer(byte[] envelope) {
    Element operation = operation(GatewayXml.read(envelope));
    if ("Fault".equals(operation.getLocalName())) {
      Optional<Element> error =
          GatewayXml.only(operation, null, "detail")
              .flatMap(detail -> GatewayXml.children(detail).stream().findFirst());
      return new Answer(
          null,
          null,
          error.flatMap(one -> text(one, "errorCode")).orElse("FAULT"),
          error
              .flatMap(one -> text(one, "errorMessage"))
              .or(() -> text(operation, "faultstring"))
              .orElse(""),
          true,
          null);
    }
    Element response = only(operation, "response");
    Element info = GatewayXml.only(response, null, "responseInfo").orElse(response);
    Optional<Element> status = GatewayXml.only(info, null, "status");
    return new Answer(
        text(info, "messageId").orElse(null),
        text(info, "correlationId").orElse(null),
        status.flatMap(one -> text(one, "code")).orElse("OK"),
        status.flatMap(one -> text(one, "message")).orElse(""),
        false,
        GatewayXml.only(response, null, "responseData")
            .flatMap(data -> GatewayXml.only(data, null, "data"))
            .map(PayloadWriter::read)
            .orElse(null));
  }

  private static GatewayChannel channel(Element operation) {
    for (GatewayChannel channel : GatewayChannel.values()) {
      if (channel.isNamespace(operation.getNamespaceURI())
          && channel.operation().equals(operation.getLocalName())) {
        return channel;
      }
    }
    throw malformed();
  }

  private static GatewayMessage.Kind kind(String name) {
    try {
      return GatewayMessage.Kind.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }
}
