package kz.miras.registrar.transcript.service.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.DemonstrationKey;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key in a PKCS #11 token, with a real library of tokens: SoftHSM of the system. */
class TokenSignerTest {

  private static final String PIN = "271828";

  /** Where Debian and others keep the library. */
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib64/pkcs11/libsofthsm2.so"));

  @TempDir private Path directory;
  private Path library;

  /** A fresh token with one key; the library reads its settings where the build tells it to. */
  @BeforeEach
  void token() throws Exception {
    Optional<Path> found = PLACES.stream().filter(Files::exists).findFirst();
    Assumptions.assumeTrue(
        found.isPresent(), "softhsm2 is not installed: signing by a token is not tried");
    Assumptions.assumeTrue(
        System.getenv("SOFTHSM2_CONF") != null, "SOFTHSM2_CONF is set by the build alone");
    library = found.orElseThrow();
    Path settings = Path.of(System.getenv("SOFTHSM2_CONF"));
    Path tokens = Files.createDirectories(settings.resolveSibling("softhsm2-tokens"));
    Files.writeString(settings, "directories.tokendir = " + tokens + "\nlog.level = ERROR\n");
    try (Stream<Path> made = Files.list(tokens)) {
      if (made.findAny().isEmpty()) {
        make();
      }
    }
  }

  private void make() throws Exception {
    Process made =
        new ProcessBuilder(
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "university",
                "--so-pin",
                PIN,
                "--pin",
                PIN)
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(made.waitFor()).as(said).isZero();
    KeyStore file = KeyStore.getInstance("PKCS12");
    char[] secret = "secret".toCharArray();
    file.load(
        new ByteArrayInputStream(DemonstrationKey.keystore(secret, SigningSample.MOMENT)), secret);
    Key key = file.getKey("documents", secret);
    Certificate[] chain = file.getCertificateChain("documents");
    Path config = directory.resolve("token.cfg");
    Files.writeString(config, "name = Making\nlibrary = " + library + "\nslotListIndex = 0\n");
    Provider provider = Security.getProvider("SunPKCS11").configure(config.toString());
    KeyStore token = KeyStore.getInstance("PKCS11", provider);
    token.load(null, PIN.toCharArray());
    token.setKeyEntry("university", key, null, chain);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = SigningSample.environment(directory);
    environment.put("REGISTRAR_SIGN_TOKEN", library.toString());
    environment.put("REGISTRAR_SIGN_TOKEN_PIN", PIN);
    environment.put("REGISTRAR_SIGN_ALIAS", "university");
    return environment;
  }

  @Test
  @DisplayName("DOC-20 a key that never leaves its PKCS #11 token signs, and the file is intact")
  void signs() throws Exception {
    PadesSigner signer = SigningSample.signer(environment());
    assertThat(signer.certificate().demonstration())
        .as("the university's own key, not one this installation made")
        .isFalse();
    SigningFacts facts = SigningSample.facts(Language.KK);
    byte[] signed = signer.sign(SigningSample.document(signer, facts), facts);
    assertThat(new SignedFile(signed).state(Set.of(signer.certificate().fingerprint())))
        .isEqualTo(SignedFile.State.INTACT);
    try (PDDocument document = Loader.loadPDF(signed)) {
      assertThat(document.getLastSignatureDictionary().getSubFilter())
          .isEqualTo("ETSI.CAdES.detached");
    }
    byte[] again = signer.sign(SigningSample.document(signer, facts), facts);
    assertThat(new SignedFile(again).state(Set.of(signer.certificate().fingerprint())))
        .as("the token stays open")
        .isEqualTo(SignedFile.State.INTACT);
  }

  @Test
  @DisplayName("DOC-20 a wrong PIN or a missing key of a token is told with what to mend")
  void told() {
    Map<String, String> missing = environment();
    missing.put("REGISTRAR_SIGN_ALIAS", "rector");
    assertThatThrownBy(() -> SigningSample.signer(missing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("rector")
        .hasMessageContaining(library.toString());
    Map<String, String> none = environment();
    none.put("REGISTRAR_SIGN_TOKEN", directory.resolve("none.so").toString());
    assertThatThrownBy(() -> SigningSample.signer(none))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none.so");
  }
}
