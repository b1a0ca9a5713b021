package kz.miras.registrar.access.service;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.nio.charset.StandardCharsets;

/** The one way a password becomes a hash, and is held against one. */
public final class Passwords {

  private static final int COST = 10;

  /** Bytes of the longest password a hash can be of. */
  private static final int LONGEST = 72;

  private Passwords() {}

  /** A bcrypt hash in modular crypt form, as the server's realm verifies it. */
  public static String hash(String password) {
    return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
  }

  /** Whether a hash is of this password; that takes as long where it cannot be of any so long. */
  public static boolean match(String password, String hash) {
    boolean possible = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    char[] held = possible ? password.toCharArray() : new char[0];
    return BCrypt.verifyer().verify(held, hash).verified && possible;
  }
}
