package kz.miras.registrar.transcript.service.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;
import kz.miras.registrar.shared.service.KeptFile;

/**
 * DOC-24. The key the facts in QR codes are signed with: an elliptic curve key (P-256) the server
 * makes itself and publishes. To change it, move its file away: what it signed still verifies.
 */
final class FactsKey {

  static final String FILE = "documents-facts.jwk";

  /** Letters of the fingerprint a key is known by; a code has no room for all of them. */
  private static final int ID_LENGTH = 8;

  private final ECKey key;

  private FactsKey(ECKey key) {
    this.key = key;
  }

  /** The key kept in a directory, made now where there is none. */
  static FactsKey in(Path directory) {
    byte[] kept = KeptFile.of(directory.resolve(FILE), FactsKey::fresh);
    try {
      return of(new String(kept, StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException(directory.resolve(FILE) + " is no key", e);
    }
  }

  /** A key as it is kept or published. */
  static FactsKey of(String jwk) throws ParseException {
    return new FactsKey(ECKey.parse(jwk));
  }

  private static byte[] fresh() {
    try {
      ECKey made = new ECKeyGenerator(Curve.P_256).generate();
      String id = made.computeThumbprint().toString().substring(0, ID_LENGTH);
      ECKey named =
          new ECKey.Builder(made)
              .keyID(id)
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .build();
      return named.toJSONString().getBytes(StandardCharsets.UTF_8);
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of facts cannot be made", e);
    }
  }

  String id() {
    return key.getKeyID();
  }

  /** What is published of it. */
  String published() {
    return key.toPublicJWK().toJSONString();
  }

  ECKey key() {
    return key;
  }
}
