package kz.miras.registrar.frame.ws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import kz.miras.registrar.shared.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Envelopes as trees, and their elements by name. */
final class XmlTrees {

  private XmlTrees() {}

  /**
   * The tree of an envelope.
   *
   * @throws ProblemException 400 where it cannot be read
   */
  static Document read(byte[] envelope) {
    try {
      return SafeXml.parser().parse(new ByteArrayInputStream(envelope));
    } catch (SAXException e) {
      throw new ProblemException(Problem.of(400, "malformed"));
    } catch (IOException e) {
      throw new IllegalStateException("an envelope in memory cannot be read", e);
    }
  }

  /** Elements of a name directly below another. */
  static List<Element> children(Element parent, QName name) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element
          && name.getLocalPart().equals(element.getLocalName())
          && name.getNamespaceURI().equals(element.getNamespaceURI())) {
        found.add(element);
      }
    }
    return found;
  }

  /** All elements below one, that one first, in their order. */
  static List<Element> all(Element root) {
    List<Element> found = new ArrayList<>();
    add(root, found);
    return found;
  }

  private static void add(Element root, List<Element> found) {
    found.add(root);
    for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        add(element, found);
      }
    }
  }
}
