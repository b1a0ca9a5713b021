package kz.miras.registrar.access.partner;

import java.io.Serializable;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PRT-9, PRT-10. Whether a new secret or certificate of a partner is taken. */
public final class CredentialSound {

  /** Most days an old secret or certificate goes on beside the new one. */
  public static final int LONGEST_OVERLAP = 30;

  private static final int MOST_YEARS = 2;
  private static final int LEAST_RSA = 2048;
  private static final int LEAST_EC = 256;
  private static final Pattern WEAK = Pattern.compile("(?i)(MD2|MD5|SHA1|SHA-1).*");

  private CredentialSound() {}

  /**
   * PRT-9. Judges how long a new one lasts, and how long the old one goes on.
   *
   * @param last its last day; null where none is given
   * @param overlap days the old one goes on
   */
  public static Verdict rotation(LocalDate last, Integer overlap, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (last == null || last.isBefore(today) || last.isAfter(today.plusYears(MOST_YEARS))) {
      verdict = refused("access.partner.until", "PRT-9", "until", MOST_YEARS);
    }
    return overlap == null || overlap < 0 || overlap > LONGEST_OVERLAP
        ? verdict.and(refused("access.partner.overlap", "PRT-9", "overlap", LONGEST_OVERLAP))
        : verdict;
  }

  /**
   * What is judged of a certificate.
   *
   * @param algorithm it is signed by, for example {@code SHA256withRSA}
   * @param from the first instant of its term
   * @param until the last instant of its term
   */
  public record CertificateFacts(PublicKey key, String algorithm, Instant from, Instant until) {}

  /**
   * PRT-10. Judges a certificate.
   *
   * @param registered whether a partner has it already, this one or another
   */
  public static Verdict certificate(CertificateFacts certificate, boolean registered, Instant now) {
    Verdict verdict = Verdict.allowed();
    if (certificate.until().isBefore(now) || certificate.from().isAfter(now)) {
      verdict = refused("access.partner.certificate-term", "PRT-10", "pem");
    }
    if (isWeak(certificate)) {
      verdict =
          verdict.and(
              refused("access.partner.certificate-weak", "PRT-10", "pem", LEAST_RSA, LEAST_EC));
    }
    return registered
        ? verdict.and(refused("access.partner.certificate-taken", "PRT-10", "pem"))
        : verdict;
  }

  private static boolean isWeak(CertificateFacts certificate) {
    boolean shortKey =
        !(certificate.key() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= LEAST_RSA
            || certificate.key() instanceof ECPublicKey ec
                && ec.getParams().getOrder().bitLength() >= LEAST_EC);
    return shortKey || WEAK.matcher(certificate.algorithm()).matches();
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
