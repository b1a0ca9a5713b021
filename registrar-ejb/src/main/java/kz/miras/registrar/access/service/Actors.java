package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Grant;
import kz.miras.registrar.access.PersonalRight;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.shared.service.UniversityTime;

/** Reads accounts with their grants; three small indexed statements, no cache. */
@ApplicationScoped
public class Actors {

  private static final String ACCOUNT =
      "SELECT id, student_id, teacher_id FROM account WHERE login = ? AND valid_from <= ?"
          + " AND (valid_to IS NULL OR valid_to >= ?)";
  private static final String GRANTS =
      "SELECT role, school_id, valid_from, valid_to, basis, delegated_from FROM role_grant"
          + " WHERE account_id = ?";
  private static final String RIGHTS =
      "SELECT permission, scopes, valid_from, valid_to, basis FROM personal_right"
          + " WHERE account_id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /**
   * The valid account of a login, with all its grants, also past ones; empty where there is none.
   */
  public Optional<Actor> byLogin(String login) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(ACCOUNT)) {
      statement.setString(1, login);
      statement.setObject(2, time.today());
      statement.setObject(3, time.today());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        long id = row.getLong(1);
        Long student = number(row, 2);
        Long teacher = number(row, 3);
        return Optional.of(
            new Actor(id, login, student, teacher, grants(connection, id), rights(connection, id)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("accounts cannot be read", e);
    }
  }

  private static List<Grant> grants(Connection connection, long account) throws SQLException {
    List<Grant> grants = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(GRANTS)) {
      statement.setLong(1, account);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Long school = number(row, 2);
          grants.add(
              new Grant(
                  Role.valueOf(row.getString(1)),
                  school == null ? Set.of() : Set.of(school),
                  day(row, 3),
                  day(row, 4),
                  row.getString(5),
                  number(row, 6)));
        }
      }
    }
    return grants;
  }

  private static List<PersonalRight> rights(Connection connection, long account)
      throws SQLException {
    List<PersonalRight> rights = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RIGHTS)) {
      statement.setLong(1, account);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Set<Scope> scopes =
              Arrays.stream(row.getString(2).split(" "))
                  .filter(name -> !name.isBlank())
                  .map(Scope::valueOf)
                  .collect(Collectors.toSet());
          rights.add(
              new PersonalRight(
                  row.getString(1), scopes, day(row, 3), day(row, 4), row.getString(5)));
        }
      }
    }
    return rights;
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static LocalDate day(ResultSet row, int column) throws SQLException {
    Date value = row.getDate(column);
    return value == null ? null : row.getObject(column, LocalDate.class);
  }
}
