package kz.miras.registrar.access.service.partner;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate as text, between its two lines; what stands around it is passed over. */
public final class PemCertificate {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

  private PemCertificate() {}

  /** The first certificate of a text; empty where none can be read. */
  public static Optional<X509Certificate> read(String text) {
    Matcher block = BLOCK.matcher(text == null ? "" : text);
    try {
      return block.find()
          ? decode(Base64.getMimeDecoder().decode(block.group(1)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The certificate of its encoded bytes; empty where they are none. */
  public static Optional<X509Certificate> decode(byte[] encoded) {
    try {
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(encoded)));
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }
}
