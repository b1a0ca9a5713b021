package kz.miras.registrar.transcript.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Elements one after another, in the order they are asked for. */
final class ElmoOutput {

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final XMLStreamWriter xml;

  private ElmoOutput(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Begins the document. */
  static ElmoOutput to(OutputStream bytes) {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, UTF_8.name());
      xml.writeStartDocument(UTF_8.name(), "1.0");
      xml.writeStartElement("", "elmo", ElmoNames.ELMO);
      xml.writeDefaultNamespace(ElmoNames.ELMO);
      xml.writeNamespace(ElmoNames.OWN_PREFIX, ElmoNames.OWN);
      return new ElmoOutput(xml);
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  void end() {
    step(
        () -> {
          xml.writeEndDocument();
          xml.close();
        });
  }

  void within(String name, Runnable contents) {
    step(() -> xml.writeStartElement(ElmoNames.ELMO, name));
    contents.run();
    step(xml::writeEndElement);
  }

  void within(String name, String attribute, String value, Runnable contents) {
    step(
        () -> {
          xml.writeStartElement(ElmoNames.ELMO, name);
          attribute(attribute, value);
        });
    contents.run();
    step(xml::writeEndElement);
  }

  void text(String name, Object value) {
    step(
        () -> {
          xml.writeStartElement(ElmoNames.ELMO, name);
          xml.writeCharacters(legal(String.valueOf(value)));
          xml.writeEndElement();
        });
  }

  void text(String name, String attribute, String of, String value) {
    within(name, attribute, of, () -> step(() -> xml.writeCharacters(legal(value))));
  }

  /** With its seconds, as XML asks for. */
  void moment(String name, LocalDateTime value) {
    text(name, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value));
  }

  void optional(String name, Object value) {
    if (value != null) {
      text(name, value);
    }
  }

  /**
   * An element without contents.
   *
   * @param attributes names and values by turns
   */
  void empty(String name, List<String> attributes) {
    step(
        () -> {
          xml.writeEmptyElement(ElmoNames.ELMO, name);
          for (int i = 0; i < attributes.size(); i += 2) {
            attribute(attributes.get(i), attributes.get(i + 1));
          }
        });
  }

  void extension(Runnable contents) {
    within("extension", contents);
  }

  /** An element of our own; nothing where there is no value. */
  void own(String name, Object value) {
    own(name, null, value);
  }

  void own(String name, String language, Object value) {
    if (value == null) {
      return;
    }
    step(
        () -> {
          xml.writeStartElement(ElmoNames.OWN, name);
          if (language != null) {
            attribute("xml:lang", language);
          }
          xml.writeCharacters(legal(String.valueOf(value)));
          xml.writeEndElement();
        });
  }

  private void attribute(String name, String value) throws XMLStreamException {
    if (name.equals("xml:lang")) {
      xml.writeAttribute("xml", XML, "lang", legal(value));
    } else {
      xml.writeAttribute(name, legal(value));
    }
  }

  /** Without the signs no XML may hold, as files pasted by hand sometimes bring them. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c >= 0x20 && c <= 0xD7FF
                    || c >= 0xE000 && c <= 0xFFFD
                    || c >= 0x10000)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  /** What may fail for reasons of the stream only. */
  private interface Step {
    void run() throws XMLStreamException;
  }

  private static void step(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(XMLStreamException e) {
    return new IllegalStateException("cannot be written", e);
  }
}
