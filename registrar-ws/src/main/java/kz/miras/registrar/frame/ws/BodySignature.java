package kz.miras.registrar.frame.ws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.namespace.QName;
import kz.miras.registrar.access.service.partner.PemCertificate;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.EnvelopeSignature;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * PRT-6. The signature of a body as the e-government gateway has it: {@code wsse:Security} with one
 * {@code ds:Signature} over the body by its {@code wsu:Id}, exclusive canonicalization, the
 * certificate in a {@code wsse:KeyIdentifier}. What is checked is the very body that is processed,
 * and the certificate counts only where the partner has registered it.
 */
final class BodySignature {

  static final String WSU = EnvelopeSignature.WSU;
  static final QName SIGNATURE = new QName(XMLSignature.XMLNS, "Signature");
  static final QName TIMESTAMP = new QName(WSU, "Timestamp");
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final Set<String> METHODS =
      Set.of(
          MORE + "rsa-sha256", MORE + "rsa-sha512", MORE + "ecdsa-sha256", MORE + "ecdsa-sha512");
  private static final Set<String> DIGESTS = Set.of(DigestMethod.SHA256, DigestMethod.SHA512);
  private static final Set<String> IDS = Set.of("Id", "ID", "id");
  private static final String SECURE = "org.jcp.xml.dsig.secureValidation";

  private final Document document;
  private final Element security;
  private final Element body;

  private BodySignature(Document document, Element security, Element body) {
    this.document = document;
    this.security = security;
    this.body = body;
  }

  /**
   * What counts as fresh.
   *
   * @param window of moments that are still taken
   */
  record Fresh(Predicate<Instant> window, Instant now) {

    boolean takes(Instant moment) {
      return window.test(moment);
    }
  }

  /**
   * What was found.
   *
   * @param cause why it is wrong, as the last part of a message key; null where it is right
   * @param digest of what was signed; not of the signature, which whoever has seen one can write in
   *     another way (ECDSA) without the key; null where it is wrong
   */
  record Finding(String cause, byte[] digest) {

    private static Finding wrong(String cause) {
      return new Finding(cause, null);
    }
  }

  /**
   * Checks the signature of an envelope.
   *
   * @param registered finds the partner's certificate by its SHA-256
   */
  static Finding check(
      byte[] envelope,
      Version version,
      Function<byte[], Optional<byte[]>> registered,
      Fresh fresh) {
    Document document = XmlTrees.read(envelope);
    Element root = document.getDocumentElement();
    List<Element> headers = XmlTrees.children(root, new QName(version.namespace(), "Header"));
    List<Element> bodies = XmlTrees.children(root, new QName(version.namespace(), "Body"));
    List<Element> blocks =
        headers.size() == 1
            ? XmlTrees.children(headers.get(0), SoapReader.SECURITY)
            : List.<Element>of();
    if (bodies.size() != 1 || blocks.size() != 1) {
      return Finding.wrong("form");
    }
    return new BodySignature(document, blocks.get(0), bodies.get(0)).check(registered, fresh);
  }

  private Finding check(Function<byte[], Optional<byte[]>> registered, Fresh fresh) {
    List<Element> signatures = XmlTrees.children(security, SIGNATURE);
    List<Element> stamps = XmlTrees.children(security, TIMESTAMP);
    String id = body.getAttributeNS(WSU, "Id");
    if (signatures.size() != 1 || stamps.size() > 1 || !standsOnce(id)) {
      return Finding.wrong("form");
    }
    body.setIdAttributeNS(WSU, "Id", true);
    for (Element stamp : stamps) {
      if (!standsOnce(stamp.getAttributeNS(WSU, "Id"))) {
        return Finding.wrong("timestamp");
      }
      stamp.setIdAttributeNS(WSU, "Id", true);
    }
    Optional<X509Certificate> certificate = certificate(signatures.get(0), registered);
    if (certificate.isEmpty()) {
      return Finding.wrong("certificate");
    }
    DOMValidateContext context =
        new DOMValidateContext(certificate.get().getPublicKey(), signatures.get(0));
    context.setProperty(SECURE, Boolean.TRUE);
    try {
      XMLSignature signature =
          XMLSignatureFactory.getInstance("DOM", "XMLDSig").unmarshalXMLSignature(context);
      String wrong = shape(signature, id, stamps, fresh);
      if (wrong != null) {
        return Finding.wrong(wrong);
      }
      return signature.validate(context)
          ? new Finding(null, signed(signature.getSignedInfo()))
          : Finding.wrong("value");
    } catch (MarshalException | ClassCastException e) {
      return Finding.wrong("form");
    } catch (XMLSignatureException e) {
      // made by a key of another kind, for one
      return Finding.wrong("value");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot check signatures", e);
    }
  }

  private static byte[] signed(SignedInfo info) {
    try (InputStream canonical = info.getCanonicalizedData()) {
      return Checksum.sha256(canonical.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An id that stands twice could lead to another element than is processed; none leads to any. */
  private boolean standsOnce(String id) {
    if (id.isEmpty()) {
      return false;
    }
    int times = 0;
    for (Element element : XmlTrees.all(document.getDocumentElement())) {
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        Attr attribute = (Attr) attributes.item(i);
        if (IDS.contains(attribute.getLocalName()) && attribute.getValue().equals(id)) {
          times++;
        }
      }
    }
    return times == 1;
  }

  /** What is wrong with how it signs; null where nothing is. */
  private static String shape(
      XMLSignature signature, String body, List<Element> stamps, Fresh fresh) {
    SignedInfo info = signature.getSignedInfo();
    if (!info.getCanonicalizationMethod().getAlgorithm().equals(CanonicalizationMethod.EXCLUSIVE)
        || !METHODS.contains(info.getSignatureMethod().getAlgorithm())
        || !signature.getObjects().isEmpty()) {
      return "algorithm";
    }
    boolean signsBody = false;
    boolean signsStamp = stamps.isEmpty();
    for (Reference reference : info.getReferences()) {
      if (!DIGESTS.contains(reference.getDigestMethod().getAlgorithm())
          || !isPlain(reference.getTransforms())) {
        return "algorithm";
      }
      if (("#" + body).equals(reference.getURI())) {
        signsBody = true;
      } else if (!stamps.isEmpty()
          && ("#" + stamps.get(0).getAttributeNS(WSU, "Id")).equals(reference.getURI())) {
        signsStamp = true;
      } else {
        return "reference";
      }
    }
    if (!signsBody) {
      return "body";
    }
    return signsStamp && stamps.stream().allMatch(stamp -> isFresh(stamp, fresh))
        ? null
        : "timestamp";
  }

  private static boolean isPlain(List<Transform> transforms) {
    return transforms.size() == 1
        && transforms.get(0).getAlgorithm().equals(CanonicalizationMethod.EXCLUSIVE);
  }

  /** Made within the window and, where it says when it ends, not over. */
  private static boolean isFresh(Element stamp, Fresh fresh) {
    boolean ends = !XmlTrees.children(stamp, new QName(WSU, "Expires")).isEmpty();
    return moment(stamp, "Created").filter(fresh::takes).isPresent()
        && (!ends || moment(stamp, "Expires").filter(fresh.now()::isBefore).isPresent());
  }

  private static Optional<Instant> moment(Element stamp, String name) {
    List<Element> found = XmlTrees.children(stamp, new QName(WSU, name));
    try {
      return found.size() == 1
          ? Optional.of(OffsetDateTime.parse(found.get(0).getTextContent().strip()).toInstant())
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<X509Certificate> certificate(
      Element signature, Function<byte[], Optional<byte[]>> registered) {
    Optional<Element> key =
        only(signature, new QName(XMLSignature.XMLNS, "KeyInfo"))
            .flatMap(one -> only(one, new QName(SoapReader.WSSE, "SecurityTokenReference")))
            .flatMap(one -> only(one, new QName(SoapReader.WSSE, "KeyIdentifier")))
            .filter(one -> one.getAttribute("ValueType").equals(EnvelopeSignature.X509))
            .filter(one -> one.getAttribute("EncodingType").equals(EnvelopeSignature.BASE64));
    try {
      return key.map(one -> Base64.getMimeDecoder().decode(one.getTextContent().strip()))
          .flatMap(
              encoded ->
                  registered
                      .apply(Checksum.sha256(encoded))
                      .filter(known -> Arrays.equals(known, encoded)))
          .flatMap(PemCertificate::decode);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Element> only(Element parent, QName name) {
    List<Element> found = XmlTrees.children(parent, name);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
