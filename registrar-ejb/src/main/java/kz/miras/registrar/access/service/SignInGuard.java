package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.FailedSignIns;
import kz.miras.registrar.access.SignInThrottle;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** ACC-7. Remembers failed sign-ins of accounts and addresses and says how long to wait. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInGuard {

  private static final Duration KEPT = Duration.ofDays(1);

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Settings settings;
  @Inject private UniversityTime time;
  @Inject private AuditTrail audit;

  /** How long the next attempt has to wait; zero when it may be made now. */
  public Duration wait(String login, String address) {
    Duration account = throttle("account").wait(state(accountKey(login)), time.now());
    Duration origin = throttle("address").wait(state("address:" + address), time.now());
    return account.compareTo(origin) > 0 ? account : origin;
  }

  /** One more failure, also written to the audit trail. */
  public void failed(String login, String password, String address) {
    if (!hasPassword(login)) {
      // as long as the check of a real password takes: names cannot be sounded out by the clock
      Passwords.hash(hashable(password));
    }
    count("account", accountKey(login));
    count("address", "address:" + address);
    audit.recordApart(Outcome.DENIED, "sign-in", "Account", shortened(login));
  }

  /** A success forgets the account's failures and is written to the audit trail. */
  public void succeeded(String login) {
    audit.record("sign-in", "Account", shortened(login), null, null);
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM sign_in_failure WHERE subject = ?")) {
      delete.setString(1, accountKey(login));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("failed sign-ins cannot be forgotten", e);
    }
  }

  /** The language the owner of an account has chosen. */
  public Optional<Language> language(String login) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT language FROM account WHERE login = ?")) {
      select.setString(1, login);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(Language.of(row.getString(1))) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("accounts cannot be read", e);
    }
  }

  /** Somebody leaves. */
  public void left(String login) {
    audit.record("sign-out", "Account", shortened(login), null, null);
  }

  /** Drops failures too old to count. */
  public void forget() {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM sign_in_failure WHERE last_at < ?")) {
      delete.setObject(1, utc(time.now().minus(KEPT)));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("failed sign-ins cannot be forgotten", e);
    }
  }

  private static String accountKey(String login) {
    return "login:" + shortened(login.toLowerCase(Locale.ROOT));
  }

  private static String shortened(String login) {
    return login.length() > 60 ? login.substring(0, 60) : login;
  }

  /** What bcrypt takes of an endless password: 72 bytes, at most 4 of a character. */
  private static String hashable(String password) {
    return password.length() > 18 ? password.substring(0, 18) : password;
  }

  private boolean hasPassword(String login) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT 1 FROM sign_in_account WHERE login = ?")) {
      select.setString(1, login);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("accounts cannot be read", e);
    }
  }

  private void count(String kind, String subject) {
    FailedSignIns now = throttle(kind).failed(state(subject), time.now());
    try (Connection connection = database.getConnection();
        PreparedStatement write =
            connection.prepareStatement(
                "INSERT INTO sign_in_failure (subject, failures, last_at, locked_until) VALUES (?,"
                    + " ?, ?, ?) ON DUPLICATE KEY UPDATE failures = VALUES(failures), last_at ="
                    + " VALUES(last_at), locked_until = VALUES(locked_until)")) {
      write.setString(1, subject);
      write.setInt(2, now.failures());
      write.setObject(3, utc(now.lastAt()));
      write.setObject(4, utc(now.lockedUntil()));
      write.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a failed sign-in cannot be noted", e);
    }
  }

  private Optional<FailedSignIns> state(String subject) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT failures, last_at, locked_until FROM sign_in_failure WHERE subject = ?")) {
      select.setString(1, subject);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new FailedSignIns(row.getInt(1), instant(row, 2), instant(row, 3)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("failed sign-ins cannot be read", e);
    }
  }

  private SignInThrottle throttle(String kind) {
    return new SignInThrottle(
        number(kind, "free-failures"),
        Duration.ofSeconds(number(kind, "first-delay-seconds")),
        Duration.ofSeconds(number(kind, "longest-delay-seconds")),
        Duration.ofSeconds(number(kind, "window-seconds")));
  }

  private int number(String kind, String name) {
    return Integer.parseInt(settings.text("sign-in." + kind + "." + name, time.today(), "10"));
  }

  private static LocalDateTime utc(Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime value = row.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }
}
