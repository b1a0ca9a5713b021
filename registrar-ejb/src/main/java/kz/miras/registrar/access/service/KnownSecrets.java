package kz.miras.registrar.access.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets programs sign in with at every call. Holding a secret against its hash is slow on
 * purpose, for whoever guesses; a program that has shown the right one is not made to wait again:
 * this server remembers which secret fitted which hash, under a key that dies with it. Whether a
 * hash is in force is asked of the database each time, so that an ended secret ends at once.
 */
@ApplicationScoped
public class KnownSecrets {

  /** What a secret is compared with where somebody has none: that takes as long. */
  private static final String NOBODYS = Passwords.hash("nobody has this password");

  /** Secrets remembered, more than any university has programs; the longest unused goes first. */
  private static final int MOST = 1000;

  private final Set<String> fitted =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > MOST;
                }
              }));

  private final SecretKeySpec key = key();

  /** Whether a secret is of one of these hashes; without any it takes as long as with one. */
  public boolean fits(String secret, List<String> hashes) {
    boolean found = false;
    for (String hash : hashes.isEmpty() ? List.of(NOBODYS) : hashes) {
      found = found || fits(secret, hash);
    }
    return found && !hashes.isEmpty();
  }

  private boolean fits(String secret, String hash) {
    String known = seal(secret, hash);
    // adding what is there already makes it the latest used
    boolean fits = fitted.contains(known) || Passwords.match(secret, hash);
    if (fits) {
      fitted.add(known);
    }
    return fits;
  }

  private String seal(String secret, String hash) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(hash.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SecretKeySpec key() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new SecretKeySpec(random, "HmacSHA256");
  }
}
