package kz.miras.registrar.correspondence.ministry.gateway;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import kz.miras.registrar.shared.EnvelopeSignature;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * GOV-22. The signature of the transport: WS-Security over the one body, exclusive
 * canonicalisation, RSA with SHA-256, the whole certificate as key identifier. Nothing else is
 * signed or accepted.
 */
public final class BodySignature {

  private static final String EXCLUSIVE = CanonicalizationMethod.EXCLUSIVE;
  private static final String RSA = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
  private static final String DIGEST = DigestMethod.SHA256;
  private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

  private BodySignature() {}

  /** The envelope with the signature of its body. */
  public static byte[] sign(byte[] envelope, PrivateKey key, X509Certificate certificate) {
    Document document = GatewayXml.read(envelope);
    EnvelopeSignature.sign(document, GatewayXml.SOAP, key, certificate)
        .setAttributeNS(GatewayXml.SOAP, "S:mustUnderstand", "1");
    return GatewayXml.write(document);
  }

  /**
   * Whether the body that is processed is signed by the certificate registered for the sender.
   *
   * @param registered the sender's; what a message brings along is only compared with it
   */
  public static Verdict verify(byte[] envelope, X509Certificate registered) {
    Element root = GatewayXml.read(envelope).getDocumentElement();
    Verdict place = place(root, registered);
    if (!place.isAllowed()) {
      return place;
    }
    Element body = GatewayXml.only(root, GatewayXml.SOAP, "Body").orElseThrow();
    List<Element> signatures = new ArrayList<>();
    find(root, signatures);
    try {
      return holds(
          signatures.get(0),
          body,
          body.getAttributeNS(EnvelopeSignature.WSU, "Id"),
          registered.getPublicKey());
    } catch (MarshalException | XMLSignatureException | RuntimeException e) {
      return refused("ministry.gateway.forged");
    }
  }

  /**
   * Whether the one signature is over the body that is processed and names the registered
   * certificate. Whether it holds is asked of somebody else, who knows its algorithm.
   */
  public static Verdict inPlace(byte[] envelope, X509Certificate registered) {
    return place(GatewayXml.read(envelope).getDocumentElement(), registered);
  }

  private static Verdict place(Element root, X509Certificate registered) {
    Element body = GatewayXml.only(root, GatewayXml.SOAP, "Body").orElse(null);
    List<Element> signatures = new ArrayList<>();
    find(root, signatures);
    if (body == null || signatures.isEmpty()) {
      return refused("ministry.gateway.unsigned");
    }
    Element signature = signatures.get(0);
    boolean inPlace =
        signatures.size() == 1
            && GatewayXml.only(root, GatewayXml.SOAP, "Header")
                .flatMap(header -> GatewayXml.only(header, EnvelopeSignature.WSSE, "Security"))
                .filter(security -> security == signature.getParentNode())
                .isPresent();
    String id = body.getAttributeNS(EnvelopeSignature.WSU, "Id");
    if (!inPlace || id.isEmpty() || !isOnly(root, id) || !isReferred(signature, id)) {
      return refused("ministry.gateway.wrapped");
    }
    return isRegistered(signature, registered)
        ? Verdict.allowed()
        : refused("ministry.gateway.stranger");
  }

  /** Whether the body is all the signature refers to. */
  private static boolean isReferred(Element signature, String id) {
    List<Element> references =
        GatewayXml.only(signature, XMLSignature.XMLNS, "SignedInfo").stream()
            .flatMap(info -> GatewayXml.children(info).stream())
            .filter(child -> "Reference".equals(child.getLocalName()))
            .toList();
    return references.size() == 1 && ("#" + id).equals(references.get(0).getAttribute("URI"));
  }

  private static Verdict holds(Element signature, Element body, String id, PublicKey key)
      throws MarshalException, XMLSignatureException {
    DOMValidateContext context = new DOMValidateContext(key, signature);
    context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.TRUE);
    context.setIdAttributeNS(body, EnvelopeSignature.WSU, "Id");
    XMLSignature parsed = FACTORY.unmarshalXMLSignature(context);
    SignedInfo info = parsed.getSignedInfo();
    if (info.getReferences().size() != 1
        || !parsed.getObjects().isEmpty()
        || !info.getSignatureMethod().getAlgorithm().equals(RSA)
        || !info.getCanonicalizationMethod().getAlgorithm().equals(EXCLUSIVE)) {
      return refused("ministry.gateway.profile");
    }
    Reference reference = info.getReferences().get(0);
    Set<String> transforms = new HashSet<>();
    reference.getTransforms().forEach(transform -> transforms.add(transform.getAlgorithm()));
    if (!("#" + id).equals(reference.getURI())) {
      return refused("ministry.gateway.wrapped");
    }
    if (!transforms.equals(Set.of(EXCLUSIVE))
        || !reference.getDigestMethod().getAlgorithm().equals(DIGEST)) {
      return refused("ministry.gateway.profile");
    }
    return parsed.validate(context) ? Verdict.allowed() : refused("ministry.gateway.forged");
  }

  /** All signatures anywhere outside the body's own business. */
  private static void find(Node node, List<Element> found) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        boolean processed =
            "Body".equals(element.getLocalName())
                && GatewayXml.SOAP.equals(element.getNamespaceURI())
                && element.getParentNode() == element.getOwnerDocument().getDocumentElement();
        if ("Signature".equals(element.getLocalName())
            && XMLSignature.XMLNS.equals(element.getNamespaceURI())) {
          found.add(element);
        } else if (!processed) {
          find(element, found);
        }
      }
    }
  }

  /** Whether no other element has this id: the one that was signed would not be the one read. */
  private static boolean isOnly(Element root, String id) {
    return count(root, id) == 1;
  }

  private static int count(Element element, String id) {
    int found = 0;
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      boolean isId =
          attribute.getNodeName().matches("(?i)(.*:)?id") && id.equals(attribute.getNodeValue());
      found += isId ? 1 : 0;
    }
    for (Element child : GatewayXml.children(element)) {
      found += count(child, id);
    }
    return found;
  }

  private static boolean isRegistered(Element signature, X509Certificate registered) {
    try {
      byte[] brought =
          GatewayXml.only(signature, XMLSignature.XMLNS, "KeyInfo")
              .flatMap(
                  keys -> GatewayXml.only(keys, EnvelopeSignature.WSSE, "SecurityTokenReference"))
              .flatMap(token -> GatewayXml.only(token, EnvelopeSignature.WSSE, "KeyIdentifier"))
              .map(one -> Base64.getMimeDecoder().decode(one.getTextContent().strip()))
              .orElse(new byte[0]);
      return Arrays.equals(brought, registered.getEncoded());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** A certificate of its bytes, DER or PEM. */
  public static X509Certificate certificate(byte[] bytes) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this is no certificate", e);
    }
  }

  private static Verdict refused(String code) {
    return Verdict.refused(Refusal.of(code, "GOV-22"));
  }
}
