package kz.miras.registrar.correspondence.ministry.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * GOV-21. Writes what a message carries by its convention, and tells from what comes which it is.
 */
final class PayloadWriter {

  private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
  private static final String XS = XMLConstants.W3C_XML_SCHEMA_NS_URI;
  private static final String XMLNS = XMLConstants.XMLNS_ATTRIBUTE_NS_URI;

  private PayloadWriter() {}

  /** The element {@code data} of a message. */
  static Element write(Document document, GatewayPayload payload) {
    Element data = document.createElementNS(null, "data");
    switch (payload.convention()) {
      case TEXT -> {
        data.setAttributeNS(XMLNS, "xmlns:xs", XS);
        data.setAttributeNS(XMLNS, "xmlns:xsi", XSI);
        data.setAttributeNS(XSI, "xsi:type", "xs:string");
        data.setTextContent(payload.content());
      }
      case INLINE -> inline(document, data, payload);
      case PARAMETERS -> data.appendChild(parameters(document, payload));
    }
    return data;
  }

  private static void inline(Document document, Element data, GatewayPayload payload) {
    int end = payload.type().lastIndexOf('#');
    data.setAttributeNS(XMLNS, "xmlns:xsi", XSI);
    data.setAttributeNS(XMLNS, "xmlns:q1", payload.type().substring(0, end));
    data.setAttributeNS(XSI, "xsi:type", "q1:" + payload.type().substring(end + 1));
    Document content = GatewayXml.read(payload.content().getBytes(StandardCharsets.UTF_8));
    // the type names the element, so that what is inside it is carried
    for (Element child : GatewayXml.children(content.getDocumentElement())) {
      data.appendChild(document.importNode(child, true));
    }
  }

  private static Element parameters(Document document, GatewayPayload payload) {
    Element request = document.createElementNS(null, "Request");
    request.setAttribute("serviceName", payload.type());
    payload
        .parameters()
        .forEach(
            (name, values) -> {
              Element param = add(document, request, "param", null);
              add(document, param, "key", name);
              add(document, param, "type", "string");
              Element list = add(document, param, "values", null);
              values.forEach(value -> add(document, list, "value", value));
            });
    return request;
  }

  static Element add(Document document, Element parent, String name, String text) {
    Element child = document.createElementNS(null, name);
    if (text != null) {
      child.setTextContent(text);
    }
    parent.appendChild(child);
    return child;
  }

  /** What the element {@code data} carries; null where it is empty. */
  static GatewayPayload read(Element data) {
    String type = data.getAttributeNS(XSI, "type");
    List<Element> children = GatewayXml.children(data);
    Optional<Element> request = GatewayXml.only(data, null, "Request");
    if (request.isPresent() && request.get().hasAttribute("serviceName")) {
      return parameters(request.get());
    }
    if (!children.isEmpty()) {
      return GatewayPayload.inline(qualified(data, type), GatewayXml.text(data));
    }
    String text = data.getTextContent();
    return text.isBlank() ? null : GatewayPayload.text(text);
  }

  private static String qualified(Element data, String type) {
    int colon = type.indexOf(':');
    return colon < 0
        ? "#" + (type.isEmpty() ? "anyType" : type)
        : data.lookupNamespaceURI(type.substring(0, colon)) + "#" + type.substring(colon + 1);
  }

  private static GatewayPayload parameters(Element request) {
    LinkedHashMap<String, List<String>> parameters = new LinkedHashMap<>();
    for (Element param : GatewayXml.children(request)) {
      List<String> values = new ArrayList<>();
      GatewayXml.only(param, null, "values")
          .ifPresent(
              list -> GatewayXml.children(list).forEach(one -> values.add(one.getTextContent())));
      GatewayXml.only(param, null, "key")
          .ifPresent(key -> parameters.put(key.getTextContent(), values));
    }
    return GatewayPayload.parameters(request.getAttribute("serviceName"), parameters);
  }
}
