package kz.miras.registrar.frame.ws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import kz.miras.registrar.shared.service.Json;

/** What a token says, once somebody has checked that it is genuine. */
final class BearerClaims {

  private BearerClaims() {}

  /** The scopes it names; null where it names none. */
  static String scope(String token) {
    return claims(token).get("scope") instanceof String scope ? scope : null;
  }

  private static Map<?, ?> claims(String token) {
    String payload = token.split("\\.")[1];
    return Json.read(
        new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8), Map.class);
  }
}
