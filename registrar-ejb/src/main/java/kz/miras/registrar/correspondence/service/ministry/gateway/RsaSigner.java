package kz.miras.registrar.correspondence.service.ministry.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import kz.miras.registrar.correspondence.ministry.gateway.BodySignature;
import kz.miras.registrar.shared.Verdict;

/** Signs with an RSA key of this server; no other library is needed. */
public final class RsaSigner implements MessageSigner {

  private final PrivateKey key;
  private final X509Certificate certificate;
  private final X509Certificate gateway;

  /** With a key and its certificate, and that of the gateway. */
  public RsaSigner(PrivateKey key, X509Certificate certificate, X509Certificate gateway) {
    this.key = key;
    this.certificate = certificate;
    this.gateway = gateway;
  }

  /**
   * With the first key of a store.
   *
   * @param gateway certificate of the gateway
   */
  static RsaSigner of(Path store, char[] password, X509Certificate gateway) {
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, password);
      String alias = keys.aliases().nextElement();
      return new RsaSigner(
          (PrivateKey) keys.getKey(alias, password),
          (X509Certificate) keys.getCertificate(alias),
          gateway);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key of the gateway cannot be read", e);
    }
  }

  @Override
  public byte[] sign(byte[] envelope) {
    return BodySignature.sign(envelope, key, certificate);
  }

  @Override
  public Verdict verify(byte[] envelope) {
    return BodySignature.verify(envelope, gateway);
  }
}
