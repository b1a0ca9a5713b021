package kz.miras.registrar.shared;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Signs the body of an envelope as the gateway of the government has it, and partners sign theirs:
 * WS-Security over the one body, exclusive canonicalization, SHA-256, the whole certificate as
 * identifier of the key.
 */
public final class EnvelopeSignature {

  /** Namespace of security headers. */
  public static final String WSSE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

  /** Namespace of the ids of what is signed. */
  public static final String WSU =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

  /** How a key is named: by its certificate. */
  public static final String X509 =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3";

  /** How that certificate is written. */
  public static final String BASE64 =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0"
          + "#Base64Binary";

  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String PREFIX = "wsse:";

  private EnvelopeSignature() {}

  /**
   * Signs the body.
   *
   * @param soap namespace of the version of SOAP
   * @param key RSA, or of an elliptic curve
   * @return the header with the signature in it
   */
  public static Element sign(
      Document document, String soap, PrivateKey key, X509Certificate certificate) {
    Element body = child(document.getDocumentElement(), soap, "Body");
    String id = "id-" + UUID.randomUUID();
    // what is signed is the tree as it will be written: with the declaration of the prefix
    body.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:wsu", WSU);
    body.setAttributeNS(WSU, "wsu:Id", id);
    body.setIdAttributeNS(WSU, "Id", true);
    Element security = document.createElementNS(WSSE, PREFIX + "Security");
    header(document, soap, body).appendChild(security);
    try {
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM", "XMLDSig");
      DOMSignContext context = new DOMSignContext(key, security);
      context.setDefaultNamespacePrefix("ds");
      String method = key.getAlgorithm().equals("EC") ? "ecdsa-sha256" : "rsa-sha256";
      SignedInfo info = signedInfo(factory, id, MORE + method);
      factory.newXMLSignature(info, keyInfo(factory, document, certificate)).sign(context);
      return security;
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("an envelope cannot be signed", e);
    }
  }

  private static Element child(Element root, String soap, String name) {
    for (Node one = root.getFirstChild(); one != null; one = one.getNextSibling()) {
      if (one instanceof Element element
          && soap.equals(element.getNamespaceURI())
          && name.equals(element.getLocalName())) {
        return element;
      }
    }
    return null;
  }

  private static Element header(Document document, String soap, Element body) {
    Element root = document.getDocumentElement();
    Element found = child(root, soap, "Header");
    if (found != null) {
      return found;
    }
    String prefix = root.getPrefix() == null ? "" : root.getPrefix() + ":";
    Element header = document.createElementNS(soap, prefix + "Header");
    root.insertBefore(header, body);
    return header;
  }

  private static SignedInfo signedInfo(XMLSignatureFactory factory, String id, String method)
      throws GeneralSecurityException {
    Transform transform =
        factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null);
    Reference reference =
        factory.newReference(
            "#" + id,
            factory.newDigestMethod(DigestMethod.SHA256, null),
            List.of(transform),
            null,
            null);
    return factory.newSignedInfo(
        factory.newCanonicalizationMethod(
            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
        factory.newSignatureMethod(method, null),
        List.of(reference));
  }

  private static KeyInfo keyInfo(
      XMLSignatureFactory factory, Document document, X509Certificate certificate)
      throws CertificateEncodingException {
    Element reference = document.createElementNS(WSSE, PREFIX + "SecurityTokenReference");
    Element key = document.createElementNS(WSSE, PREFIX + "KeyIdentifier");
    key.setAttribute("EncodingType", BASE64);
    key.setAttribute("ValueType", X509);
    key.setTextContent(Base64.getEncoder().encodeToString(certificate.getEncoded()));
    reference.appendChild(key);
    return factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(reference)));
  }
}
