package kz.miras.registrar.correspondence.ministry.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key with a certificate, made anew by the tool of the platform. */
record TestKey(PrivateKey key, X509Certificate certificate) {

  private static final String PASSWORD = "only-for-a-test";

  static TestKey named(String name) {
    try {
      Path folder = Files.createTempDirectory("key");
      Path file = folder.resolve("key.p12");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "one",
                  "-keyalg",
                  "RSA",
                  "-keysize",
                  "2048",
                  "-sigalg",
                  "SHA256withRSA",
                  "-dname",
                  "CN=" + name,
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  PASSWORD)
              .redirectErrorStream(true)
              .start();
      process.getInputStream().readAllBytes();
      process.waitFor();
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD.toCharArray());
      }
      Files.delete(file);
      Files.delete(folder);
      return new TestKey(
          (PrivateKey) store.getKey("one", PASSWORD.toCharArray()),
          (X509Certificate) store.getCertificate("one"));
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
