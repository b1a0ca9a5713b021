package kz.miras.registrar.shared.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Statements with values: what is read is read whole, row by row in its order. */
public final class Statements {

  private Statements() {}

  /** Reads a row. */
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Takes in a row. */
  public interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  /** All rows a statement answers. */
  public static <T> List<T> list(
      Connection connection, String sql, Collection<?> values, Reader<T> reader)
      throws SQLException {
    List<T> found = new ArrayList<>();
    each(connection, sql, values, row -> found.add(reader.read(row)));
    return found;
  }

  /** Hands over every row a statement answers. */
  public static void each(Connection connection, String sql, Collection<?> values, Taker taker)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      bind(select, values);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          taker.take(row);
        }
      }
    }
  }

  /** How many rows a statement changes. */
  public static int change(Connection connection, String sql, Collection<?> values)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      bind(update, values);
      return update.executeUpdate();
    }
  }

  /** Marks for so many values within brackets. */
  public static String places(int many) {
    return String.join(", ", Collections.nCopies(many, "?"));
  }

  private static void bind(PreparedStatement statement, Collection<?> values) throws SQLException {
    int at = 0;
    for (Object value : values) {
      statement.setObject(++at, value);
    }
  }
}
