package kz.miras.registrar.morning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rows of a morning, written and read by plain SQL. */
abstract class MorningRows {

  private final Connection database;

  MorningRows(Connection database) {
    this.database = database;
  }

  final List<String> columns(String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement select =
        database.prepareStatement(
            "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND"
                + " table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position")) {
      select.setString(1, table);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
    }
    return columns;
  }

  final long next(String sequence) throws SQLException {
    return number("SELECT NEXT VALUE FOR " + sequence);
  }

  final long number(String sql) throws SQLException {
    return numbers(sql).get(0);
  }

  final List<Long> numbers(String sql) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
    return numbers;
  }

  final String text(String sql, Object value) throws SQLException {
    try (PreparedStatement select = database.prepareStatement(sql)) {
      select.setObject(1, value);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  final void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
