package kz.miras.registrar.access.service.mail;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.MailState;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** Mails for whoever looks after them, and everybody's own wish to get any. */
@Stateless
@Guarded
public class MailDesk {

  private static final String SELECT =
      "SELECT m.id, a.login, m.address, m.state, m.notices, m.created_at, m.next_at, m.sent_at,"
          + " m.error FROM mail m LEFT JOIN account a ON a.id = m.account_id WHERE m.uuid = ?";
  private static final String ATTEMPTS =
      "SELECT at, error FROM mail_attempt WHERE mail_id = ? ORDER BY id";
  private static final String AGAIN =
      "UPDATE mail SET state = 'WAITING', attempts = 0, next_at = ? WHERE state = 'FAILED' AND (uuid"
          + " = ? OR ? = '')";
  private static final String WISH =
      "SELECT COALESCE(NULLIF(a.email, ''), NULLIF(e.email, ''), NULLIF(s.email, '')),"
          + " a.mail_wanted FROM account a LEFT JOIN teacher e ON e.id = a.teacher_id LEFT JOIN"
          + " student s ON s.id = a.student_id WHERE a.id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** An attempt; without an error the server took the mail. */
  public record Attempt(Instant at, String error) implements Serializable {}

  /** A mail with its attempts, the first one first. */
  public record View(
      String login,
      String address,
      MailState state,
      int notices,
      Instant created,
      Instant next,
      Instant sent,
      String error,
      List<Attempt> attempts)
      implements Serializable {

    public View {
      attempts = List.copyOf(attempts);
    }
  }

  /**
   * What somebody gets by mail.
   *
   * @param address null where none is known
   * @param wanted whether notices are to be mailed
   * @param configured whether this installation sends mail at all
   */
  public record Wish(String address, boolean wanted, boolean configured) implements Serializable {}

  /** A mail by its outside id. */
  @RolesAllowed(Permissions.ACCOUNT_READ)
  public View mail(String uuid) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setString(1, uuid);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new RegistrarException.NotFound("mail", uuid);
        }
        return new View(
            row.getString(2),
            row.getString(3),
            MailState.valueOf(row.getString(4)),
            row.getInt(5),
            instant(row, 6),
            instant(row, 7),
            instant(row, 8),
            row.getString(9),
            attempts(connection, row.getLong(1)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a mail cannot be read", e);
    }
  }

  /**
   * Lets a mail that has failed be sent again, or all of them.
   *
   * @param uuid its outside id; empty for all
   * @return how many are tried again
   */
  @RolesAllowed(Permissions.ACCOUNT_EDIT)
  public int again(String uuid) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(AGAIN)) {
      update.setObject(1, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
      update.setString(2, uuid.isEmpty() ? null : uuid);
      update.setString(3, uuid);
      int tried = update.executeUpdate();
      audit.record(
          "mail.again",
          "Mail",
          uuid.isEmpty() ? "all" : uuid,
          null,
          Json.write(Map.of("mails", tried)));
      return tried;
    } catch (SQLException e) {
      throw new IllegalStateException("mails cannot be tried again", e);
    }
  }

  /** The caller's own wish. */
  @RolesAllowed(Permissions.PROFILE_EDIT)
  public Wish wish() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(WISH)) {
      select.setLong(1, access.current().accountId());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Wish(row.getString(1), row.getBoolean(2), MailTimer.isConfigured());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the wish for mail cannot be read", e);
    }
  }

  /** Changes the caller's own wish. */
  @RolesAllowed(Permissions.PROFILE_EDIT)
  public void wish(boolean wanted) {
    try (Connection connection = database.getConnection();
        PreparedStatement update =
            connection.prepareStatement("UPDATE account SET mail_wanted = ? WHERE id = ?")) {
      update.setBoolean(1, wanted);
      update.setLong(2, access.current().accountId());
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the wish for mail cannot be kept", e);
    }
    audit.record(
        "mail.wish",
        "Account",
        access.current().login(),
        null,
        Json.write(Map.of("mailWanted", wanted)));
  }

  private static List<Attempt> attempts(Connection connection, long mail) throws SQLException {
    List<Attempt> attempts = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(ATTEMPTS)) {
      select.setLong(1, mail);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          attempts.add(new Attempt(instant(row, 1), row.getString(2)));
        }
      }
    }
    return attempts;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime moment = row.getObject(column, LocalDateTime.class);
    return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
  }
}
