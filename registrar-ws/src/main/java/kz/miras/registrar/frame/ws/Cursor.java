package kz.miras.registrar.frame.ws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The parameters of a page. To callers a cursor is a text without meaning. */
public final class Cursor {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int USUAL_LARGE = 100;
  private static final int MOST_LARGE = 500;
  private static final String SIGN = "after:";

  private Cursor() {}

  /** Items of a page. */
  public static int limit(String text) {
    return limit(text, USUAL, MOST);
  }

  /** Items of a page of a list that is read to be copied. */
  public static int large(String text) {
    return limit(text, USUAL_LARGE, MOST_LARGE);
  }

  private static int limit(String text, int usual, int most) {
    if (text == null) {
      return usual;
    }
    if (text.matches("\\d{1,3}")) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= most) {
        return limit;
      }
    }
    throw ProblemException.parameter("limit", "1–" + most);
  }

  /** The cursor behind a position. */
  public static String after(long position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((SIGN + position).getBytes(StandardCharsets.US_ASCII));
  }

  /** The position a cursor stands behind; 0 for the beginning. */
  public static long position(String cursor) {
    if (cursor == null) {
      return 0;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      if (text.matches(SIGN + "\\d{1,18}")) {
        return Long.parseLong(text.substring(SIGN.length()));
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw ProblemException.parameter("cursor", "next");
  }
}
