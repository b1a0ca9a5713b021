package kz.miras.registrar.ministry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.UUID;

/** A key with a certificate, made anew by the tool of the platform. */
public record GatewayKeys(PrivateKey key, X509Certificate certificate) {

  /** A new pair under this name. */
  public static GatewayKeys named(String name) {
    String password = UUID.randomUUID().toString();
    try {
      Path folder = Files.createTempDirectory("gateway");
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
                  "-dname",
                  "CN=" + name,
                  "-storetype",
                  "PKCS12",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  password)
              .redirectErrorStream(true)
              .start();
      process.getInputStream().readAllBytes();
      process.waitFor();
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, password.toCharArray());
      }
      Files.delete(file);
      Files.delete(folder);
      return new GatewayKeys(
          (PrivateKey) store.getKey("one", password.toCharArray()),
          (X509Certificate) store.getCertificate("one"));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
