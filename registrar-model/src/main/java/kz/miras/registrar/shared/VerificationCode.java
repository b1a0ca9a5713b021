package kz.miras.registrar.shared;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * The code by which anybody may check a document: long enough that it cannot be guessed, without
 * letters that look alike, in groups of four for people who type it.
 */
public final class VerificationCode {

  private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private VerificationCode() {}

  /** A new code of 80 random bits, for example {@code 7F3K-9QWM-2HXC-D4TR}. */
  public static String next() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % 4 == 0) {
        code.append('-');
      }
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** What somebody typed, as codes are written; other letters stay and are simply not found. */
  public static String normalised(String typed) {
    String plain = typed == null ? "" : typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < Math.min(plain.length(), 2 * LENGTH); i++) {
      if (i > 0 && i % 4 == 0) {
        code.append('-');
      }
      code.append(plain.charAt(i));
    }
    return code.toString();
  }

  /** DOC-3. A name of which only the first letters are told: {@code А****** С***}. */
  public static String masked(String fullName) {
    StringBuilder masked = new StringBuilder();
    for (String part : fullName.strip().split("\\s+")) {
      if (!masked.isEmpty()) {
        masked.append(' ');
      }
      masked.append(part.charAt(0)).append("*".repeat(Math.min(6, Math.max(1, part.length() - 1))));
    }
    return masked.toString();
  }
}
