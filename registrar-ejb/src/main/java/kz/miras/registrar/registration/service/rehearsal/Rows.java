package kz.miras.registrar.registration.service.rehearsal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the rows of one statement, one after another. */
final class Rows {

  private Rows() {}

  /** Reads one row. */
  interface Row {
    void read(ResultSet row) throws SQLException;
  }

  /**
   * Runs a query.
   *
   * @param value of its only parameter; null where it has none
   */
  static void each(Connection connection, String sql, Object value, Row reader)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      if (value != null) {
        select.setObject(1, value);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          reader.read(row);
        }
      }
    }
  }
}
