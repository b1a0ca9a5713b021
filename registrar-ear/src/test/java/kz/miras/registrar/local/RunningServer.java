package kz.miras.registrar.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A server with its database, whoever has started the two. */
public interface RunningServer {

  /** Address of the screens, without a slash at the end. */
  String url();

  /** A connection as the application's own database user. */
  Connection database() throws SQLException;

  /** The first value a statement finds; null where it finds no row. */
  default String text(String sql) throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
