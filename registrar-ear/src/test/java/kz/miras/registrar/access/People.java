package kz.miras.registrar.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import kz.miras.registrar.access.service.Passwords;
import kz.miras.registrar.local.TestServer;

/** Accounts a test needs, entered behind the application's back. */
final class People {

  /** Password of everybody made here. */
  static final String PASSWORD = "It-" + UUID.randomUUID();

  private static final String HASH = Passwords.hash(PASSWORD);

  private final Connection connection;

  People(TestServer server) throws SQLException {
    this.connection = server.database();
  }

  /** An account without a role. */
  long account(String login) throws SQLException {
    long id = next();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO account (id, uuid, login, display_name, kind, password_hash, valid_from,"
                + " language) VALUES (?, UUID(), ?, ?, 'PERSON', ?, '2020-01-01', 'ru')")) {
      insert.setLong(1, id);
      insert.setString(2, login);
      insert.setString(3, login);
      insert.setString(4, HASH);
      insert.executeUpdate();
    }
    return id;
  }

  /** A role for an account. */
  void grant(long account, String role, LocalDate from, LocalDate to) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO role_grant (id, account_id, role, valid_from, valid_to, basis)"
                + " VALUES (?, ?, ?, ?, ?, 'order 1')")) {
      insert.setLong(1, next());
      insert.setLong(2, account);
      insert.setString(3, role);
      insert.setObject(4, from);
      insert.setObject(5, to);
      insert.executeUpdate();
    }
  }

  /** Somebody who holds this role since long ago. */
  String holding(String role) throws SQLException {
    String login = "it-" + role.toLowerCase() + "-" + UUID.randomUUID().toString().substring(0, 8);
    grant(account(login), role, LocalDate.of(2020, 1, 1), null);
    return login;
  }

  /** Runs a statement with texts or numbers. */
  int change(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private long next() throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT NEXT VALUE FOR account_seq");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
