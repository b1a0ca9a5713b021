package kz.miras.registrar.morning;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Tokens as the server issues them, made before the storm with its own key: ten thousand checks of
 * passwords are another matter, which the waiting room is for.
 */
final class Tokens {

  private static final long HOURS = 3;

  private final PrivateKey key;

  Tokens(String pkcs8) {
    try {
      key =
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pkcs8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String of(Pupil pupil) {
    long now = Instant.now().getEpochSecond();
    String content =
        part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
            + "."
            + part(
                "{\"iss\":\"registrar\",\"aud\":\"registrar-api\",\"sub\":\""
                    + pupil.login()
                    + "\",\"jti\":\""
                    + pupil.number()
                    + "\",\"iat\":"
                    + now
                    + ",\"exp\":"
                    + (now + HOURS * 3600)
                    + ",\"permissions\":[\""
                    + String.join("\",\"", List.of("api.use", "plan.submit", "enrol.own"))
                    + "\"]}");
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token for each. */
  Map<String, String> ofAll(List<Pupil> pupils) {
    return pupils.parallelStream()
        .collect(java.util.stream.Collectors.toConcurrentMap(Pupil::number, this::of));
  }

  private static String part(String json) {
    return encode(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
