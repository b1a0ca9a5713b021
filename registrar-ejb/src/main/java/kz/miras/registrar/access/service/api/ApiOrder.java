package kz.miras.registrar.access.service.api;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.service.ApiList;

/**
 * The order a list is read in: by some of its fields, and where those are alike by its key, so that
 * no two rows change places between pages. Rows without a value come first, last where it descends.
 *
 * @param parts none for the order of the key alone
 */
public record ApiOrder(List<Part> parts) implements Serializable {

  /** The order of the key alone. */
  public static final ApiOrder OF_KEY = new ApiOrder(List.of());

  private static final String DOWN = "-";

  public ApiOrder {
    parts = List.copyOf(parts);
  }

  /**
   * A field it is ordered by.
   *
   * @param down whether the greatest comes first
   */
  public record Part(String name, boolean down) implements Serializable {
    @Override
    public String toString() {
      return (down ? DOWN : "") + name;
    }
  }

  /**
   * A place in an ordered list.
   *
   * @param key of the row it is behind; 0 for the beginning
   * @param values of that row by the parts of the order, as texts; null where it has none
   */
  public record Place(long key, List<String> values) implements Serializable {

    /** Before the first row. */
    public static final Place BEGINNING = new Place(0, List.of());

    public Place {
      values = java.util.Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /**
   * The order a text asks for: names with commas between, each with a minus before where it
   * descends.
   *
   * @return empty where it names something the list is not sorted by, or a thing twice
   */
  public static Optional<ApiOrder> of(ApiList list, String text) {
    List<Part> parts = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    for (String one : text.split(",", -1)) {
      boolean down = one.startsWith(DOWN);
      String name = down ? one.substring(DOWN.length()) : one;
      if (!list.sorts().contains(name) || !named.add(name)) {
        return Optional.empty();
      }
      parts.add(new Part(name, down));
    }
    return Optional.of(new ApiOrder(parts));
  }

  /** The same as a parameter; empty for the order of the key. */
  public String text() {
    return parts.stream().map(Part::toString).collect(Collectors.joining(","));
  }

  /** Columns that make a place of a row, with a comma before each. */
  String columns(ApiList list) {
    return parts.stream()
        .map(part -> ", CAST(" + list.sortedSql(part.name()) + " AS CHAR)")
        .collect(Collectors.joining());
  }

  /** What stands behind {@code ORDER BY}. */
  String clause(ApiList list) {
    return parts.stream()
            .map(part -> list.sortedSql(part.name()) + (part.down() ? " DESC, " : ", "))
            .collect(Collectors.joining())
        + list.key();
  }

  /**
   * The condition of the rows behind a place.
   *
   * @param bound takes the values of its marks
   */
  String behind(ApiList list, Place place, List<Object> bound) {
    return place.key() == 0 ? "1 = 1" : behind(list, place, 0, bound);
  }

  private String behind(ApiList list, Place place, int at, List<Object> bound) {
    if (at == parts.size()) {
      bound.add(place.key());
      return list.key() + " > ?";
    }
    String sql = list.sortedSql(parts.get(at).name());
    boolean down = parts.get(at).down();
    String value = place.values().get(at);
    if (value == null) {
      String alike = "(" + sql + " IS NULL AND " + behind(list, place, at + 1, bound) + ")";
      return down ? alike : "(" + sql + " IS NOT NULL OR " + alike + ")";
    }
    bound.add(value);
    bound.add(value);
    return "("
        + sql
        + (down ? " < ? OR " + sql + " IS NULL OR (" : " > ? OR (")
        + sql
        + " = ? AND "
        + behind(list, place, at + 1, bound)
        + "))";
  }
}
