package kz.miras.registrar.transcript.service.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import kz.miras.registrar.transcript.service.signing.PublishedKeys.Key;
import kz.miras.registrar.transcript.service.signing.PublishedKeys.Purpose;

/**
 * DOC-66. The certificates files of documents were ever signed with, for the readers of strangers:
 * who trusts them sees by the reader alone that a signature is the university's. A certificate
 * stays after its key was changed.
 */
@ApplicationScoped
public class CertificatesOfRecord {

  private static final int LINE = 64;

  @Inject private PublishedKeys published;

  /**
   * All of them as text (RFC 7468), the newest first; each with its owner and its days above it.
   */
  public String pem() {
    return pem(published.all(Purpose.DOCUMENT));
  }

  /**
   * All of them as one file that readers import (PKCS #7, RFC 2315, without anything signed).
   *
   * @return empty contents where nothing was signed yet
   */
  public byte[] pkcs7() {
    return pkcs7(published.all(Purpose.DOCUMENT));
  }

  static String pem(List<Key> keys) {
    Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
    StringBuilder text = new StringBuilder();
    for (Key key : keys) {
      text.append("# ")
          .append(key.label().replaceAll("\\p{Cntrl}", " "))
          .append(", ")
          .append(key.firstDay())
          .append(" – ")
          .append(key.lastDay())
          .append(", SHA-256 ")
          .append(key.id())
          .append("\n-----BEGIN CERTIFICATE-----\n")
          .append(lines.encodeToString(key.content()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return text.toString();
  }

  static byte[] pkcs7(List<Key> keys) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<Certificate> certificates = new ArrayList<>();
      for (Key key : keys) {
        certificates.add(factory.generateCertificate(new ByteArrayInputStream(key.content())));
      }
      return factory.generateCertPath(certificates).getEncoded("PKCS7");
    } catch (CertificateException e) {
      throw new IllegalStateException("published certificates cannot be read", e);
    }
  }
}
