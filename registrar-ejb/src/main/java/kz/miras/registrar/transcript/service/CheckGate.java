package kz.miras.registrar.transcript.service;

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
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.CheckLimit;

/**
 * DOC-22. Stands before questions of strangers about documents. What an address has spent lies in
 * the database: no restart forgets it and all nodes of a cluster count together.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CheckGate {

  private static final Duration KEPT = Duration.ofDays(1);

  /** In one statement, so that questions that come at once are all counted. */
  private static final String SPEND =
      "INSERT INTO document_check_origin (origin, since, spent) VALUES (?, ?, ?) ON DUPLICATE KEY"
          + " UPDATE spent = IF(since <= ?, VALUES(spent), spent + VALUES(spent)), since ="
          + " IF(since <= ?, VALUES(since), since)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** What is paid for. */
  public enum Cost {
    /** Any question. */
    QUESTION("question", 1),
    /** A file to look into, beside the question. */
    FILE("file", 4),
    /** A code, file or token that is nobody's, beside the question. */
    MISS("miss", 4),
    /** A number and date that do not fit, beside the question. */
    GUESS("guess", 19);

    private final String setting;
    private final int otherwise;

    Cost(String setting, int otherwise) {
      this.setting = setting;
      this.otherwise = otherwise;
    }
  }

  /**
   * Takes one question of an address.
   *
   * @return zero where it may be asked now, else how long to wait; then nothing is counted
   */
  public Duration ask(String address) {
    String origin = CheckLimit.origin(address);
    Duration wait = limit().wait(spent(origin), time.now());
    if (wait.isZero()) {
      spend(origin, Cost.QUESTION);
    }
    return wait;
  }

  /** A question of this address costs more than the question. */
  public void charge(String address, Cost cost) {
    spend(CheckLimit.origin(address), cost);
  }

  private CheckLimit limit() {
    return new CheckLimit(number("most", 300), Duration.ofSeconds(number("window-seconds", 300)));
  }

  private int number(String name, int otherwise) {
    return Integer.parseInt(
        settings.text("verification." + name, time.today(), String.valueOf(otherwise)));
  }

  private void spend(String origin, Cost cost) {
    Instant now = time.now();
    LocalDateTime over = utc(now.minus(limit().window()));
    try (Connection connection = database.getConnection();
        PreparedStatement write = connection.prepareStatement(SPEND);
        PreparedStatement forget =
            connection.prepareStatement(
                "DELETE FROM document_check_origin WHERE since < ? LIMIT 20")) {
      write.setString(1, origin);
      write.setObject(2, utc(now));
      write.setInt(3, number("cost." + cost.setting, cost.otherwise));
      write.setObject(4, over);
      write.setObject(5, over);
      write.executeUpdate();
      forget.setObject(1, utc(now.minus(KEPT)));
      forget.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a question cannot be counted", e);
    }
  }

  private Optional<CheckLimit.Spent> spent(String origin) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT since, spent FROM document_check_origin WHERE origin = ?")) {
      select.setString(1, origin);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new CheckLimit.Spent(
                    row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getInt(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("questions cannot be counted", e);
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
