package kz.miras.registrar.shared.service;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import kz.miras.registrar.shared.Checksum;

/** What opens something to whoever holds it and cannot be guessed; only its hash is kept. */
public final class RandomToken {

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomToken() {}

  /** A new one of so many bytes by chance, in characters an address takes as they are. */
  public static String of(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** By what it is known again. */
  public static byte[] hash(String token) {
    return Checksum.sha256(token.getBytes(StandardCharsets.UTF_8));
  }
}
