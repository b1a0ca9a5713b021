package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import javax.sql.DataSource;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * ACC-10. Whose a ticket of the waiting room is: the account's that used it first. Written down for
 * all nodes, so that a copied ticket lets nobody else in anywhere, also after a restart.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TicketClaims {

  private static final Duration KEPT = Duration.ofDays(1);
  private static final int LONGEST_LOGIN = 64;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /** Whose a ticket turned out to be. */
  public enum Claim {
    /** The caller's, from now on. */
    NEW,
    /** The caller's since before. */
    OWN,
    /** Somebody else's. */
    OTHERS
  }

  /** Takes a ticket for an account, unless somebody else has it. */
  public Claim claim(String ticket, String login) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT IGNORE INTO sign_in_ticket (ticket, login, at) VALUES (?, ?, ?)");
        PreparedStatement select =
            connection.prepareStatement("SELECT login FROM sign_in_ticket WHERE ticket = ?")) {
      insert.setBytes(1, key(ticket));
      insert.setString(2, name(login));
      insert.setObject(3, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
      if (insert.executeUpdate() == 1) {
        return Claim.NEW;
      }
      select.setBytes(1, key(ticket));
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getString(1).equals(name(login)) ? Claim.OWN : Claim.OTHERS;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a ticket cannot be claimed", e);
    }
  }

  /** Gives up a claim that came to nothing. */
  public void release(String ticket, String login) {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement(
                "DELETE FROM sign_in_ticket WHERE ticket = ? AND login = ?")) {
      delete.setBytes(1, key(ticket));
      delete.setString(2, name(login));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a claim on a ticket cannot be given up", e);
    }
  }

  /** Drops claims on tickets that count no more. */
  public void forget() {
    try (Connection connection = database.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM sign_in_ticket WHERE at < ?")) {
      delete.setObject(1, LocalDateTime.ofInstant(time.now().minus(KEPT), ZoneOffset.UTC));
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("old tickets cannot be forgotten", e);
    }
  }

  private static byte[] key(String ticket) {
    return Checksum.sha256(ticket.getBytes(StandardCharsets.UTF_8));
  }

  private static String name(String login) {
    String name = login.strip().toLowerCase(Locale.ROOT);
    return name.length() > LONGEST_LOGIN ? name.substring(0, LONGEST_LOGIN) : name;
  }
}
