package kz.miras.registrar.access.service;

import at.favre.lib.crypto.bcrypt.BCrypt;

/** The one way a password becomes a hash. */
public final class Passwords {

  private static final int COST = 10;

  private Passwords() {}

  /** A bcrypt hash in modular crypt form, as the server's realm verifies it. */
  public static String hash(String password) {
    return BCrypt.withDefaults().hashToString(COST, password.toCharArray());
  }
}
