package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Advisers;

/** Keys of the students a list is about: those who fit, of those the caller has a right over. */
@ApplicationScoped
public class StudentSight {

  private static final String WHO =
      "FROM student s JOIN programme p ON p.id = s.programme_id JOIN org_unit v ON v.id"
          + " = p.school_id WHERE ";

  private static final String ORDER =
      " ORDER BY p.code, s.course_year, s.last_name, s.first_name, s.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * The students.
   *
   * @param permission the right the caller needs over each
   * @param condition over student {@code s}, programme {@code p} and school {@code v}
   * @param values of the condition
   */
  public List<Long> of(String permission, String condition, List<Object> values) {
    return column("SELECT s.id ", permission, condition, ORDER, values, Long.class);
  }

  /** Codes of the programmes of such students. */
  public List<String> programmes(String permission, String condition, List<Object> values) {
    return column(
        "SELECT DISTINCT p.code ", permission, condition, " ORDER BY p.code", values, String.class);
  }

  private <T> List<T> column(
      String what,
      String permission,
      String condition,
      String order,
      List<Object> values,
      Class<T> type) {
    List<Object> all = new ArrayList<>(values);
    String own = own(permission, all);
    String sql = what + WHO + condition + " AND " + own + order;
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, all, row -> row.getObject(1, type));
    } catch (SQLException e) {
      throw new IllegalStateException("students cannot be listed", e);
    }
  }

  private String own(String permission, List<Object> values) {
    Set<Scope> scopes = access.scopes(permission);
    if (scopes.contains(Scope.ALL)) {
      return "TRUE";
    }
    Actor actor = access.current();
    List<String> any = new ArrayList<>(List.of("FALSE"));
    Set<Long> schools = actor.schools(permission, time.today());
    if (scopes.contains(Scope.OWN_SCHOOL) && !schools.isEmpty()) {
      any.add("p.school_id IN (" + Statements.places(schools.size()) + ")");
      values.addAll(schools);
    }
    if (scopes.contains(Scope.OWN_ADVISEES) && actor.teacherId() != null) {
      any.add(Advisers.OWN_ADVISEES.replace(":teacher", "?"));
      values.addAll(List.of(actor.teacherId(), actor.teacherId()));
    }
    if (scopes.contains(Scope.OWN_RECORD) && actor.studentId() != null) {
      any.add("s.id = ?");
      values.add(actor.studentId());
    }
    return "(" + String.join(" OR ", any) + ")";
  }
}
