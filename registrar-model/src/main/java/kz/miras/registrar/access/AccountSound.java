package kz.miras.registrar.access;

import java.util.Locale;
import java.util.regex.Pattern;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** ACC-8. What an account must have before it is opened, and what a password must be. */
public final class AccountSound {

  /** Shortest password, in characters. */
  public static final int LEAST_PASSWORD = 10;

  /** bcrypt reads no more than this many bytes. */
  private static final int MOST_PASSWORD_BYTES = 72;

  private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{2,63}");

  private AccountSound() {}

  /**
   * Judges a login.
   *
   * @param taken true where an account has it already
   */
  public static Verdict login(String login, boolean taken) {
    if (login == null || !LOGIN.matcher(login).matches()) {
      return refused("access.account.login-form", "login");
    }
    return taken ? refused("access.account.login-taken", "login") : Verdict.allowed();
  }

  /** Judges a new password of an account. */
  public static Verdict password(String login, String password) {
    if (password == null || password.codePointCount(0, password.length()) < LEAST_PASSWORD) {
      return refused("access.password.short", "password");
    }
    if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MOST_PASSWORD_BYTES) {
      return refused("access.password.long", "password");
    }
    boolean plain =
        password.chars().distinct().count() < 5
            || password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT));
    return plain ? refused("access.password.guessable", "password") : Verdict.allowed();
  }

  private static Verdict refused(String code, String field) {
    return Verdict.refused(Refusal.of(code, "ACC-8", AccountSound.LEAST_PASSWORD).at(field));
  }
}
