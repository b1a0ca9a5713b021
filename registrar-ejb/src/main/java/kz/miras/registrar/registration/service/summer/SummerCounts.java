package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.registration.EnrolmentStatus;

/** The figures of a summer semester, in one statement a plan. */
@ApplicationScoped
class SummerCounts {

  private static final String COUNT =
      "SELECT d.id, COALESCE(SUM(a.status IN ('APPLIED', 'ACCEPTED') AND (e.id IS NULL OR e.status"
          + " IN ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'COMPLETED'))), 0),"
          + " COALESCE(SUM(r.status = 'PAID'), 0), COALESCE(SUM(e.status IN ('ENROLLED',"
          + " 'COMPLETED')), 0), COALESCE(SUM(IF(r.status = 'PAID', r.amount, 0)), 0) FROM"
          + " summer_discipline d LEFT JOIN summer_application a ON a.summer_discipline_id = d.id"
          + " AND NOT a.recredit LEFT JOIN enrolment e ON e.id = a.enrolment_id LEFT JOIN payment_request r ON"
          + " r.enrolment_id = e.id AND r.status IN ('REQUESTED', 'PAID') WHERE d.plan_id = ? GROUP"
          + " BY d.id";
  private static final String RESULTS =
      "SELECT d.id, SUM(l.letter IS NOT NULL AND l.letter NOT IN ('F', 'FX') OR l.mark = 'P'),"
          + " SUM(l.letter IN ('F', 'FX') OR l.mark IN ('NP', 'NA')) FROM summer_discipline d JOIN"
          + " enrolment e ON e.offering_id = d.offering_id AND e.status IN ('ENROLLED', 'COMPLETED',"
          + " 'WITHDRAWN') JOIN summer_plan p ON p.id = d.plan_id JOIN achievement l ON l.student_id"
          + " = e.student_id AND l.discipline_id = d.discipline_id AND l.term_id = p.term_id AND NOT"
          + " EXISTS (SELECT 1 FROM achievement n WHERE n.student_id = l.student_id AND"
          + " n.discipline_id = l.discipline_id AND n.term_id = l.term_id AND n.position >"
          + " l.position) WHERE d.plan_id = ? GROUP BY d.id";
  private static final String STATUS = "SELECT status FROM enrolment WHERE id = ?";

  /**
   * The figures of a discipline.
   *
   * @param applications that count
   * @param paid how many of them are paid
   * @param enrolled how many have a seat
   * @param income tenge marked as paid
   */
  record Count(int applications, int paid, int enrolled, BigDecimal income) {
    static final Count NONE = new Count(0, 0, 0, BigDecimal.ZERO);
  }

  /** Results of a discipline, as far as sheets are posted. */
  record Results(int passed, int failed) {
    static final Results NONE = new Results(0, 0);
  }

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** By key of the discipline of the plan. */
  Map<Long, Count> of(long plan) {
    Map<Long, Count> counts = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COUNT)) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counts.put(
              row.getLong(1),
              new Count(row.getInt(2), row.getInt(3), row.getInt(4), row.getBigDecimal(5)));
        }
      }
      return counts;
    } catch (SQLException e) {
      throw new IllegalStateException("the summer semester cannot be counted", e);
    }
  }

  /** What was posted, by key of the discipline of the plan. */
  Map<Long, Results> results(long plan) {
    Map<Long, Results> results = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(RESULTS)) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          results.put(row.getLong(1), new Results(row.getInt(2), row.getInt(3)));
        }
      }
      return results;
    } catch (SQLException e) {
      throw new IllegalStateException("results of the summer cannot be counted", e);
    }
  }

  /** What an enrolment is now; null where there is none. */
  EnrolmentStatus status(long enrolment) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(STATUS)) {
      select.setLong(1, enrolment);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? EnrolmentStatus.valueOf(row.getString(1)) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("an enrolment cannot be read", e);
    }
  }
}
