package kz.miras.registrar.transcript.service.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.token.AbstractKeyStoreTokenConnection;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs11SignatureToken;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import eu.europa.esig.dss.token.PrefilledPasswordCallback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PasswordProtection;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import kz.miras.registrar.shared.service.DemonstrationKey;
import kz.miras.registrar.shared.service.KeptFile;

/**
 * The key of the university in a PKCS #12 file or in a PKCS #11 token, or a demonstration key where
 * neither is configured.
 */
final class SigningKey {

  static final String FILE = "documents-demonstration.p12";

  /** No number of a slot, and no place in the list of them. */
  private static final int NONE = -1;

  private final AbstractKeyStoreTokenConnection token;
  private final DSSPrivateKeyEntry entry;
  private final boolean demonstration;

  private SigningKey(
      AbstractKeyStoreTokenConnection token, DSSPrivateKeyEntry entry, boolean demonstration) {
    this.token = token;
    this.entry = entry;
    this.demonstration = demonstration;
  }

  /**
   * The key the settings lead to.
   *
   * @throws IllegalStateException with what to mend where it cannot be opened
   */
  static SigningKey of(SigningSettings settings, Instant now) {
    if (settings.library() != null) {
      return open(() -> token(settings), settings.alias(), false, "token " + settings.library());
    }
    Path file = settings.keystore();
    try {
      if (file != null) {
        byte[] content = Files.readAllBytes(file);
        return open(
            () -> file(content, settings.password()), settings.alias(), false, file.toString());
      }
    } catch (IOException e) {
      throw new IllegalStateException("REGISTRAR_SIGN_KEYSTORE: " + file + " cannot be read", e);
    }
    Path made = settings.directory().resolve(FILE);
    byte[] content =
        KeptFile.of(made, () -> DemonstrationKey.keystore(settings.secret().toCharArray(), now));
    return open(() -> file(content, settings.secret()), null, true, made.toString());
  }

  private static AbstractKeyStoreTokenConnection token(SigningSettings settings) {
    // the first slot is that of the list: its number is whatever the library calls it
    int slot = settings.slot() == null ? NONE : settings.slot();
    int first = settings.slot() == null ? 0 : NONE;
    return new Pkcs11SignatureToken(
        settings.library(),
        new PrefilledPasswordCallback(protection(settings.pin())),
        slot,
        first,
        null);
  }

  private static AbstractKeyStoreTokenConnection file(byte[] content, String password) {
    return new Pkcs12SignatureToken(content, protection(password));
  }

  private static PasswordProtection protection(String password) {
    return new PasswordProtection(password == null ? new char[0] : password.toCharArray());
  }

  private static SigningKey open(
      Supplier<AbstractKeyStoreTokenConnection> opened,
      String alias,
      boolean demonstration,
      String where) {
    try {
      AbstractKeyStoreTokenConnection token = opened.get();
      List<DSSPrivateKeyEntry> keys = token.getKeys();
      DSSPrivateKeyEntry found =
          alias == null ? (keys.isEmpty() ? null : keys.get(0)) : token.getKey(alias);
      if (found == null) {
        throw new IllegalStateException(
            "There is no key" + (alias == null ? "" : " " + alias) + " in " + where);
      }
      return new SigningKey(token, found, demonstration);
    } catch (DSSException e) {
      throw new IllegalStateException(
          "The key of documents cannot be opened: " + where + ". Is the password right?", e);
    }
  }

  SigningCertificate certificate() {
    return SigningCertificate.of(entry.getCertificate().getCertificate(), demonstration);
  }

  CertificateToken token() {
    return entry.getCertificate();
  }

  CertificateToken[] chain() {
    return entry.getCertificateChain();
  }

  SignatureValue sign(ToBeSigned data, DigestAlgorithm digest) {
    return token.sign(data, digest, entry);
  }
}
