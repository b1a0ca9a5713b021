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

  /** As many new rows like another; what is given as SQL may name {@code copy.seq}, from 1 on. */
  void copies(String table, long id, int wanted, Map<String, String> other) throws SQLException {
    List<String> columns = columns(table);
    execute(
        "INSERT INTO "
            + table
            + " ("
            + String.join(", ", columns)
            + ") SELECT "
            + columns.stream()
                .map(column -> other.getOrDefault(column, "t." + column))
                .collect(Collectors.joining(", "))
            + " FROM "
            + table
            + " t JOIN seq_1_to_"
            + wanted
            + " copy WHERE t.id = "
            + id);
  }

  /** Keeps rows as they are now. */
  void keep(String table, String condition) throws SQLException {
    execute("CREATE TABLE bench_" + table + " AS SELECT * FROM " + table + " WHERE " + condition);
  }

  /** Brings kept rows back to what they were. */
  void restore(String table, String key) throws SQLException {
    execute(restoring(table, key));
  }

  /** The same of a table that guards its rows. */
  void restoreGuarded(String table, String key) throws SQLException {
    unguarded(table, restoring(table, key));
  }

  private String restoring(String table, String key) throws SQLException {
    return "UPDATE "
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
            .collect(Collectors.joining(", "));
  }

  /** Deletes rows of a table that is only added to. */
  void deleteGuarded(String table, String condition) throws SQLException {
    unguarded(table, "DELETE FROM " + table + " WHERE " + condition);
  }

  /**
   * One statement on a table without its triggers; they stand again after. Where a table has any,
   * MariaDB 11.4 takes the key of the second row an {@code INSERT … SELECT} finds for NULL.
   */
  void unguarded(String table, String sql) throws SQLException {
    List<String> guards = new ArrayList<>();
    try (Statement statement = administrator.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT trigger_name, action_timing, event_manipulation, action_statement FROM"
                    + " information_schema.triggers WHERE trigger_schema = 'registrar' AND"
                    + " event_object_table = '"
                    + table
                    + "' ORDER BY action_order")) {
      while (row.next()) {
        guards.add(
            "CREATE TRIGGER %s %s %s ON %s FOR EACH ROW %s"
                .formatted(
                    row.getString(1), row.getString(2), row.getString(3), table, row.getString(4)));
      }
    }
    for (String guard : guards) {
      execute("DROP TRIGGER " + guard.split(" ")[2]);
    }
    execute(sql);
    for (String guard : guards) {
      execute(guard);
    }
  }
}
