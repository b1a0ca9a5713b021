package kz.miras.registrar.shared.service;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list other programs read page by page, described once: what is read, as which fields, and what
 * it may be filtered by. A dot in the name of a field makes an object of what stands before it.
 *
 * @param code name of it
 * @param permission that has to reach everything
 * @param from tables, joins and conditions, with {@code WHERE}
 * @param key a number that orders the rows and never changes
 * @param fields in their order
 * @param filters the only ones there are
 * @param sorts names of the fields it may be sorted by; of a name in three languages one of them,
 *     as {@code title.kk}
 */
public record ApiList(
    String code,
    String permission,
    String from,
    String key,
    List<Field> fields,
    List<Filter> filters,
    List<String> sorts)
    implements Serializable {

  public ApiList {
    fields = List.copyOf(fields);
    filters = List.copyOf(filters);
    sorts = List.copyOf(sorts);
    for (String name : sorts) {
      Field field = sorted(fields, name);
      if (field.permission() != null || field.kind() == Kind.TEXTS) {
        // an order would tell what is not told
        throw new IllegalArgumentException(code + " is not sorted by " + name);
      }
    }
  }

  /** What a value is. */
  public enum Kind {
    UUID,
    TEXT,
    NUMBER,
    DATE,
    TIME,
    MOMENT,
    FLAG,
    /** A name in Kazakh, Russian and English. */
    NAMES,
    /** Texts, which the expression gives with commas between. */
    TEXTS
  }

  /**
   * A field.
   *
   * @param sql expression; of a name what stands before {@code _kk}, {@code _ru}, {@code _en}
   * @param permission without which it is null; null where none is needed beside that of the list
   */
  public record Field(String name, String sql, Kind kind, String permission)
      implements Serializable {

    public static Field uuid(String name, String sql) {
      return new Field(name, sql, Kind.UUID, null);
    }

    public static Field text(String name, String sql) {
      return new Field(name, sql, Kind.TEXT, null);
    }

    public static Field number(String name, String sql) {
      return new Field(name, sql, Kind.NUMBER, null);
    }

    public static Field date(String name, String sql) {
      return new Field(name, sql, Kind.DATE, null);
    }

    public static Field time(String name, String sql) {
      return new Field(name, sql, Kind.TIME, null);
    }

    public static Field moment(String name, String sql) {
      return new Field(name, sql, Kind.MOMENT, null);
    }

    public static Field flag(String name, String sql) {
      return new Field(name, sql, Kind.FLAG, null);
    }

    public static Field names(String name, String sql) {
      return new Field(name, sql, Kind.NAMES, null);
    }

    public static Field texts(String name, String sql) {
      return new Field(name, sql, Kind.TEXTS, null);
    }

    /** The member of a row it is, or is a part of. */
    public String member() {
      int dot = name.indexOf('.');
      return dot < 0 ? name : name.substring(0, dot);
    }

    /** The same as a part of an object. */
    public Field of(String object) {
      return new Field(object + "." + name, sql, kind, permission);
    }

    /** The same, told only to whoever holds another right too. */
    public Field onlyWith(String right) {
      return new Field(name, sql, kind, right);
    }
  }

  /**
   * A filter.
   *
   * @param name of the parameter
   * @param sql condition with one mark for the value
   * @param kind what the value has to be
   */
  public record Filter(String name, String sql, Kind kind) implements Serializable {}

  /** A list without filters. */
  public static ApiList of(
      String code, String permission, String from, String key, Field... fields) {
    return new ApiList(code, permission, from, key, List.of(fields), List.of(), List.of());
  }

  /** The same list with one more filter. */
  public ApiList filter(String name, String sql, Kind value) {
    List<Filter> more = new ArrayList<>(filters);
    more.add(new Filter(name, sql, value));
    return new ApiList(code, permission, from, key, fields, more, sorts);
  }

  /** The same list that may be sorted by these fields. */
  public ApiList sortedBy(String... names) {
    return new ApiList(code, permission, from, key, fields, filters, List.of(names));
  }

  /** The name of a field that is a part of an object. */
  public static String part(String object, String field) {
    return object + "." + field;
  }

  /** The members of a row in their order, each whole: what stands before the first dot. */
  public Set<String> members() {
    Set<String> members = new LinkedHashSet<>();
    fields.forEach(field -> members.add(field.member()));
    return members;
  }

  /** The member that says which row it is, and is always told. */
  public String identity() {
    return fields.get(0).member();
  }

  /** The expression of something it may be sorted by. */
  public String sortedSql(String name) {
    Field field = sorted(fields, name);
    return field.kind() == Kind.NAMES
        ? field.sql() + "_" + name.substring(name.lastIndexOf('.') + 1)
        : field.sql();
  }

  private static Field sorted(List<Field> fields, String name) {
    return fields.stream()
        .filter(
            field ->
                field.kind() == Kind.NAMES
                    ? name.matches(Pattern.quote(field.name()) + "\\.(kk|ru|en)")
                    : field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no field " + name));
  }
}
