package kz.miras.registrar.ministry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    try {
      Path folder = Files.createTempDirectory("gateway");
      Path file = folder.resolve("key.p12");
      GatewayKeys made = in(file, name, UUID.randomUUID().toString());
      Files.delete(file);
      Files.delete(folder);
      return made;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The pair of a file, which is made where it is not there. */
  static GatewayKeys in(Path file, String name, String password) {
    try {
      if (!Files.exists(file)) {
        make(file, name, password);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, password.toCharArray());
      }
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

  private static void make(Path file, String name, String password)
      throws IOException, InterruptedException {
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
                "-validity",
                "3650",
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
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }
}
