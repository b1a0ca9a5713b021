package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.PermissionMatrix;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.MessageArguments;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * What people should know: written in the transaction of what happened, shown on the first page of
 * whom it concerns until they have read it. The words are found when it is shown, in the reader's
 * language.
 */
@ApplicationScoped
public class Notices {

  private static final int SHOWN = 50;
  private static final String INSERT =
      "INSERT INTO notice (id, account_id, teacher_id, student_id, code, args, link, at)"
          + " VALUES (NEXT VALUE FOR office_seq, (SELECT id FROM account WHERE login = ?), ?, ?, ?,"
          + " ?, ?, ?)";
  private static final int TEACHER = 2;
  private static final int STUDENT = 3;
  private static final String BY_ROLE =
      "INSERT INTO notice (id, account_id, code, args, link, at) SELECT NEXT VALUE FOR office_seq,"
          + " a.id, ?, ?, ?, ? FROM account a WHERE a.kind = 'PERSON' AND (a.valid_to IS NULL OR"
          + " a.valid_to >= university_today()) AND EXISTS (SELECT 1 FROM role_grant g WHERE"
          + " g.account_id = a.id AND g.role IN (%s) AND g.valid_from <= university_today() AND"
          + " (g.valid_to IS NULL OR g.valid_to >= university_today())%s)";
  private static final String ADDRESSEE = "(account_id = ? OR teacher_id = ? OR student_id = ?)";
  private static final String UNREAD =
      "SELECT id, code, args, link, at FROM notice WHERE read_at IS NULL AND "
          + ADDRESSEE
          + " ORDER BY at DESC, id DESC LIMIT "
          + SHOWN;
  private static final String READ =
      "UPDATE notice SET read_at = UTC_TIMESTAMP(6) WHERE read_at IS NULL AND "
          + ADDRESSEE
          + " AND (id = ? OR ? = 0)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private UniversityTime time;

  /**
   * One notice.
   *
   * @param code message key of its words
   * @param link page it leads to; null for none
   */
  public record Told(long id, String code, List<Serializable> args, String link, Instant at)
      implements Serializable {}

  /** Tells a teacher. */
  public void tellTeacher(long teacher, String code, String link, Serializable... args) {
    tell(null, teacher, null, code, link, args);
  }

  /** Tells a student. */
  public void tellStudent(long student, String code, String link, Serializable... args) {
    tell(null, null, student, code, link, args);
  }

  /** Tells whoever works under this login. */
  public void tellAccount(String login, String code, String link, Serializable... args) {
    tell(login, null, null, code, link, args);
  }

  /**
   * Tells everybody whose role has a right over all, as the matrix of permissions gives it.
   *
   * @param permission the right
   */
  public void tellHolders(String permission, String code, String link, Serializable... args) {
    tellRoles(permission, Scope.ALL, null, code, link, args);
  }

  /**
   * Tells everybody whose role has a right over the own school, where this is the school.
   *
   * @param permission the right
   * @param school key of the school
   */
  public void tellSchool(
      String permission, long school, String code, String link, Serializable... args) {
    tellRoles(permission, Scope.OWN_SCHOOL, school, code, link, args);
  }

  private void tellRoles(
      String permission, Scope scope, Long school, String code, String link, Serializable... args) {
    List<Role> roles =
        Arrays.stream(Role.values())
            .filter(role -> PermissionMatrix.standard().scopes(role, permission).contains(scope))
            .toList();
    if (roles.isEmpty()) {
      return;
    }
    String in = Statements.places(roles.size());
    String where = school == null ? "" : " AND g.school_id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(String.format(BY_ROLE, in, where))) {
      insert.setString(1, code);
      insert.setString(2, MessageArguments.write(List.of(args)));
      insert.setString(3, link);
      insert.setObject(4, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
      for (int i = 0; i < roles.size(); i++) {
        insert.setString(i + 5, roles.get(i).name());
      }
      if (school != null) {
        insert.setLong(roles.size() + 5, school);
      }
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("notices cannot be written", e);
    }
  }

  /**
   * What one of many is told.
   *
   * @param whom key of the student or the teacher
   */
  public record Figures(long whom, List<? extends Serializable> args) {

    public Figures {
      args = List.copyOf(args);
    }
  }

  /**
   * Tells many students the same in one batch, each with figures of their own.
   *
   * @param args by key of the student
   */
  public void tellStudents(Map<Long, List<? extends Serializable>> args, String code, String link) {
    tellMany(figures(args), STUDENT, code, link);
  }

  /** The same where one student may be told of several things. */
  public void tellStudents(Collection<Figures> all, String code, String link) {
    tellMany(all, STUDENT, code, link);
  }

  /**
   * Tells many teachers the same in one batch, each with figures of their own.
   *
   * @param args by key of the teacher
   */
  public void tellTeachers(Map<Long, List<? extends Serializable>> args, String code, String link) {
    tellMany(figures(args), TEACHER, code, link);
  }

  /** The same where one teacher may be told of several things. */
  public void tellTeachers(Collection<Figures> all, String code, String link) {
    tellMany(all, TEACHER, code, link);
  }

  private static List<Figures> figures(Map<Long, List<? extends Serializable>> args) {
    return args.entrySet().stream().map(one -> new Figures(one.getKey(), one.getValue())).toList();
  }

  private void tellMany(Collection<Figures> all, int addressee, String code, String link) {
    if (all.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = Batches.prepare(connection, INSERT)) {
      LocalDateTime now = LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC);
      for (Figures one : all) {
        insert.setString(1, null);
        insert.setObject(TEACHER, null);
        insert.setObject(STUDENT, null);
        insert.setLong(addressee, one.whom());
        insert.setString(4, code);
        insert.setString(5, MessageArguments.write(one.args()));
        insert.setString(6, link);
        insert.setObject(7, now);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("notices cannot be written", e);
    }
  }

  private void tell(
      String login, Long teacher, Long student, String code, String link, Serializable... args) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setString(1, login);
      insert.setObject(2, teacher);
      insert.setObject(3, student);
      insert.setString(4, code);
      insert.setString(5, MessageArguments.write(List.of(args)));
      insert.setString(6, link);
      insert.setObject(7, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a notice cannot be written", e);
    }
  }

  /** What somebody has not read yet, the newest first. */
  List<Told> unread(Actor actor) {
    List<Told> unread = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(UNREAD)) {
      address(select, actor);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          unread.add(
              new Told(
                  row.getLong(1),
                  row.getString(2),
                  MessageArguments.read(row.getString(3)),
                  row.getString(4),
                  row.getObject(5, LocalDateTime.class).toInstant(ZoneOffset.UTC)));
        }
      }
      return unread;
    } catch (SQLException e) {
      throw new IllegalStateException("notices cannot be read", e);
    }
  }

  /** Notes that somebody has read a notice of their own; all of them where the key is 0. */
  void read(Actor actor, long id) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(READ)) {
      address(update, actor);
      update.setLong(4, id);
      update.setLong(5, id);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a notice cannot be put away", e);
    }
  }

  private static void address(PreparedStatement statement, Actor actor) throws SQLException {
    statement.setLong(1, actor.accountId());
    statement.setObject(2, actor.teacherId());
    statement.setObject(3, actor.studentId());
  }
}
