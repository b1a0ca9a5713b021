package kz.miras.registrar.transcript.service.signing;

import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.service.LibraryDates;

/**
 * The certificate documents are signed with.
 *
 * @param owner common name of the owner
 * @param serial as certificates show it: hexadecimal digits
 * @param demonstration true for a key this installation made itself, which proves nothing to others
 * @param fingerprint SHA-256 of the certificate, hexadecimal digits
 * @param encoded the certificate itself, DER
 */
public record SigningCertificate(
    String owner,
    String serial,
    Instant validFrom,
    Instant validUntil,
    boolean demonstration,
    String fingerprint,
    byte[] encoded) {

  /** What a certificate says. */
  public static SigningCertificate of(X509Certificate certificate, boolean demonstration) {
    try {
      byte[] encoded = certificate.getEncoded();
      return new SigningCertificate(
          commonName(certificate),
          hex(certificate.getSerialNumber()),
          LibraryDates.instant(certificate.getNotBefore()),
          LibraryDates.instant(certificate.getNotAfter()),
          demonstration,
          HexFormat.of().formatHex(Checksum.sha256(encoded)),
          encoded);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("the certificate cannot be written", e);
    }
  }

  private static String hex(BigInteger serial) {
    return serial.toString(16).toUpperCase(Locale.ROOT);
  }

  private static String commonName(X509Certificate certificate) {
    String whole = certificate.getSubjectX500Principal().getName();
    try {
      for (Rdn part : new LdapName(whole).getRdns()) {
        if (part.getType().equalsIgnoreCase("CN")) {
          return String.valueOf(part.getValue());
        }
      }
    } catch (InvalidNameException e) {
      return whole;
    }
    return whole;
  }
}
