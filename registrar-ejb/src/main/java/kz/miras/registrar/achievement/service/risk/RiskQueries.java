package kz.miras.registrar.achievement.service.risk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/** Why a student is at risk, for those who may see it of this student. */
@Stateless
@Guarded
public class RiskQueries {

  private static final String SELECT =
      "SELECT details, rule_set_code, since_on, judged_on FROM student_risk WHERE student_id = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private StudentScope scope;

  /**
   * What is kept of a student.
   *
   * @param reasons none where the student is at no risk
   * @param ruleSet code of the limits; null where there are no reasons
   * @param since the first day without a day between that was not at risk
   * @param judged the day it was found last
   */
  public record View(
      String id,
      String number,
      String name,
      String programme,
      int course,
      String adviser,
      List<Refusal> reasons,
      String ruleSet,
      LocalDate since,
      LocalDate judged)
      implements Serializable {

    public View {
      reasons = List.copyOf(reasons);
    }
  }

  /** Of the student of a public id or number. */
  @RolesAllowed(Permissions.RISK_READ)
  public View of(String name) {
    Student student = scope.visible(name, Permissions.RISK_READ);
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setLong(1, student.getId());
      try (ResultSet row = select.executeQuery()) {
        boolean risk = row.next();
        return new View(
            student.getUuid().toString(),
            student.getStudentNo(),
            student.fullName(),
            student.getProgramme().getCode(),
            student.getCourseYear(),
            student.getAdviser() == null ? null : student.getAdviser().fullName(),
            risk ? RiskStore.reasons(row.getString(1)) : List.of(),
            risk ? row.getString(2) : null,
            risk ? row.getObject(3, LocalDate.class) : null,
            risk ? row.getObject(4, LocalDate.class) : null);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a student at risk cannot be read", e);
    }
  }
}
