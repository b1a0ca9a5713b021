package kz.miras.registrar.access.service.partner.push;

import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.access.partner.PushFailure;
import kz.miras.registrar.access.service.partner.AnswerKey;
import kz.miras.registrar.access.service.partner.PartnerOutbox.Item;
import kz.miras.registrar.shared.EnvelopeSignature;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.SafeXml;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Envelopes of {@code deliver} and what is answered to them; the contract is receiver-v1.wsdl. */
final class PushEnvelope {

  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String COMMON = "https://registrar.miras.edu.kz/ws/common/v1";
  private static final String LETTERS = "https://registrar.miras.edu.kz/ws/correspondence/v1";
  private static final String RECEIVER = "https://registrar.miras.edu.kz/ws/receiver/v1";
  private static final int LONGEST_WORDS = 200;

  private PushEnvelope() {}

  /**
   * The envelope that delivers a message, its body signed by the university. Its id is that of the
   * message, however often it is sent.
   */
  static Written write(Parcel parcel, OffsetDateTime now, AnswerKey.Pair key) {
    Document document = SafeXml.parser().newDocument();
    Element envelope = document.createElementNS(SOAP, "soap:Envelope");
    // what is signed is the tree as it will be written: with every declaration in it
    declare(envelope, "xmlns:soap", SOAP);
    declare(envelope, "xmlns:c", COMMON);
    declare(envelope, "xmlns:m", LETTERS);
    document.appendChild(envelope);
    Element deliver = add(add(envelope, SOAP, "soap:Body", null), RECEIVER, "deliver", null);
    declare(deliver, XMLConstants.XMLNS_ATTRIBUTE, RECEIVER);
    Item item = parcel.item();
    Element header = add(deliver, RECEIVER, "messageHeader", null);
    add(header, COMMON, "c:messageId", item.id().toString());
    add(header, COMMON, "c:messageDate", written(now));
    add(header, COMMON, "c:partnerId", parcel.login());
    Element outgoing = add(deliver, RECEIVER, "outgoing", null);
    add(outgoing, LETTERS, "m:outgoingId", item.id().toString());
    add(outgoing, LETTERS, "m:createdAt", written(item.created().atOffset(now.getOffset())));
    add(outgoing, LETTERS, "m:kind", item.kind());
    if (item.inReplyTo() != null) {
      add(outgoing, LETTERS, "m:inReplyTo", item.inReplyTo());
    }
    add(outgoing, LETTERS, "m:subject", item.subject());
    if (item.text() != null) {
      add(outgoing, LETTERS, "m:text", item.text());
    }
    List<Element> contents = new ArrayList<>();
    for (PartnerFile file : parcel.files()) {
      Element told = add(outgoing, LETTERS, "m:file", null);
      add(told, LETTERS, "m:name", file.name());
      add(told, LETTERS, "m:mediaType", file.mediaType());
      add(told, LETTERS, "m:sha256", HexFormat.of().formatHex(file.sha256()));
      String inline = Base64.getEncoder().encodeToString(file.content());
      contents.add(add(told, LETTERS, "m:content", inline));
    }
    // signed is the envelope with its files in it; they travel beside it
    EnvelopeSignature.sign(document, SOAP, key.key(), key.certificate());
    PushParts parts = new PushParts();
    for (int i = 0; i < contents.size(); i++) {
      PartnerFile file = parcel.files().get(i);
      String id = parts.add(file.mediaType(), file.content());
      contents.get(i).setTextContent(null);
      Element include = add(contents.get(i), PushParts.XOP, "xop:Include", null);
      declare(include, "xmlns:xop", PushParts.XOP);
      include.setAttribute("href", "cid:" + id);
    }
    return parts.with(SafeXml.write(document));
  }

  /**
   * A message as it is sent.
   *
   * @param type of its body
   */
  record Written(String type, byte[] body) {
    Written {
      body = body.clone();
    }

    @Override
    public byte[] body() {
      return body.clone();
    }
  }

  private static void declare(Element element, String name, String namespace) {
    element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, name, namespace);
  }

  private static Element add(Element parent, String namespace, String name, String text) {
    Element added = parent.getOwnerDocument().createElementNS(namespace, name);
    if (text != null) {
      added.setTextContent(text);
    }
    parent.appendChild(added);
    return added;
  }

  private static String written(OffsetDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.withNano(0));
  }

  /**
   * What an answer says.
   *
   * @param asked id of the message it should answer
   */
  static PushOutcome read(byte[] answer, String asked) {
    try {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_COALESCING, true);
      return read(factory.createXMLStreamReader(new ByteArrayInputStream(answer)), asked);
    } catch (XMLStreamException e) {
      return PushOutcome.of(PushFailure.GARBAGE);
    }
  }

  private static PushOutcome read(XMLStreamReader xml, String asked) throws XMLStreamException {
    if (!moveTo(xml, SOAP, "Envelope") || !moveTo(xml, SOAP, "Body")) {
      return PushOutcome.of(PushFailure.GARBAGE);
    }
    if (xml.nextTag() != XMLStreamConstants.START_ELEMENT) {
      return PushOutcome.of(PushFailure.GARBAGE);
    }
    if (SOAP.equals(xml.getNamespaceURI()) && xml.getLocalName().equals("Fault")) {
      return fault(xml);
    }
    if (!RECEIVER.equals(xml.getNamespaceURI())
        || !xml.getLocalName().equals("deliverResponse")
        || !moveTo(xml, COMMON, "inReplyTo")) {
      return PushOutcome.of(PushFailure.GARBAGE);
    }
    boolean ours = xml.getElementText().strip().equalsIgnoreCase(asked);
    while (xml.hasNext()) {
      // an answer that breaks off is none
      xml.next();
    }
    return ours ? PushOutcome.TAKEN : PushOutcome.of(PushFailure.OTHER_MESSAGE);
  }

  private static PushOutcome fault(XMLStreamReader xml) throws XMLStreamException {
    String code = moveTo(xml, null, "faultcode") ? xml.getElementText().strip() : "";
    String words = moveTo(xml, null, "faultstring") ? xml.getElementText().strip() : "";
    boolean wrong = code.endsWith(":Client") || code.equals("Client");
    return new PushOutcome(
        wrong ? PushFailure.REFUSED : PushFailure.FAULT,
        words.isEmpty() ? null : Fitted.to(LONGEST_WORDS, words.replaceAll("\\s+", " ")));
  }

  private static boolean moveTo(XMLStreamReader xml, String namespace, String name)
      throws XMLStreamException {
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new XMLStreamException("an answer has no document type");
      }
      if (event == XMLStreamConstants.START_ELEMENT
          && xml.getLocalName().equals(name)
          && (namespace == null
              ? xml.getNamespaceURI() == null
              : namespace.equals(xml.getNamespaceURI()))) {
        return true;
      }
    }
    return false;
  }
}
