package kz.miras.registrar.bench.inside;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kz.miras.registrar.bench.driver.Sent;

/**
 * Sends what was recorded again, on one connection: the same statements with the same values in the
 * same transactions, and insists that they change as many rows. Only keys of the audit trail, whose
 * rows stay, are moved.
 */
final class BareJdbc implements Crew.Hand {

  private final List<List<Sent>> recorded;
  private final long shift;
  private final Connection connection;
  private final Map<List<Object>, PreparedStatement> prepared = new HashMap<>();

  BareJdbc(List<List<Sent>> recorded, long shift) throws SQLException {
    this.recorded = recorded;
    this.shift = shift;
    this.connection =
        connect(System.getenv("REGISTRAR_DB_USER"), System.getenv("REGISTRAR_DB_PASSWORD"));
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
  }

  /** A connection to the application's database past its pool. */
  static Connection connect(String user, String password) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    return new org.mariadb.jdbc.Driver().connect(System.getenv("REGISTRAR_DB_URL"), properties);
  }

  @Override
  public void run(int operation) throws SQLException {
    for (Sent sent : recorded.get(operation)) {
      if (sent.kind() == Sent.Kind.COMMIT) {
        connection.commit();
      } else {
        send(sent);
      }
    }
  }

  private void send(Sent sent) throws SQLException {
    List<Object> how = List.of(sent.sql(), sent.prepared());
    PreparedStatement statement = prepared.get(how);
    if (statement == null) {
      statement = prepare(sent.sql(), sent.prepared());
      prepared.put(how, statement);
    }
    boolean audit = sent.sql().startsWith("INSERT INTO audit_");
    for (Object[] row : sent.rows()) {
      for (int i = 0; i < row.length; i++) {
        if (row[i] == null) {
          statement.setNull(i + 1, Types.NULL);
        } else {
          statement.setObject(i + 1, audit && i == 0 ? (Long) row[i] + shift : row[i]);
        }
      }
      if (sent.kind() == Sent.Kind.BATCH) {
        statement.addBatch();
      }
    }
    long changed =
        switch (sent.kind()) {
          case QUERY -> read(statement);
          case BATCH -> Arrays.stream(statement.executeBatch()).sum();
          default -> statement.executeUpdate();
        };
    if (sent.changed() >= 0 && changed != sent.changed()) {
      throw new IllegalStateException(changed + " rows, before " + sent.changed() + ": " + sent);
    }
  }

  private PreparedStatement prepare(String sql, List<Integer> options) throws SQLException {
    return switch (options.size()) {
      case 0 -> connection.prepareStatement(sql);
      case 1 -> connection.prepareStatement(sql, options.get(0));
      case 2 -> connection.prepareStatement(sql, options.get(0), options.get(1));
      default -> connection.prepareStatement(sql, options.get(0), options.get(1), options.get(2));
    };
  }

  private static long read(PreparedStatement statement) throws SQLException {
    long rows = 0;
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows++;
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
