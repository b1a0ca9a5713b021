package kz.miras.registrar.correspondence.ministry.gateway;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** GOV-20. Parts of envelopes: only the operation is in a namespace. */
final class GatewayParts {

  private GatewayParts() {}

  /** A new envelope with this operation in its body. */
  static Element operation(Document document, String namespace, String name) {
    Element operation = document.createElementNS(namespace, "t:" + name);
    body(document).appendChild(operation);
    return operation;
  }

  /** The body of a new envelope. */
  static Element body(Document document) {
    Element envelope = document.createElementNS(GatewayXml.SOAP, "S:Envelope");
    document.appendChild(envelope);
    envelope.appendChild(document.createElementNS(GatewayXml.SOAP, "S:Header"));
    Element body = document.createElementNS(GatewayXml.SOAP, "S:Body");
    envelope.appendChild(body);
    return body;
  }

  /** The one entry of the body that was read. */
  static Element operation(Document document) {
    Element envelope = document.getDocumentElement();
    if (!GatewayXml.SOAP.equals(envelope.getNamespaceURI())
        || !"Envelope".equals(envelope.getLocalName())) {
      throw malformed();
    }
    Element body =
        GatewayXml.only(envelope, GatewayXml.SOAP, "Body").orElseThrow(GatewayParts::malformed);
    if (GatewayXml.children(body).size() != 1) {
      throw malformed();
    }
    return GatewayXml.children(body).get(0);
  }

  static Element only(Element parent, String name) {
    return GatewayXml.only(parent, null, name).orElseThrow(GatewayParts::malformed);
  }

  static Optional<String> text(Element parent, String name) {
    return GatewayXml.only(parent, null, name)
        .map(child -> child.getTextContent().strip())
        .filter(text -> !text.isEmpty());
  }

  /** A part with a text; nothing for null. */
  static void put(Document document, Element parent, String name, String text) {
    if (text != null) {
      PayloadWriter.add(document, parent, name, text);
    }
  }

  static OffsetDateTime moment(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw malformed();
    }
  }

  static RuntimeException malformed() {
    RegistrarException.refuse(Verdict.refused(Refusal.of("ministry.gateway.malformed", "GOV-20")));
    return new IllegalStateException("an envelope of another shape");
  }
}
