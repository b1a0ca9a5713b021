package kz.miras.registrar.correspondence.ministry.gateway;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** GOV-23. Trees of XML of strangers: nothing is fetched, expanded or laid out anew. */
final class GatewayXml {

  static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

  private GatewayXml() {}

  static Document empty() {
    return builder().newDocument();
  }

  /**
   * Reads a message.
   *
   * @throws RegistrarException.Refused where it is no XML, or has a document type
   */
  static Document read(byte[] message) {
    try {
      return builder().parse(new ByteArrayInputStream(message));
    } catch (SAXException | IOException e) {
      RegistrarException.refuse(
          Verdict.refused(Refusal.of("ministry.gateway.unreadable", "GOV-23")));
      throw new IllegalStateException("a message that cannot be read", e);
    }
  }

  static byte[] write(Node node) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
      transformer.transform(new DOMSource(node), new StreamResult(bytes));
    } catch (TransformerException e) {
      throw new IllegalStateException("XML cannot be written", e);
    }
    return bytes.toByteArray();
  }

  static String text(Node node) {
    return new String(write(node), StandardCharsets.UTF_8);
  }

  /** Children that are elements, in their order. */
  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** The only child of a name; empty for none, and for several, which nobody knows apart. */
  static Optional<Element> only(Element parent, String namespace, String name) {
    List<Element> found =
        children(parent).stream()
            .filter(
                child ->
                    name.equals(child.getLocalName())
                        && Objects.equals(namespace, child.getNamespaceURI()))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // what is wrong is told by the exception, not on the console
      builder.setErrorHandler(null);
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform reads XML", e);
    }
  }
}
