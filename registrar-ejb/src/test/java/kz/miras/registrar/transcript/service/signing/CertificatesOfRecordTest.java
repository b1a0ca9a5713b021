package kz.miras.registrar.transcript.service.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.transcript.service.signing.PublishedKeys.Key;
import kz.miras.registrar.transcript.service.signing.PublishedKeys.Purpose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesOfRecordTest {

  @TempDir private Path directory;

  private Key key(String name, LocalDate last) {
    SigningCertificate made =
        SigningSample.signer(SigningSample.environment(directory.resolve(name))).certificate();
    return new Key(
        made.fingerprint(),
        Purpose.DOCUMENT,
        "University\n" + name,
        made.encoded(),
        LocalDate.of(2026, 1, 1),
        last);
  }

  @Test
  @DisplayName(
      "DOC-66 every certificate a file was signed with is given to strangers as PEM and PKCS #7, the"
          + " one before a change of keys too")
  void bothForms() throws Exception {
    List<Key> keys =
        List.of(key("new", LocalDate.of(2026, 11, 30)), key("old", LocalDate.of(2026, 6, 1)));
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    String pem = CertificatesOfRecord.pem(keys);
    assertThat(pem)
        .contains("# University new, 2026-01-01 – 2026-11-30, SHA-256 " + keys.get(0).id())
        .contains("2026-06-01");
    List<Certificate> known = new ArrayList<>();
    for (Key key : keys) {
      known.add(factory.generateCertificate(new ByteArrayInputStream(key.content())));
    }
    Collection<? extends Certificate> read =
        factory.generateCertificates(
            new ByteArrayInputStream(
                pem.replaceAll("(?m)^#.*$", "").getBytes(StandardCharsets.UTF_8)));
    assertThat(List.<Certificate>copyOf(read)).containsExactlyInAnyOrderElementsOf(known);
    assertThat(
            List.<Certificate>copyOf(
                factory.generateCertificates(
                    new ByteArrayInputStream(CertificatesOfRecord.pkcs7(keys)))))
        .containsExactlyInAnyOrderElementsOf(known);
    assertThat(CertificatesOfRecord.pem(List.of())).isEmpty();
    assertThat(
            factory.generateCertificates(
                new ByteArrayInputStream(CertificatesOfRecord.pkcs7(List.of()))))
        .isEmpty();
  }
}
