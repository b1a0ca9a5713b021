package kz.miras.registrar.shared.service;

import java.util.List;
import java.util.Map;

/**
 * A list as screens show it: one statement with named columns, narrowed by the caller's scope. The
 * SQL is the list's own; nothing a user types ever becomes part of it.
 *
 * @param code name in addresses and message keys
 * @param permission the right to read it
 * @param from FROM and fixed WHERE part, ending inside the WHERE clause
 * @param id expression of the row's key
 * @param columns what is shown, filtered, sorted and exported
 * @param order default ORDER BY
 * @param link address of a row's page with {@code {id}} for the key; null where there is none
 * @param scopes SQL condition by scope name, with {@code :student}, {@code :teacher}, {@code
 *     :account}, {@code :schools} or {@code :commissions}; a scope that is absent shows nothing;
 *     ALL needs none
 */
public record ListView(
    String code,
    String permission,
    String from,
    String id,
    List<Column> columns,
    String order,
    String link,
    Map<String, String> scopes) {

  /** How a column is shown and filtered. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    MOMENT,
    FLAG,
    /** One of a few message keys: {@code prefix + value}. */
    CHOICE,
    /** Several such values with spaces or commas between. */
    CHOICES,
    /** A name in Kazakh, Russian and English: each is shown one, words are looked for in all. */
    NAMES
  }

  /**
   * A column.
   *
   * @param key name in message keys: {@code <list message prefix>.<key>}
   * @param sql expression
   * @param kind how it is shown
   * @param prefix message key prefix of a CHOICE's values; null otherwise
   * @param choices values of a CHOICE
   * @param searched whether the free text looks into it
   * @param shown whether it is visible until the user chooses
   * @param folded whether its text is folded, so that typed words are folded as well
   */
  public record Column(
      String key,
      String sql,
      Kind kind,
      String prefix,
      List<String> choices,
      boolean searched,
      boolean shown,
      boolean folded) {

    public static Column text(String key, String sql) {
      return new Column(key, sql, Kind.TEXT, null, List.of(), true, true, false);
    }

    /** Text folded by {@link kz.miras.registrar.shared.SearchText}; looked into, never shown. */
    public static Column folded(String key, String sql) {
      return new Column(key, sql, Kind.TEXT, null, List.of(), true, false, true);
    }

    public static Column number(String key, String sql) {
      return new Column(key, sql, Kind.NUMBER, null, List.of(), false, true, false);
    }

    public static Column date(String key, String sql) {
      return new Column(key, sql, Kind.DATE, null, List.of(), false, true, false);
    }

    public static Column moment(String key, String sql) {
      return new Column(key, sql, Kind.MOMENT, null, List.of(), false, true, false);
    }

    public static Column flag(String key, String sql) {
      return new Column(key, sql, Kind.FLAG, null, List.of(), false, true, false);
    }

    public static Column choice(
        String key, String sql, String prefix, Class<? extends Enum<?>> of) {
      List<String> values = java.util.Arrays.stream(of.getEnumConstants()).map(Enum::name).toList();
      return new Column(key, sql, Kind.CHOICE, prefix, values, false, true, false);
    }

    /** A column of languages, by tag. */
    public static Column language(String key, String sql) {
      return new Column(
          key, sql, Kind.CHOICE, "frame.language.", List.of("kk", "ru", "en"), false, true, false);
    }

    /** A name kept in three columns that end in {@code _kk}, {@code _ru} and {@code _en}. */
    public static Column names(String key, String column) {
      return new Column(
          key,
          "CONCAT_WS(CHAR(31 USING utf8mb4), %1$s_kk, %1$s_ru, %1$s_en)".formatted(column),
          Kind.NAMES,
          null,
          List.of(),
          true,
          true,
          false);
    }

    /** A column of one or more values of a few, with spaces or commas between. */
    public static Column choices(String key, String sql, String prefix, List<String> values) {
      return new Column(key, sql, Kind.CHOICES, prefix, values, false, true, false);
    }

    /** A column of one of a few values that are no enum. */
    public static Column choice(String key, String sql, String prefix, List<String> values) {
      return new Column(key, sql, Kind.CHOICE, prefix, values, false, true, false);
    }

    /** The same column, hidden until the user chooses it. */
    public Column hidden() {
      return new Column(key, sql, kind, prefix, choices, searched, false, folded);
    }

    /** The same column, left out of the free text search. */
    public Column unsearched() {
      return new Column(key, sql, kind, prefix, choices, false, shown, folded);
    }
  }

  /** A list everybody with the right sees whole. */
  public static ListView of(
      String code,
      String permission,
      String from,
      String id,
      List<Column> columns,
      String order,
      String link) {
    return new ListView(code, permission, from, id, columns, order, link, Map.of());
  }

  /** The same list, narrowed for callers whose right reaches only so far. */
  public ListView scoped(Map<String, String> conditions) {
    return new ListView(code, permission, from, id, columns, order, link, conditions);
  }

  public Column column(String key) {
    return columns.stream().filter(column -> column.key().equals(key)).findFirst().orElse(null);
  }
}
