package kz.miras.registrar.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.service.Passwords;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.local.TestServer;

/** Accounts a test needs, entered behind the application's back. */
public final class People {

  /** Password of everybody made here. */
  public static final String PASSWORD = "It-" + UUID.randomUUID();

  private static final String HASH = Passwords.hash(PASSWORD);

  /** Roles of programs, by the kind of account that holds them. */
  private static final Map<String, String> KINDS =
      Map.of("SUBSYSTEM", "SUBSYSTEM", "EXT", "PARTNER");

  private final Connection connection;

  public People(TestServer server) throws SQLException {
    this.connection = server.database();
  }

  /** An account without a role. */
  public long account(String login) throws SQLException {
    return account(login, "PERSON");
  }

  long account(String login, String kind) throws SQLException {
    long id = next();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO account (id, uuid, login, display_name, kind, password_hash, valid_from,"
                + " language) VALUES (?, UUID(), ?, ?, ?, ?, '2020-01-01', 'ru')")) {
      insert.setLong(1, id);
      insert.setString(2, login);
      insert.setString(3, login);
      insert.setString(4, kind);
      insert.setString(5, HASH);
      insert.executeUpdate();
    }
    return id;
  }

  /** A role for an account. */
  public void grant(long account, String role, LocalDate from, LocalDate to) throws SQLException {
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
  public String holding(String role) throws SQLException {
    String login = "it-" + role.toLowerCase() + "-" + UUID.randomUUID().toString().substring(0, 8);
    String kind = KINDS.getOrDefault(role, "PERSON");
    long account = account(login, kind);
    grant(account, role, LocalDate.of(2020, 1, 1), null);
    if (kind.equals("SUBSYSTEM")) {
      subsystem(account, ApiScope.write(EnumSet.allOf(ApiScope.class)));
    }
    return login;
  }

  /** Registers a program, with {@link #PASSWORD} as its secret. */
  private void subsystem(long account, String scopes) throws SQLException {
    change(
        "INSERT INTO subsystem (id, uuid, account_id, name_kk, name_ru, name_en, scopes, created_by,"
            + " created_at) VALUES (NEXTVAL(subsystem_seq), UUID(), ?, 'IT', 'IT', 'IT', ?, 'it',"
            + " '2020-01-01')",
        account,
        scopes);
    change(
        "INSERT INTO subsystem_secret (id, uuid, subsystem_id, hash, valid_from, created_by) SELECT"
            + " NEXTVAL(subsystem_seq), UUID(), id, ?, '2020-01-01', 'it' FROM subsystem WHERE"
            + " account_id = ?",
        HASH,
        account);
  }

  /** Runs a statement with texts or numbers. */
  public int change(String sql, Object... values) throws SQLException {
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
