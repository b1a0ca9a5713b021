package kz.miras.registrar.office.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import kz.miras.registrar.shared.ListQuery;

/**
 * What a list shows, written into its address: {@code
 * list=students&q=ахм&sort=-group&page=2&f.status=обуч}. A colleague who gets the address sees the
 * same, and so does whoever comes back to it.
 */
final class ListAddress {

  static final String FILTER = "f.";
  private static final int[] SIZES = {25, 50, 100, 200};
  private static final int USUAL = 50;
  private static final int LAST_PAGE = 100_000;

  private ListAddress() {}

  /** The query of an address; what is no number or no known size counts as not said. */
  static ListQuery read(Map<String, String> address) {
    String sort = address.get("sort");
    boolean descending = sort != null && sort.startsWith("-");
    int wanted = number(address.get("size"), USUAL);
    int size = USUAL;
    for (int known : SIZES) {
      size = known == wanted ? known : size;
    }
    Map<String, String> filters = new LinkedHashMap<>();
    address.forEach(
        (key, value) -> {
          if (key.startsWith(FILTER) && !value.isBlank()) {
            filters.put(key.substring(FILTER.length()), value);
          }
        });
    int page = Math.min(Math.max(1, number(address.get("page"), 1)), LAST_PAGE);
    return new ListQuery(
        (page - 1) * size,
        size,
        descending ? sort.substring(1) : sort,
        !descending,
        filters,
        address.get("q"));
  }

  /** The query part of the address that shows what a query asks for. */
  static String write(String list, String only, ListQuery query) {
    StringJoiner address = new StringJoiner("&", "?", "");
    add(address, "list", list);
    add(address, "only", only);
    add(address, "q", query.text());
    if (query.sort() != null) {
      add(address, "sort", (query.ascending() ? "" : "-") + query.sort());
    }
    if (query.size() != USUAL) {
      add(address, "size", String.valueOf(query.size()));
    }
    if (query.first() > 0) {
      add(address, "page", String.valueOf(query.first() / query.size() + 1));
    }
    query.filters().forEach((key, typed) -> add(address, FILTER + key, typed));
    return address.toString();
  }

  private static void add(StringJoiner address, String key, String value) {
    if (value != null && !value.isBlank()) {
      address.add(key + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private static int number(String text, int otherwise) {
    return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
  }
}
