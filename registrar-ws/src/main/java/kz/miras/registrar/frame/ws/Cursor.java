package kz.miras.registrar.frame.ws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.service.api.ApiOrder;
import kz.miras.registrar.shared.service.Json;

/** The parameters of a page. To callers a cursor is a text without meaning. */
public final class Cursor {

  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int USUAL_LARGE = 100;
  private static final int MOST_LARGE = 500;
  private static final String SIGN = "after:";
  private static final String SORTED = "sorted:";

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

  /** The cursor behind a place of an ordered list; that of the key alone is as it ever was. */
  static String after(ApiOrder order, ApiOrder.Place place) {
    if (order.parts().isEmpty()) {
      return after(place.key());
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("sort", order.text());
    told.put("key", place.key());
    told.put("values", place.values());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((SORTED + Json.write(told)).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The place a cursor stands behind in an ordered list.
   *
   * @throws ProblemException where it is of a list in another order, or none at all
   */
  static ApiOrder.Place place(ApiOrder order, String cursor) {
    if (cursor == null) {
      return ApiOrder.Place.BEGINNING;
    }
    Map<?, ?> told = sorted(cursor);
    if (!(told == null ? "" : String.valueOf(told.get("sort"))).equals(order.text())) {
      if (told == null) {
        position(cursor);
      }
      throw new ProblemException(Problem.of(400, "cursor-sort"));
    }
    if (told == null) {
      return new ApiOrder.Place(position(cursor), List.of());
    }
    if (told.get("key") instanceof Number key
        && key.longValue() > 0
        && told.get("values") instanceof List<?> values
        && values.size() == order.parts().size()) {
      List<String> texts = new ArrayList<>();
      values.forEach(value -> texts.add(value == null ? null : value.toString()));
      return new ApiOrder.Place(key.longValue(), texts);
    }
    throw ProblemException.parameter("cursor", "next");
  }

  /** What the cursor of a sorted list tells; null where it is of another kind. */
  private static Map<?, ?> sorted(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return text.startsWith(SORTED) ? Json.read(text.substring(SORTED.length()), Map.class) : null;
    } catch (RuntimeException e) {
      // whoever made it up is told that it is none
      throw ProblemException.parameter("cursor", "next");
    }
  }
}
