package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Copies and restores rows behind the application's back, as the database's administrator. */
final class Tables {

  private final Connection administrator;

  Tables(Connection administrator) {
    this.administrator = administrator;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = administrator.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of an answer. */
  List<Object> column(String sql) throws SQLException {
    try (Statement statement = administrator.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<Object> values = new ArrayList<>();
      while (row.next()) {
        values.add(row.getObject(1));
      }
      return values;
    }
  }

  long number(String sql) throws SQLException {
    return ((Number) column(sql).get(0)).longValue();
  }

  private List<String> columns(String table) throws SQLException {
    return column(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = 'registrar'"
                + " AND table_name = '"
                + table
                + "' AND is_generated = 'NEVER' ORDER BY ordinal_position")
        .stream()
        .map(String::valueOf)
        .toList();
  }

  /** A new row like another, but for some columns given as SQL. */
  void copy(String table, long id, Map<String, String> other) throws SQLException {
    List<String> columns = columns(table);
    execute(
        "INSERT INTO "
            + table
            + " ("
            + String.join(", ", columns)
            + ") SELECT "
            + columns.stream()
                .map(column -> other.getOrDefault(column, column))
                .collect(Collectors.joining(", "))
            + " FROM "
            + table
            + " WHERE id = "
            + id);
  }

  /** Keeps rows as they are now. */
  void keep(String table, String condition) throws SQLException {
    execute("CREATE TABLE bench_" + table + " AS SELECT * FROM " + table + " WHERE " + condition);
  }

  /** Brings kept rows back to what they were. */
  void restore(String table, String key) throws SQLException {
    execute(
        "UPDATE "
            + table
            + " t JOIN bench_"
            + table
            + " k ON k."
            + key
            + " = t."
            + key
            + " SET "
            + columns(table).stream()
                .filter(column -> !column.equals(key))
                .map(column -> "t." + column + " = k." + column)
                .collect(Collectors.joining(", ")));
  }

  /** Deletes rows of a table that is only added to: its guard is lifted and stands again after. */
  void deleteGuarded(String table, String condition) throws SQLException {
    String trigger = table + "_no_delete";
    Object guard =
        column(
                "SELECT action_statement FROM information_schema.triggers WHERE trigger_schema ="
                    + " 'registrar' AND trigger_name = '"
                    + trigger
                    + "'")
            .get(0);
    execute("DROP TRIGGER " + trigger);
    execute("DELETE FROM " + table + " WHERE " + condition);
    execute("CREATE TRIGGER " + trigger + " BEFORE DELETE ON " + table + " FOR EACH ROW " + guard);
  }
}
