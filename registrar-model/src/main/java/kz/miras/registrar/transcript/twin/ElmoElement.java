package kz.miras.registrar.transcript.twin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.SafeXml;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** One element of a file that was read, asked for its parts by name. */
final class ElmoElement {

  /** More than any university could mean, with its attachments: 32 MiB. */
  static final int LARGEST = 32 << 20;

  private static final String XML_LANG = "xml:lang";

  private final Element element;

  private ElmoElement(Element element) {
    this.element = element;
  }

  /**
   * DOC-62. The root of a file, by a parser that fetches nothing and expands nothing.
   *
   * @throws ElmoProblem with line and column where it cannot be read
   */
  static ElmoElement parse(byte[] file) {
    if (file.length > LARGEST) {
      throw new ElmoProblem("transcript.twin.large", LARGEST >> 20);
    }
    try {
      Element root = SafeXml.parser().parse(new ByteArrayInputStream(file)).getDocumentElement();
      if (!"elmo".equals(root.getLocalName()) || !ElmoNames.ELMO.equals(root.getNamespaceURI())) {
        throw new ElmoProblem("transcript.twin.other", String.valueOf(root.getNodeName()));
      }
      return new ElmoElement(root);
    } catch (SAXParseException e) {
      throw new ElmoProblem("transcript.twin.unreadable", e.getLineNumber(), e.getColumnNumber());
    } catch (SAXException | IOException e) {
      throw new ElmoProblem("transcript.twin.unreadable", 0, 0);
    }
  }

  /**
   * The one element of this name.
   *
   * @throws ElmoProblem where it is missing
   */
  ElmoElement one(String name) {
    return first(name).orElseThrow(() -> missing(name));
  }

  Optional<ElmoElement> first(String name) {
    return children(ElmoNames.ELMO, name).stream().findFirst();
  }

  List<ElmoElement> all(String name) {
    return children(ElmoNames.ELMO, name);
  }

  private List<ElmoElement> children(String namespace, String name) {
    List<ElmoElement> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child
          && name.equals(child.getLocalName())
          && namespace.equals(child.getNamespaceURI())) {
        found.add(new ElmoElement(child));
      }
    }
    return found;
  }

  String text() {
    return element.getTextContent();
  }

  /**
   * The text of the one element of this name.
   *
   * @throws ElmoProblem where it is missing
   */
  String text(String name) {
    return one(name).text();
  }

  Optional<String> optional(String name) {
    return first(name).map(ElmoElement::text);
  }

  /** What an extension of our own says. */
  Optional<String> own(String name) {
    return children(ElmoNames.OWN, name).stream().findFirst().map(ElmoElement::text);
  }

  /**
   * An attribute.
   *
   * @throws ElmoProblem where it is missing
   */
  String attribute(String name) {
    if (!element.hasAttribute(name)) {
      throw missing(element.getLocalName() + "/@" + name);
    }
    return element.getAttribute(name);
  }

  /** The language it is in; null where it does not say. */
  String language() {
    return element.hasAttribute(XML_LANG) ? element.getAttribute(XML_LANG) : null;
  }

  /** A text in three languages; a missing one is taken from the first there is. */
  LocalizedText languages(String name) {
    return localized(all(name)).orElseThrow(() -> missing(name));
  }

  /** The same of an extension of our own; null where it has none. */
  LocalizedText ownLanguages(String name) {
    return localized(children(ElmoNames.OWN, name)).orElse(null);
  }

  private static Optional<LocalizedText> localized(List<ElmoElement> texts) {
    return texts.stream()
        .findFirst()
        .map(
            any ->
                LocalizedText.of(in("kk", texts, any), in("ru", texts, any), in("en", texts, any)));
  }

  private static String in(String language, List<ElmoElement> texts, ElmoElement otherwise) {
    return texts.stream()
        .filter(it -> it.language() != null && it.language().startsWith(language))
        .findFirst()
        .orElse(otherwise)
        .text();
  }

  private ElmoProblem missing(String name) {
    return new ElmoProblem("transcript.twin.missing", name, element.getLocalName());
  }
}
