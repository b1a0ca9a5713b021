package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.AccountKind;
import kz.miras.registrar.access.GrantProposal;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** Reads accounts with all they hold, and what their forms offer to choose from. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AccountQueries {

  private static final String ACCOUNT =
      "SELECT a.*, COALESCE(CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic),"
          + " CONCAT_WS(' ', t.last_name, t.first_name, t.patronymic)) AS person"
          + " FROM account a LEFT JOIN student s ON s.id = a.student_id"
          + " LEFT JOIN teacher t ON t.id = a.teacher_id WHERE a.uuid = ?";
  private static final String LAST =
      "SELECT at FROM audit_entry WHERE actor = ? AND action = 'sign-in' ORDER BY at DESC LIMIT 1";
  private static final String GRANTS =
      "SELECT g.*, u.name_kk, u.name_ru, u.name_en, d.login AS delegator FROM role_grant g"
          + " LEFT JOIN org_unit u ON u.id = g.school_id"
          + " LEFT JOIN account d ON d.id = g.delegated_from"
          + " WHERE g.account_id = ? ORDER BY g.valid_from DESC, g.id DESC";
  private static final String PROPOSALS =
      "SELECT g.*, d.login AS delegator, p.login AS preparer, q.login AS decider"
          + " FROM grant_proposal g LEFT JOIN account d ON d.id = g.delegated_from"
          + " JOIN account p ON p.id = g.prepared_by LEFT JOIN account q ON q.id = g.decided_by"
          + " WHERE g.account_id = ? AND g.status <> 'EXECUTED' ORDER BY g.id DESC";
  private static final String RIGHTS =
      "SELECT r.* FROM personal_right r WHERE r.account_id = ? ORDER BY r.valid_from DESC, r.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /** A school a grant may name. */
  public record School(long id, LocalizedText name) implements Serializable {}

  /** The account with its grants, proposals and personal rights: five statements. */
  @RolesAllowed(Permissions.ACCOUNT_READ)
  public AccountCard card(UUID id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(ACCOUNT)) {
      select.setString(1, id.toString());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new RegistrarException.NotFound("account", id);
        }
        long key = row.getLong("id");
        return new AccountCard(
            id,
            row.getString("login"),
            row.getString("display_name"),
            row.getString("email"),
            AccountKind.valueOf(row.getString("kind")),
            Language.of(row.getString("language")),
            day(row, "valid_from"),
            day(row, "valid_to"),
            row.getString("password_hash") != null,
            row.getString("person"),
            lastSignIn(connection, row.getString("login")),
            grants(connection, key),
            proposals(connection, key),
            rights(connection, key));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("accounts cannot be read", e);
    }
  }

  /** Schools by code. */
  @RolesAllowed(Permissions.ACCOUNT_READ)
  public List<School> schools() {
    List<School> schools = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, name_kk, name_ru, name_en FROM org_unit WHERE kind = 'SCHOOL'"
                    + " ORDER BY code");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        schools.add(new School(row.getLong(1), name(row)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("schools cannot be read", e);
    }
    return schools;
  }

  /** Key of an account by login, for a delegation; null where there is none. */
  @RolesAllowed(Permissions.ACCOUNT_READ)
  public Long keyOf(String login) {
    return key("SELECT id FROM account WHERE login = ?", login);
  }

  /** Key of the student with this number, to link an account; null where there is none. */
  @RolesAllowed(Permissions.ACCOUNT_EDIT)
  public Long student(String number) {
    return key("SELECT id FROM student WHERE student_no = ?", number);
  }

  /** Key of the teacher with this personnel number; null where there is none. */
  @RolesAllowed(Permissions.ACCOUNT_EDIT)
  public Long teacher(String number) {
    return key("SELECT id FROM teacher WHERE personnel_no = ?", number);
  }

  private Long key(String sql, String value) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, value);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getLong(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("accounts cannot be read", e);
    }
  }

  private List<AccountCard.Held> grants(Connection connection, long account) throws SQLException {
    List<AccountCard.Held> grants = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(GRANTS)) {
      select.setLong(1, account);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          grants.add(
              new AccountCard.Held(
                  row.getLong("id"),
                  Role.valueOf(row.getString("role")),
                  row.getString("name_ru") == null ? null : name(row),
                  day(row, "valid_from"),
                  day(row, "valid_to"),
                  row.getString("basis"),
                  row.getString("delegator"),
                  effective(row)));
        }
      }
    }
    return List.copyOf(grants);
  }

  private static List<AccountCard.Proposed> proposals(Connection connection, long account)
      throws SQLException {
    List<AccountCard.Proposed> proposals = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(PROPOSALS)) {
      select.setLong(1, account);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          proposals.add(
              new AccountCard.Proposed(
                  row.getLong("id"),
                  Role.valueOf(row.getString("role")),
                  day(row, "valid_from"),
                  day(row, "valid_to"),
                  row.getString("basis"),
                  row.getString("delegator"),
                  GrantProposal.Status.valueOf(row.getString("status")),
                  row.getString("preparer"),
                  instant(row, "prepared_at"),
                  row.getString("decider"),
                  row.getString("decision")));
        }
      }
    }
    return List.copyOf(proposals);
  }

  private List<AccountCard.Right> rights(Connection connection, long account) throws SQLException {
    List<AccountCard.Right> rights = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(RIGHTS)) {
      select.setLong(1, account);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          List<Scope> scopes =
              Arrays.stream(row.getString("scopes").split(" "))
                  .filter(name -> !name.isBlank())
                  .map(Scope::valueOf)
                  .toList();
          rights.add(
              new AccountCard.Right(
                  row.getLong("id"),
                  row.getString("permission"),
                  scopes,
                  day(row, "valid_from"),
                  day(row, "valid_to"),
                  row.getString("basis"),
                  effective(row)));
        }
      }
    }
    return List.copyOf(rights);
  }

  private boolean effective(ResultSet row) throws SQLException {
    LocalDate to = day(row, "valid_to");
    return !time.today().isBefore(day(row, "valid_from"))
        && (to == null || !time.today().isAfter(to));
  }

  private static Instant lastSignIn(Connection connection, String login) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(LAST)) {
      select.setString(1, login);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? instant(row, "at") : null;
      }
    }
  }

  private static LocalizedText name(ResultSet row) throws SQLException {
    return LocalizedText.of(
        row.getString("name_kk"), row.getString("name_ru"), row.getString("name_en"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime value = row.getObject(column, LocalDateTime.class);
    return value == null ? null : value.toInstant(ZoneOffset.UTC);
  }
}
