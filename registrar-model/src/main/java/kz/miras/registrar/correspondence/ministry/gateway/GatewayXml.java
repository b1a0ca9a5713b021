package kz.miras.registrar.correspondence.ministry.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.SafeXml;
import kz.miras.registrar.shared.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** GOV-23. Messages as trees, and their parts by name. */
final class GatewayXml {

  static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

  private GatewayXml() {}

  static Document empty() {
    return SafeXml.parser().newDocument();
  }

  /**
   * Reads a message.
   *
   * @throws RegistrarException.Refused where it is no XML, or has a document type
   */
  static Document read(byte[] message) {
    try {
      return SafeXml.parser().parse(new ByteArrayInputStream(message));
    } catch (SAXException | IOException e) {
      RegistrarException.refuse(
          Verdict.refused(Refusal.of("ministry.gateway.unreadable", "GOV-23")));
      throw new IllegalStateException("a message that cannot be read", e);
    }
  }

  static byte[] write(Node node) {
    return SafeXml.write(node);
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
}
