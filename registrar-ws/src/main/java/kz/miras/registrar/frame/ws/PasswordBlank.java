package kz.miras.registrar.frame.ws;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the passwords out of a message before it is kept; every other byte stays. */
final class PasswordBlank {

  /** With its end, or to the end of the message where that is missing. */
  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?s)(<(?:[^\\s<>/:]+:)?Password(?=[\\s>])[^>]*>)"
              + "(?:.*?)(</(?:[^\\s<>/:]+:)?Password\\s*>|\\z)");

  private PasswordBlank() {}

  static byte[] of(byte[] message) {
    // a byte is a character here, so that what is no password is not touched, whatever it is
    Matcher found = PASSWORD.matcher(new String(message, StandardCharsets.ISO_8859_1));
    return found.replaceAll("$1***$2").getBytes(StandardCharsets.ISO_8859_1);
  }
}
