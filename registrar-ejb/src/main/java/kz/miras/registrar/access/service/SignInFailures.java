package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.access.FailedSignIns;
import kz.miras.registrar.access.SignInThrottle;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;

/** ACC-7. What is remembered of failed sign-ins, by account and by address. */
@ApplicationScoped
class SignInFailures {

  /** Whom failures are counted for. */
  enum Subject {
    LOGIN("login:", "account"),
    ADDRESS("address:", "address");

    private final String prefix;
    private final String settings;

    Subject(String prefix, String settings) {
      this.prefix = prefix;
      this.settings = settings;
    }

    String key(String name) {
      String key = prefix + name;
      return key.length() > 128 ? key.substring(0, 128) : key;
    }
  }

  private static final Duration KEPT = Duration.ofDays(1);
  private static final String SELECT =
      "SELECT failures, last_at, locked_until FROM sign_in_failure WHERE subject = ?";
  private static final String STORE =
      "INSERT INTO sign_in_failure (subject, failures, last_at, locked_until) VALUES (?, ?, ?, ?)"
          + " ON DUPLICATE KEY UPDATE failures = VALUES(failures), last_at = VALUES(last_at),"
          + " locked_until = VALUES(locked_until)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** How long the next attempt has to wait; zero when it may be made now. */
  Duration wait(Subject subject, String name) {
    try (Connection connection = database.getConnection()) {
      Optional<FailedSignIns> state = read(connection, SELECT, subject.key(name));
      return throttle(subject).wait(state, time.now());
    } catch (SQLException e) {
      throw new IllegalStateException("failed sign-ins cannot be read", e);
    }
  }

  /** Counts one more and tells how long to wait after it. */
  Duration failed(Subject subject, String name) {
    String key = subject.key(name);
    try (Connection connection = database.getConnection();
        PreparedStatement store = connection.prepareStatement(STORE)) {
      SignInThrottle throttle = throttle(subject);
      Instant now = time.now();
      FailedSignIns state =
          throttle.failed(read(connection, SELECT + " FOR UPDATE", key), now);
      store.setString(1, key);
      store.setInt(2, state.failures());
      store.setObject(3, utc(state.lastAt()));
      store.setObject(4, utc(state.lockedUntil()));
      store.executeUpdate();
      return throttle.wait(Optional.of(state), now);
    } catch (SQLException e) {
      throw new IllegalStateException("a failed sign-in cannot be recorded", e);
    }
  }

  /** A successful sign-in clears the account's failures; those of the address stay. */
  void succeeded(String login) {
    delete("DELETE FROM sign_in_failure WHERE subject = ?", Subject.LOGIN.key(login));
  }

  /** Drops what is too old to count. */
  void forget(Instant now) {
    delete("DELETE FROM sign_in_failure WHERE last_at < ?", utc(now.minus(KEPT)));
  }

  private void delete(String sql, Object parameter) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, parameter);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("failed sign-ins cannot be cleared", e);
    }
  }

  private static Optional<FailedSignIns> read(Connection connection, String sql, String key)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, key);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        LocalDateTime until = row.getObject(3, LocalDateTime.class);
        return Optional.of(
            new FailedSignIns(
                row.getInt(1),
                row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                until == null ? null : until.toInstant(ZoneOffset.UTC)));
      }
    }
  }

  private SignInThrottle throttle(Subject subject) {
    return new SignInThrottle(
        (int) figure(subject, "free-failures", 5),
        Duration.ofSeconds(figure(subject, "first-delay-seconds", 15)),
        Duration.ofSeconds(figure(subject, "longest-delay-seconds", 900)),
        Duration.ofSeconds(figure(subject, "window-seconds", 3600)));
  }

  private long figure(Subject subject, String name, long usual) {
    String code = "sign-in." + subject.settings + "." + name;
    return Long.parseLong(settings.text(code, time.today(), String.valueOf(usual)));
  }

  private static LocalDateTime utc(Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
