package kz.miras.registrar.office;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.local.TestServer;

/**
 * Rows of the test database. Keys of the demonstration university lie between the first it counts
 * and the last account it makes; what tests add lies outside.
 */
final class Rows {

  static final String LAST = "(SELECT id FROM account WHERE login = 'partner')";
  static final String OWN = " BETWEEN 100000 AND " + LAST;

  /** Reads a row. */
  interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private Rows() {}

  static long number(TestServer server, String sql) throws SQLException {
    return Long.parseLong(text(server, sql));
  }

  static String text(TestServer server, String sql) throws SQLException {
    return of(server, sql, row -> row.getString(1)).get(0);
  }

  static <T> List<T> of(TestServer server, String sql, Reading<T> reading) throws SQLException {
    List<T> read = new ArrayList<>();
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        read.add(reading.of(row));
      }
    }
    return read;
  }
}
