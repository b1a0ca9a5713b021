package kz.miras.registrar.shared.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntUnaryOperator;

/** What is done with many rows at a time. */
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

  /**
   * Does all of something, so much at a time: until less than that was left.
   *
   * @param most at a time
   * @param some does so much at most, and answers how much it has done
   */
  public static void all(int most, IntUnaryOperator some) {
    int done;
    do {
      done = some.applyAsInt(most);
    } while (done >= most);
  }
}
