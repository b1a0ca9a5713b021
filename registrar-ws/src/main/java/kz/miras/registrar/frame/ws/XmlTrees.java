package kz.miras.registrar.frame.ws;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Envelopes as trees, by parsers that fetch nothing and take no document type. */
final class XmlTrees {

  private XmlTrees() {}

  /**
   * The tree of an envelope.
   *
   * @throws ProblemException 400 where it cannot be read
   */
  static Document read(byte[] envelope) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // what is wrong is told by the exception alone, not on the console
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(envelope));
    } catch (SAXException e) {
      throw new ProblemException(Problem.of(400, "malformed"));
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("an envelope in memory cannot be read", e);
    }
  }

  /** The bytes of a tree, with nothing added. */
  static byte[] write(Document document) {
    try {
      TransformerFactory factory = TransformerFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      Transformer transformer = factory.newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      transformer.transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException("an envelope cannot be written", e);
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
