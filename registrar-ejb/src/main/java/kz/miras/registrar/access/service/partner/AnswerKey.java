package kz.miras.registrar.access.service.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.service.DemonstrationKey;
import kz.miras.registrar.shared.service.KeptFile;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * The key answers to partners are signed with: a PKCS #12 file ({@code REGISTRAR_SOAP_KEYSTORE}),
 * or a demonstration key where none is named. It is opened when it is first needed.
 */
@ApplicationScoped
public class AnswerKey {

  private static final String FILE = "answers-demonstration.p12";

  @Inject private UniversityTime time;

  private Pair pair;

  /** A key and its certificate. */
  public record Pair(PrivateKey key, X509Certificate certificate) {}

  /** The key and its certificate. */
  public synchronized Pair pair() {
    if (pair == null) {
      pair = open();
    }
    return pair;
  }

  private Pair open() {
    String keystore = environment("REGISTRAR_SOAP_KEYSTORE", "");
    try {
      if (!keystore.isEmpty()) {
        return read(
            Files.readAllBytes(Path.of(keystore)),
            environment("REGISTRAR_SOAP_PASSWORD", "").toCharArray(),
            environment("REGISTRAR_SOAP_ALIAS", ""));
      }
      char[] secret = secret().toCharArray();
      String directory =
          environment("REGISTRAR_KEYS", System.getProperty("jboss.server.data.dir", "."));
      byte[] made =
          KeptFile.of(
              Path.of(directory).resolve(FILE), () -> DemonstrationKey.rsa(secret, time.now()));
      return read(made, secret, "");
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The key answers are signed with cannot be opened", e);
    }
  }

  private static Pair read(byte[] file, char[] password, String alias)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(file), password);
    String name = alias.isEmpty() ? store.aliases().nextElement() : alias;
    return new Pair(
        (PrivateKey) store.getKey(name, password), (X509Certificate) store.getCertificate(name));
  }

  private static String secret() {
    byte[] text =
        ("key of answers " + environment("REGISTRAR_SEAL_KEY", ""))
            .getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Checksum.sha256(text));
  }

  private static String environment(String name, String fallback) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? fallback : value.strip();
  }
}
