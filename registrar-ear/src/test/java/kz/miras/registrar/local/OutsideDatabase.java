package kz.miras.registrar.local;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** An outside MariaDB is asked before the server starts, so that its user reads one clear line. */
final class OutsideDatabase {

  private static final int MAJOR = 10;
  private static final int MINOR = 11;
  private static final String WAIT_MILLIS = "10000";

  private OutsideDatabase() {}

  /**
   * Insists on a MariaDB that answers, lets this user in and is new enough.
   *
   * @param administratorGiven whether accounts come with this start; else there must be some
   * @throws StartFailure with cause and remedy
   */
  static void require(String url, String user, String password, boolean administratorGiven) {
    if (!url.startsWith("jdbc:mariadb:")) {
      throw new StartFailure(
          "-Dregistrar.db.url="
              + url
              + " is no address of a MariaDB; write jdbc:mariadb://<host>:<port>/<database>.");
    }
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", WAIT_MILLIS);
    login.setProperty("socketTimeout", WAIT_MILLIS);
    try (Connection connection = DriverManager.getConnection(url, login)) {
      requireVersion(connection.getMetaData());
      if (!administratorGiven && !hasAccounts(connection)) {
        throw new StartFailure(Secrets.NO_ADMINISTRATOR);
      }
    } catch (SQLException e) {
      throw new StartFailure(explain(url, user, e));
    }
  }

  private static void requireVersion(DatabaseMetaData about) throws SQLException {
    int major = about.getDatabaseMajorVersion();
    int minor = about.getDatabaseMinorVersion();
    boolean mariadb = about.getDatabaseProductName().toLowerCase().contains("mariadb");
    if (!mariadb || major < MAJOR || (major == MAJOR && minor < MINOR)) {
      throw new StartFailure(
          about.getDatabaseProductName()
              + " "
              + about.getDatabaseProductVersion()
              + " is too old or no MariaDB: Registrar needs MariaDB "
              + MAJOR
              + "."
              + MINOR
              + " or newer. Upgrade that server, or leave -Dregistrar.db.url out for the embedded"
              + " one.");
    }
  }

  private static boolean hasAccounts(Connection connection) throws SQLException {
    try (ResultSet table =
        connection.getMetaData().getTables(connection.getCatalog(), null, "account", null)) {
      if (!table.next()) {
        return false;
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM account")) {
      row.next();
      return row.getLong(1) > 0;
    }
  }

  private static String explain(String url, String user, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String cause = e.getMessage().lines().findFirst().orElse("");
    if (state.startsWith("28")) {
      return "MariaDB at "
          + url
          + " does not let the user "
          + user
          + " in. Check -Dregistrar.db.user and the password in REGISTRAR_DB_PASSWORD. ("
          + cause
          + ")";
    }
    if (state.startsWith("08")) {
      return "MariaDB at "
          + url
          + " does not answer. Check that it runs and that -Dregistrar.db.url is right. ("
          + cause
          + ")";
    }
    return "MariaDB at "
        + url
        + " cannot be used: "
        + cause
        + ". Check that the database exists and that the user "
        + user
        + " has all rights in it.";
  }
}
