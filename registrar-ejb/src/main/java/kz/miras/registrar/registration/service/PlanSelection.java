package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Advisers;

/** Plans to be printed together: of a year, a programme, a course, a group, in a state. */
@Stateless
@Guarded
public class PlanSelection {

  /** How many plans go into one file. */
  public static final int MOST = 300;

  private static final Set<String> RIGHTS =
      Set.of(
          Permissions.PLAN_PREPARE,
          Permissions.PLAN_CONFIRM,
          Permissions.PLAN_APPROVE,
          Permissions.PLAN_SIGN);
  private static final String FROM =
      " FROM study_plan v JOIN academic_year y ON y.id = v.academic_year_id JOIN student s ON s.id ="
          + " v.student_id JOIN programme p ON p.id = s.programme_id LEFT JOIN student_group g ON"
          + " g.id = s.group_id WHERE (%s)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * What is asked for; null for any.
   *
   * @param year first year of the academic year
   * @param programme code
   * @param group code
   */
  public record Asked(
      Integer year, String programme, Integer courseYear, String group, PlanStatus status)
      implements Serializable {}

  /** A plan that was found. */
  public record Found(
      UUID id,
      String studentNo,
      String student,
      String programme,
      int courseYear,
      String group,
      PlanStatus status)
      implements Serializable {}

  /** What can be chosen from, of the plans the caller answers for; the latest year first. */
  public record Choices(
      List<Integer> years, List<String> programmes, List<Integer> courses, List<String> groups)
      implements Serializable {}

  /** What there is to choose from. */
  @RolesAllowed({
    Permissions.PLAN_PREPARE,
    Permissions.PLAN_CONFIRM,
    Permissions.PLAN_APPROVE,
    Permissions.PLAN_SIGN
  })
  public Choices choices() {
    Set<Integer> years = new TreeSet<>(Collections.reverseOrder());
    Set<String> programmes = new TreeSet<>();
    Set<Integer> courses = new TreeSet<>();
    Set<String> groups = new TreeSet<>();
    List<Object> values = new ArrayList<>();
    String sql =
        "SELECT DISTINCT y.start_year, p.code, s.course_year, g.code"
            + String.format(FROM, mine(values));
    read(
        sql,
        values,
        row -> {
          years.add(row.getInt(1));
          programmes.add(row.getString(2));
          courses.add(row.getInt(3));
          if (row.getString(4) != null) {
            groups.add(row.getString(4));
          }
        });
    return new Choices(
        List.copyOf(years), List.copyOf(programmes), List.copyOf(courses), List.copyOf(groups));
  }

  /**
   * Plans of those students the caller answers for, by group and name.
   *
   * @return at most one more than go into a file
   */
  @RolesAllowed({
    Permissions.PLAN_PREPARE,
    Permissions.PLAN_CONFIRM,
    Permissions.PLAN_APPROVE,
    Permissions.PLAN_SIGN
  })
  public List<Found> find(Asked asked) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql =
        new StringBuilder(
            "SELECT v.uuid, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic),"
                + " p.code, s.course_year, g.code, v.status");
    sql.append(String.format(FROM, mine(values)));
    narrow(sql, values, "y.start_year", asked.year());
    narrow(sql, values, "p.code", asked.programme());
    narrow(sql, values, "s.course_year", asked.courseYear());
    narrow(sql, values, "g.code", asked.group());
    narrow(sql, values, "v.status", asked.status() == null ? null : asked.status().name());
    sql.append(" ORDER BY p.code, g.code, s.last_name, s.first_name, s.student_no LIMIT ")
        .append(MOST + 1);
    List<Found> found = new ArrayList<>();
    read(
        sql.toString(),
        values,
        row ->
            found.add(
                new Found(
                    UUID.fromString(row.getString(1)),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getInt(5),
                    row.getString(6),
                    PlanStatus.valueOf(row.getString(7)))));
    return found;
  }

  private static void narrow(StringBuilder sql, List<Object> values, String column, Object value) {
    if (value != null) {
      sql.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
  }

  /** Condition for the students the caller answers for by any of the rights. */
  private String mine(List<Object> values) {
    Actor actor = access.current();
    Set<Scope> scopes = new HashSet<>();
    Set<Long> schools = new HashSet<>();
    for (String right : RIGHTS) {
      Set<Scope> of = access.scopes(right);
      scopes.addAll(of);
      if (of.contains(Scope.OWN_SCHOOL)) {
        schools.addAll(actor.schools(right, time.today()));
      }
    }
    if (scopes.contains(Scope.ALL)) {
      return "TRUE";
    }
    List<String> any = new ArrayList<>(List.of("FALSE"));
    if (!schools.isEmpty()) {
      any.add("p.school_id IN (" + Statements.places(schools.size()) + ")");
      values.addAll(schools);
    }
    if (scopes.contains(Scope.OWN_ADVISEES) && actor.teacherId() != null) {
      any.add(Advisers.OWN_ADVISEES.replace(":teacher", "?"));
      values.add(actor.teacherId());
      values.add(actor.teacherId());
    }
    return String.join(" OR ", any);
  }

  /** Takes one row. */
  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private void read(String sql, List<Object> values, Row each) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          each.take(row);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("plans cannot be read", e);
    }
  }
}
