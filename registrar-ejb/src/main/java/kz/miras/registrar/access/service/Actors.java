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
import java.util.HashSet;
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

/** Reads accounts with their grants; one small indexed statement, no cache. */
@ApplicationScoped
public class Actors {

  /** Grants and personal rights in one answer; an account without either is one row of nulls. */
  private static final String ACCOUNT =
      "SELECT a.id, a.student_id, a.teacher_id, g.role, g.school_id, g.commission_id,"
          + " g.delegated_from, CAST(NULL AS CHAR) AS permission, CAST(NULL AS CHAR) AS scopes, g.valid_from,"
          + " g.valid_to, g.basis FROM account a LEFT JOIN role_grant g ON g.account_id = a.id"
          + " WHERE a.login = ? AND a.valid_from <= ? AND (a.valid_to IS NULL OR a.valid_to >= ?)"
          + " UNION ALL SELECT a.id, a.student_id, a.teacher_id, NULL, NULL, NULL, NULL,"
          + " r.permission, r.scopes, r.valid_from, r.valid_to, r.basis FROM account a JOIN personal_right r ON"
          + " r.account_id = a.id WHERE a.login = ? AND a.valid_from <= ? AND (a.valid_to IS NULL OR"
          + " a.valid_to >= ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /**
   * The valid account of a login, with all its grants, also past ones; empty where there is none.
   */
  public Optional<Actor> byLogin(String login) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(ACCOUNT)) {
      for (int i = 0; i <= 3; i += 3) {
        statement.setString(i + 1, login);
        statement.setObject(i + 2, time.today());
        statement.setObject(i + 3, time.today());
      }
      try (ResultSet row = statement.executeQuery()) {
        return actor(login, row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("accounts cannot be read", e);
    }
  }

  private static Optional<Actor> actor(String login, ResultSet row) throws SQLException {
    if (!row.next()) {
      return Optional.empty();
    }
    long id = row.getLong("id");
    Long student = number(row, "student_id");
    Long teacher = number(row, "teacher_id");
    List<Grant> grants = new ArrayList<>();
    List<PersonalRight> rights = new ArrayList<>();
    do {
      if (row.getString("role") != null) {
        grants.add(grant(row));
      } else if (row.getString("permission") != null) {
        rights.add(right(row));
      }
    } while (row.next());
    return Optional.of(new Actor(id, login, student, teacher, grants, rights));
  }

  private static Grant grant(ResultSet row) throws SQLException {
    Set<Long> targets = new HashSet<>();
    for (String column : List.of("school_id", "commission_id")) {
      Long target = number(row, column);
      if (target != null) {
        targets.add(target);
      }
    }
    return new Grant(
        Role.valueOf(row.getString("role")),
        targets,
        day(row, "valid_from"),
        day(row, "valid_to"),
        row.getString("basis"),
        number(row, "delegated_from"));
  }

  private static PersonalRight right(ResultSet row) throws SQLException {
    Set<Scope> scopes =
        Arrays.stream(row.getString("scopes").split(" "))
            .filter(name -> !name.isBlank())
            .map(Scope::valueOf)
            .collect(Collectors.toSet());
    return new PersonalRight(
        row.getString("permission"),
        scopes,
        day(row, "valid_from"),
        day(row, "valid_to"),
        row.getString("basis"));
  }

  private static Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    Date value = row.getDate(column);
    return value == null ? null : row.getObject(column, LocalDate.class);
  }
}
