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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/** Advisers whose time for plans is over, for those who may have them replaced. */
@Stateless
@Guarded
public class LateAdvisers {

  private static final String SELECT =
      "SELECT a.personnel_no, CONCAT_WS(' ', a.last_name, a.first_name, a.patronymic), COUNT(*),"
          + " MIN(v.submitted_at), (SELECT MAX(CONCAT_WS(' ', x.last_name, x.first_name)) FROM"
          + " adviser_deputy y JOIN teacher x ON x.id = y.deputy_id WHERE y.adviser_id = a.id AND"
          + " university_today() BETWEEN y.valid_from AND y.valid_to) FROM study_plan v JOIN student"
          + " s ON s.id = v.student_id JOIN programme p ON p.id = s.programme_id LEFT JOIN teacher a ON"
          + " a.id = s.adviser_id WHERE v.escalated_at IS NOT NULL AND EXISTS (SELECT 1 FROM"
          + " study_plan_line l WHERE l.plan_id = v.id AND l.status = 'SUBMITTED') AND (%s) GROUP BY a.id ORDER BY a.id IS NOT NULL, MIN(v.submitted_at), a.last_name";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * An adviser who is late, or all the plans nobody is the adviser for.
   *
   * @param personnelNo null where the students have no adviser
   * @param name null where the students have no adviser
   * @param plans that wait longer than the rules give
   * @param since when the first of them was submitted
   * @param deputy who replaces the adviser today; null for nobody
   */
  public record Late(String personnelNo, String name, int plans, Instant since, String deputy)
      implements Serializable {}

  /**
   * Those with late plans of students of the caller's schools: first those without an adviser, then
   * the longest waiting.
   */
  @RolesAllowed(Permissions.ADVISER_REPLACE)
  public List<Late> all() {
    List<Long> schools = new ArrayList<>();
    String mine = "TRUE";
    if (!access.scopes(Permissions.ADVISER_REPLACE).contains(Scope.ALL)) {
      schools.addAll(access.current().schools(Permissions.ADVISER_REPLACE, time.today()));
      mine =
          schools.isEmpty()
              ? "FALSE"
              : "p.school_id IN (" + Statements.places(schools.size()) + ")";
    }
    List<Late> late = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(String.format(SELECT, mine))) {
      for (int i = 0; i < schools.size(); i++) {
        select.setLong(i + 1, schools.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDateTime since = row.getObject(4, LocalDateTime.class);
          late.add(
              new Late(
                  row.getString(1),
                  row.getString(1) == null ? null : row.getString(2),
                  row.getInt(3),
                  since == null ? null : since.toInstant(ZoneOffset.UTC),
                  row.getString(5)));
        }
      }
      return late;
    } catch (SQLException e) {
      throw new IllegalStateException("late advisers cannot be read", e);
    }
  }
}
