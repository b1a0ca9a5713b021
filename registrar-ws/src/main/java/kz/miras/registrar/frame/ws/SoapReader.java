package kz.miras.registrar.frame.ws;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.miras.registrar.shared.EnvelopeSignature;

/**
 * Reads an envelope once, with a parser that fetches nothing and expands nothing, and refuses what
 * SOAP forbids: document types, foreign versions, more than one body entry, absurd depth.
 */
final class SoapReader {

  static final String COMMON = "https://registrar.miras.edu.kz/ws/common/v1";
  static final String WSSE = EnvelopeSignature.WSSE;
  static final QName SECURITY = new QName(WSSE, "Security");

  private static final String PASSWORD_TEXT = "#PasswordText";
  private static final int DEEPEST = 32;
  private static final int MOST_ATTRIBUTES = 32;

  private final SoapMessage message;
  private final XMLStreamReader xml;
  private final List<String> path = new ArrayList<>();
  private final List<QName> mandatory = new ArrayList<>();
  private final Map<String, String> header = new HashMap<>();
  private QName operation;
  private String login;
  private String password;
  private int tokens;
  private int bodies;
  private boolean signed;
  private boolean security;

  private SoapReader(SoapMessage message, XMLStreamReader xml) {
    this.message = message;
    this.xml = xml;
  }

  /**
   * What the envelope says.
   *
   * @throws ProblemException 400 where it cannot be read
   */
  static SoapMessage.Content read(SoapMessage message) {
    try {
      XMLStreamReader xml = open(message.envelope());
      String declared = xml.getCharacterEncodingScheme();
      if (!StandardCharsets.UTF_8.name().equalsIgnoreCase(xml.getEncoding())
          || declared != null && !StandardCharsets.UTF_8.name().equalsIgnoreCase(declared)) {
        throw new ProblemException(Problem.of(415, "soap-media-type"));
      }
      return new SoapReader(message, xml).read();
    } catch (XMLStreamException e) {
      throw malformed();
    }
  }

  /** A parser over the envelope. */
  static XMLStreamReader open(byte[] envelope) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory.createXMLStreamReader(new ByteArrayInputStream(envelope));
  }

  private SoapMessage.Content read() throws XMLStreamException {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new ProblemException(Problem.of(400, "dtd-forbidden"));
        case XMLStreamConstants.START_ELEMENT -> begin();
        case XMLStreamConstants.END_ELEMENT -> path.remove(path.size() - 1);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
        default -> {
          // comments and instructions say nothing
        }
      }
    }
    if (operation == null) {
      throw malformed();
    }
    boolean one = tokens == 1;
    return new SoapMessage.Content(
        one ? login : null,
        one ? password : null,
        List.copyOf(mandatory),
        operation,
        header.get("messageId"),
        header.get("correlationId"),
        header.get("partnerId"),
        header.get("messageDate"),
        header.get("purposeCode"),
        Languages.asked(header.get("language")).orElse(null),
        signed);
  }

  private void begin() {
    QName name = xml.getName();
    path.add(name.getLocalPart());
    if (path.size() > DEEPEST || xml.getAttributeCount() > MOST_ATTRIBUTES) {
      throw new ProblemException(Problem.of(400, "too-deep", DEEPEST, MOST_ATTRIBUTES));
    }
    boolean ours = name.getNamespaceURI().equals(message.version().namespace());
    switch (path.size()) {
      case 1 -> {
        if (!name.getLocalPart().equals("Envelope")) {
          throw malformed();
        }
        if (!ours) {
          throw new ProblemException(Problem.of(400, "version-mismatch"));
        }
      }
      case 2 -> {
        if (!ours || !name.getLocalPart().matches("Header|Body") || bodies > 0) {
          throw malformed();
        }
        bodies += name.getLocalPart().equals("Body") ? 1 : 0;
      }
      case 3 -> entry(name);
      default -> credentials(name);
    }
  }

  private void entry(QName name) {
    security = path.get(1).equals("Header") && name.equals(SECURITY);
    if (path.get(1).equals("Header")) {
      String must = xml.getAttributeValue(message.version().namespace(), "mustUnderstand");
      if (must != null && must.strip().matches("1|true") && !name.equals(SECURITY)) {
        mandatory.add(name);
      }
    } else if (operation != null) {
      throw malformed();
    } else {
      operation = name;
    }
  }

  private void credentials(QName name) {
    if (security && path.size() == 4 && name.equals(BodySignature.SIGNATURE)) {
      signed = true;
    }
    if (!isInToken() || !name.getNamespaceURI().equals(WSSE)) {
      return;
    }
    if (path.size() == 4 && name.getLocalPart().equals("UsernameToken")) {
      tokens++;
    } else if (path.size() == 5 && name.getLocalPart().equals("Password")) {
      String type = xml.getAttributeValue(null, "Type");
      if (type != null && !type.endsWith(PASSWORD_TEXT)) {
        throw new ProblemException(Problem.of(401, "password-text"));
      }
    }
  }

  private boolean isInToken() {
    return security && path.size() > 3 && path.get(3).equals("UsernameToken");
  }

  private void text(String text) {
    if (path.size() == 5 && isInToken()) {
      if (path.get(4).equals("Username")) {
        login = joined(login, text);
      } else if (path.get(4).equals("Password")) {
        password = joined(password, text);
      }
    } else if (path.size() == 5
        && path.get(1).equals("Body")
        && path.get(3).equals("messageHeader")) {
      header.merge(path.get(4), text.strip(), String::concat);
    }
  }

  private static String joined(String before, String text) {
    return before == null ? text : before + text;
  }

  private static ProblemException malformed() {
    return new ProblemException(Problem.of(400, "malformed"));
  }
}
