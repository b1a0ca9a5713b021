package kz.miras.registrar.shared.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Statements that are sent many rows at a time. */
public final class Batches {

  private Batches() {}

  /**
   * Prepares a statement for {@code addBatch}. It says that no generated keys are wanted: the
   * server's pool otherwise prepares it by a call the driver takes for a wish for keys, and then
   * the driver sends every row as a statement of its own instead of one bulk.
   */
  public static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    return connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS);
  }
}
