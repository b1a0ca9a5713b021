package kz.miras.registrar.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import kz.miras.registrar.shared.service.DemonstrationKey;

/** A key of an organisation with its certificate, made for a test. */
record PartnerKey(PrivateKey key, X509Certificate certificate) {

  private static final char[] PASSWORD = "secret".toCharArray();

  /** A new RSA key. */
  static PartnerKey rsa() {
    return read(DemonstrationKey.rsa(PASSWORD, Instant.now()));
  }

  /** A new elliptic key. */
  static PartnerKey elliptic() {
    return read(DemonstrationKey.keystore(PASSWORD, Instant.now()));
  }

  /** What serves by TLS with a certificate nobody vouches for. */
  static SSLContext selfSigned() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(DemonstrationKey.rsa(PASSWORD, Instant.now())), PASSWORD);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PartnerKey read(byte[] file) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(file), PASSWORD);
      String alias = store.aliases().nextElement();
      return new PartnerKey(
          (PrivateKey) store.getKey(alias, PASSWORD),
          (X509Certificate) store.getCertificate(alias));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] encoded() {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificate as organisations send it. */
  String pem() {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(encoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
