package kz.miras.registrar.wire;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An organisation's own way to sign its messages, with ways to do it wrongly. */
final class SignedEnvelope {

  static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
  static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";
  private static final String PROFILE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";
  private static final String BASE64 =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0"
          + "#Base64Binary";

  private final PartnerKey key;
  private byte[] named;
  private String method;
  private String digest = DigestMethod.SHA256;
  private String canonical = CanonicalizationMethod.EXCLUSIVE;
  private Instant created;
  private Instant expires;
  private boolean stampSigned = true;
  private boolean bodySigned = true;

  SignedEnvelope(PartnerKey key) {
    this.key = key;
    this.named = key.encoded();
    this.method = key.key().getAlgorithm().equals("EC") ? ECDSA : RSA;
  }

  /** Names another certificate than that of the key. */
  SignedEnvelope naming(PartnerKey other) {
    named = other.encoded();
    return this;
  }

  SignedEnvelope by(String signatureMethod, String digestMethod, String canonicalization) {
    method = signatureMethod;
    digest = digestMethod;
    canonical = canonicalization;
    return this;
  }

  SignedEnvelope stamped(Instant from, Instant until, boolean signed) {
    created = from;
    expires = until;
    stampSigned = signed;
    return this;
  }

  /** Signs the stamp alone. */
  SignedEnvelope withoutBody() {
    bodySigned = false;
    return this;
  }

  String sign(String envelope) {
    return sign(envelope, document -> {});
  }

  /**
   * The envelope, signed.
   *
   * @param afterwards what somebody in between does to it
   */
  String sign(String envelope, Consumer<Document> afterwards) {
    try {
      Document document = read(envelope);
      Element body = first(document, "*", "Body");
      Element security = first(document, SoapClient.WSSE, "Security");
      body.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:u", WSU);
      body.setAttributeNS(WSU, "u:Id", "body-1");
      body.setIdAttributeNS(WSU, "Id", true);
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      List<Reference> references = new ArrayList<>();
      if (bodySigned) {
        references.add(reference(factory, "#body-1"));
      }
      if (created != null) {
        stamp(document, security);
        if (stampSigned) {
          references.add(reference(factory, "#stamp-1"));
        }
      }
      DOMSignContext context = new DOMSignContext(key.key(), security);
      context.setDefaultNamespacePrefix("ds");
      factory
          .newXMLSignature(
              factory.newSignedInfo(
                  factory.newCanonicalizationMethod(canonical, (C14NMethodParameterSpec) null),
                  factory.newSignatureMethod(method, null),
                  references),
              keyInfo(factory, document))
          .sign(context);
      afterwards.accept(document);
      return write(document);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Reference reference(XMLSignatureFactory factory, String uri) throws Exception {
    return factory.newReference(
        uri,
        factory.newDigestMethod(digest, null),
        List.of(factory.newTransform(canonical, (TransformParameterSpec) null)),
        null,
        null);
  }

  private void stamp(Document document, Element security) {
    Element stamp = document.createElementNS(WSU, "u:Timestamp");
    stamp.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:u", WSU);
    stamp.setAttributeNS(WSU, "u:Id", "stamp-1");
    stamp.setIdAttributeNS(WSU, "Id", true);
    Element from = document.createElementNS(WSU, "u:Created");
    from.setTextContent(created.toString());
    stamp.appendChild(from);
    if (expires != null) {
      Element until = document.createElementNS(WSU, "u:Expires");
      until.setTextContent(expires.toString());
      stamp.appendChild(until);
    }
    security.appendChild(stamp);
  }

  private KeyInfo keyInfo(XMLSignatureFactory factory, Document document) {
    Element reference = document.createElementNS(SoapClient.WSSE, "w:SecurityTokenReference");
    Element identifier = document.createElementNS(SoapClient.WSSE, "w:KeyIdentifier");
    identifier.setAttribute("EncodingType", BASE64);
    identifier.setAttribute("ValueType", PROFILE);
    identifier.setTextContent(Base64.getEncoder().encodeToString(named));
    reference.appendChild(identifier);
    return factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(reference)));
  }

  /** Whether an answer is signed over its body by the certificate it names. */
  static boolean isSigned(String answer) throws Exception {
    Document document = read(answer);
    Element body = first(document, "*", "Body");
    body.setIdAttributeNS(WSU, "Id", true);
    Element identifier = first(document, SoapClient.WSSE, "KeyIdentifier");
    byte[] encoded = Base64.getMimeDecoder().decode(identifier.getTextContent());
    DOMValidateContext context =
        new DOMValidateContext(
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(encoded))
                .getPublicKey(),
            first(document, "http://www.w3.org/2000/09/xmldsig#", "Signature"));
    XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
    String uri = signature.getSignedInfo().getReferences().get(0).getURI();
    return signature.validate(context) && uri.equals("#" + body.getAttributeNS(WSU, "Id"));
  }

  static Element first(Document document, String namespace, String name) {
    NodeList found = document.getElementsByTagNameNS(namespace, name);
    return (Element) found.item(0);
  }

  static Document read(String envelope) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(envelope.getBytes(StandardCharsets.UTF_8)));
  }

  private static String write(Document document) throws Exception {
    Transformer transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
    StringWriter out = new StringWriter();
    transformer.transform(new DOMSource(document), new StreamResult(out));
    return out.toString();
  }
}
