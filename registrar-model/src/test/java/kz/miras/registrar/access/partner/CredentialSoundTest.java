package kz.miras.registrar.access.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.partner.CredentialSound.CertificateFacts;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialSoundTest {

  private static final Instant NOW = Instant.parse("2196-03-01T08:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2196, 3, 1);

  @ParameterizedTest
  @CsvSource({
    "2196-03-01, 0, true",
    "2198-03-01, 30, true",
    "2198-03-02, 30, false",
    "2196-02-29, 7, false",
    ", 7, false",
    "2196-06-01, 31, false",
    "2196-06-01, -1, false",
    "2196-06-01, , false"
  })
  @DisplayName("PRT-9 a new one lasts two years at most, the old one goes on for thirty days")
  void rotation(LocalDate last, Integer overlap, boolean allowed) {
    assertThat(CredentialSound.rotation(last, overlap, TODAY).isAllowed()).isEqualTo(allowed);
  }

  private static PublicKey key(String algorithm, int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair().getPublic();
  }

  private static List<String> codes(PublicKey key, String algorithm, long days, boolean known) {
    CertificateFacts facts =
        new CertificateFacts(
            key, algorithm, NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(days)));
    return CredentialSound.certificate(facts, known, NOW).refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("PRT-10 a certificate is in its term, strong enough and nobody else's")
  void certificate() throws GeneralSecurityException {
    assertThat(codes(key("RSA", 2048), "SHA256withRSA", 30, false)).isEmpty();
    assertThat(codes(key("EC", 256), "SHA256withECDSA", 30, false)).isEmpty();
    assertThat(codes(key("RSA", 1024), "SHA256withRSA", 30, false))
        .containsExactly("access.partner.certificate-weak");
    assertThat(codes(key("RSA", 2048), "SHA1withRSA", 30, false))
        .containsExactly("access.partner.certificate-weak");
    assertThat(codes(key("Ed25519", 255), "Ed25519", 30, false))
        .containsExactly("access.partner.certificate-weak");
    assertThat(codes(key("EC", 256), "SHA256withECDSA", -1, true))
        .containsExactly("access.partner.certificate-term", "access.partner.certificate-taken");
  }
}
