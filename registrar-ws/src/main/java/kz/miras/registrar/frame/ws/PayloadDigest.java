package kz.miras.registrar.frame.ws;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A checksum of what a message asks: of its body without the header block, whichever version of
 * SOAP, prefixes, blanks between elements or moment it is sent with. Two messages ask the same
 * where their checksums are the same.
 */
final class PayloadDigest {

  private static final String HEADER = "messageHeader";

  private final MessageDigest digest;
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private int skipped;
  private boolean body;

  private PayloadDigest(MessageDigest digest) {
    this.digest = digest;
  }

  /**
   * The checksum of an envelope.
   *
   * @throws ProblemException 400 where it cannot be read
   */
  static byte[] of(byte[] envelope) {
    try {
      PayloadDigest payload = new PayloadDigest(MessageDigest.getInstance("SHA-256"));
      XMLStreamReader xml = SoapReader.open(envelope);
      while (xml.hasNext()) {
        payload.take(xml, xml.next());
      }
      return payload.digest.digest();
    } catch (XMLStreamException e) {
      throw new ProblemException(Problem.of(400, "malformed"));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void take(XMLStreamReader xml, int event) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> begin(xml);
      case XMLStreamConstants.END_ELEMENT -> end();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
      default -> {
        // comments and instructions ask nothing
      }
    }
  }

  private void begin(XMLStreamReader xml) {
    depth++;
    // what stands before an element within another are blanks of how it is written
    text.setLength(0);
    if (depth == 2) {
      body = xml.getLocalName().equals("Body");
    }
    if (skipped > 0 || depth == 4 && body && xml.getLocalName().equals(HEADER)) {
      skipped++;
      return;
    }
    if (body && depth > 2) {
      add("<" + xml.getName());
      Map<String, String> attributes = new TreeMap<>();
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        QName name = xml.getAttributeName(i);
        attributes.put(name.toString(), xml.getAttributeValue(i));
      }
      attributes.forEach((name, value) -> add(" " + name + "=" + value));
      add(">");
    }
  }

  private void end() {
    if (skipped > 0) {
      skipped--;
    } else if (body && depth > 2) {
      add(text.toString().strip() + "</>");
    }
    text.setLength(0);
    depth--;
  }

  private void add(String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
