package kz.miras.registrar.shared.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key an installation makes for itself where none is configured, so that everything can be tried.
 * Its certificate says plainly that it proves nothing.
 */
public final class DemonstrationKey {

  public static final String NAME = "Registrar: DEMONSTRATION KEY, proves nothing";
  private static final long YEARS = 5;
  private static final int RSA_BITS = 2048;

  private DemonstrationKey() {}

  /** A new elliptic key with its certificate as a PKCS #12 file. */
  public static byte[] keystore(char[] password, Instant now) {
    return keystore("EC", new ECGenParameterSpec("secp256r1"), password, now);
  }

  /** A new RSA key with its certificate as a PKCS #12 file. */
  public static byte[] rsa(char[] password, Instant now) {
    return keystore(
        "RSA", new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4), password, now);
  }

  private static byte[] keystore(
      String algorithm, AlgorithmParameterSpec size, char[] password, Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(size);
      KeyPair pair = generator.generateKeyPair();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(
          "documents", pair.getPrivate(), password, new Certificate[] {certificate(pair, now)});
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password);
      return out.toByteArray();
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("a demonstration key cannot be made", e);
    }
  }

  private static X509Certificate certificate(KeyPair pair, Instant now)
      throws OperatorCreationException, GeneralSecurityException, IOException {
    X500Name name = new X500Name("CN=\"" + NAME + "\"");
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(64, new SecureRandom()).setBit(62),
            LibraryDates.of(now.minus(1, ChronoUnit.DAYS)),
            LibraryDates.of(now.plus(YEARS * 365, ChronoUnit.DAYS)),
            name,
            pair.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder(
                        "SHA256with"
                            + (pair.getPrivate().getAlgorithm().equals("EC") ? "ECDSA" : "RSA"))
                    .build(pair.getPrivate())));
  }
}
