package kz.miras.registrar.access.service.mail;

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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.MailRetry;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.UniversityTime;

/** The mails that are to be sent, each step of one in a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Outbox {

  /** Mails looked up together. */
  static final int BATCH = 100;

  private static final int LONGEST_ERROR = 500;

  /** A claimed mail whose sender has died is sent by the next one. */
  private static final Duration CLAIM = Duration.ofMinutes(10);

  private static final String DUE =
      "SELECT id FROM mail WHERE state = 'WAITING' AND next_at <= ? ORDER BY next_at, id LIMIT "
          + BATCH;
  private static final String CLAIMING =
      "UPDATE mail SET next_at = ?, attempts = attempts + 1 WHERE id = ? AND state = 'WAITING' AND"
          + " next_at <= ?";
  private static final String LETTER =
      "SELECT id, uuid, address, language, topics, notices, subject, body FROM mail WHERE id = ?";
  private static final String SENT =
      "UPDATE mail SET state = 'SENT', sent_at = ?, next_at = NULL, error = NULL WHERE id = ? AND"
          + " state = 'WAITING'";
  private static final String FAILED =
      "UPDATE mail SET state = ?, next_at = ?, error = ? WHERE id = ? AND state = 'WAITING'";
  private static final String ATTEMPT =
      "INSERT INTO mail_attempt (id, mail_id, at, error) VALUES (NEXT VALUE FOR office_seq, ?, ?,"
          + " ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /** Keys of mails whose turn it is, the longest due first. */
  public List<Long> due() {
    List<Long> due = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(DUE)) {
      select.setObject(1, now());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          due.add(row.getLong(1));
        }
      }
      return due;
    } catch (SQLException e) {
      throw new IllegalStateException("mails cannot be read", e);
    }
  }

  /** Takes a mail for sending; empty where another server has been quicker. */
  public Optional<Letter> claim(long id) {
    LocalDateTime now = now();
    try (Connection connection = database.getConnection();
        PreparedStatement claim = connection.prepareStatement(CLAIMING)) {
      claim.setObject(1, now.plus(CLAIM));
      claim.setLong(2, id);
      claim.setObject(3, now);
      return claim.executeUpdate() == 1 ? Optional.of(letter(connection, id)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("a mail cannot be taken", e);
    }
  }

  private static Letter letter(Connection connection, long id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LETTER)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Letter(
            row.getLong(1),
            UUID.fromString(row.getString(2)),
            row.getString(3),
            Language.of(row.getString(4)),
            row.getString(5),
            row.getInt(6),
            row.getString(7),
            row.getString(8),
            Parcels.of(connection, id));
      }
    }
  }

  /** The mail server has taken a mail. */
  public void sent(long id) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(SENT)) {
      update.setObject(1, now());
      update.setLong(2, id);
      update.executeUpdate();
      attempt(connection, id, null);
    } catch (SQLException e) {
      throw new IllegalStateException("a mail cannot be noted as sent", e);
    }
  }

  /** The mail server has refused a mail: it is tried later, or has failed. */
  public void refused(long id, String error) {
    String told = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(FAILED)) {
      Optional<Duration> pause = MailRetry.after(Math.max(1, attempts(connection, id)));
      update.setString(1, pause.isPresent() ? "WAITING" : "FAILED");
      update.setObject(2, pause.map(one -> now().plus(one)).orElse(null));
      update.setString(3, told);
      update.setLong(4, id);
      update.executeUpdate();
      attempt(connection, id, told);
    } catch (SQLException e) {
      throw new IllegalStateException("a mail cannot be noted as refused", e);
    }
  }

  private static int attempts(Connection connection, long id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT attempts FROM mail WHERE id = ?")) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }

  private void attempt(Connection connection, long id, String error) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ATTEMPT)) {
      insert.setLong(1, id);
      insert.setObject(2, now());
      insert.setString(3, error);
      insert.executeUpdate();
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC);
  }
}
