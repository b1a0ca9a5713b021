package kz.miras.registrar.frame.ws;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
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
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.namespace.QName;
import kz.miras.registrar.access.service.partner.AnswerKey;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signs the body of an answer in the profile its requests are signed in. */
final class AnswerSignature {

  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String PREFIX = "wsse:";

  private AnswerSignature() {}

  /** The envelope with its body signed. */
  static byte[] sign(byte[] envelope, Version version, AnswerKey.Pair pair) {
    Document document = XmlTrees.read(envelope);
    Element root = document.getDocumentElement();
    Element body = XmlTrees.children(root, new QName(version.namespace(), "Body")).get(0);
    String id = "id-" + UUID.randomUUID();
    // what is signed is the tree as it will be written: with the declaration of the prefix
    body.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:wsu", BodySignature.WSU);
    body.setAttributeNS(BodySignature.WSU, "wsu:Id", id);
    body.setIdAttributeNS(BodySignature.WSU, "Id", true);
    Element security = document.createElementNS(SoapReader.WSSE, PREFIX + "Security");
    header(document, version, body).appendChild(security);
    try {
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM", "XMLDSig");
      DOMSignContext context = new DOMSignContext(pair.key(), security);
      context.setDefaultNamespacePrefix("ds");
      signature(factory, document, id, pair).sign(context);
      return XmlTrees.write(document);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new IllegalStateException("an answer cannot be signed", e);
    }
  }

  private static Element header(Document document, Version version, Element body) {
    Element root = document.getDocumentElement();
    List<Element> found = XmlTrees.children(root, new QName(version.namespace(), "Header"));
    if (!found.isEmpty()) {
      return found.get(0);
    }
    String prefix = root.getPrefix() == null ? "" : root.getPrefix() + ":";
    Element header = document.createElementNS(version.namespace(), prefix + "Header");
    root.insertBefore(header, body);
    return header;
  }

  private static XMLSignature signature(
      XMLSignatureFactory factory, Document document, String id, AnswerKey.Pair pair)
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
    String method = pair.key().getAlgorithm().equals("EC") ? "ecdsa-sha256" : "rsa-sha256";
    SignedInfo info =
        factory.newSignedInfo(
            factory.newCanonicalizationMethod(
                CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
            factory.newSignatureMethod(MORE + method, null),
            List.of(reference));
    return factory.newXMLSignature(info, keyInfo(factory, document, pair));
  }

  private static KeyInfo keyInfo(
      XMLSignatureFactory factory, Document document, AnswerKey.Pair pair)
      throws CertificateEncodingException {
    Element reference =
        document.createElementNS(SoapReader.WSSE, PREFIX + "SecurityTokenReference");
    Element key = document.createElementNS(SoapReader.WSSE, PREFIX + "KeyIdentifier");
    key.setAttribute("EncodingType", BodySignature.BASE64);
    key.setAttribute("ValueType", BodySignature.X509);
    key.setTextContent(Base64.getEncoder().encodeToString(pair.certificate().getEncoded()));
    reference.appendChild(key);
    return factory.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(reference)));
  }
}
