package kz.miras.registrar.registration.service.summer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.shared.service.Statements;

/** The figures of a summer semester, in one statement a plan. */
@ApplicationScoped
class SummerCounts {

  /** SUM-7: applications for a discipline d that count. */
  static final String APPLICATIONS =
      "(SELECT COUNT(*) FROM summer_application a LEFT JOIN enrolment x ON x.id = a.enrolment_id"
          + " WHERE a.summer_discipline_id = d.id AND NOT a.recredit AND a.status IN ('APPLIED',"
          + " 'ACCEPTED') AND (x.id IS NULL OR x.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED',"
          + " 'COMPLETED')))";

  /**
   * SUM-13: applications for a discipline d of a term t that have not passed their steps, and so
   * are no reason to open a group yet.
   *
   * @param asked condition on t and the programme g: whether agreement is asked for
   */
  static String notReady(String asked) {
    return "(SELECT COUNT(*) FROM summer_application a JOIN student s ON s.id = a.student_id JOIN"
        + " programme g ON g.id = s.programme_id WHERE a.summer_discipline_id = d.id AND NOT"
        + " a.recredit AND a.status = 'APPLIED' AND (a.checked_at IS NULL OR (a.agreed_at IS NULL"
        + " AND "
        + asked
        + ")))";
  }

  /** Seats and payments of the offering, whichever way a student came; applications apart. */
  private static final String COUNT =
      "SELECT d.id, "
          + APPLICATIONS
          + ", COUNT(DISTINCT r.enrolment_id), COUNT(DISTINCT IF(e.status"
          + " IN ('ENROLLED', 'COMPLETED'), e.id, NULL)), COALESCE(SUM(r.amount), 0), %s FROM summer_discipline d JOIN summer_plan p ON p.id = d.plan_id JOIN term t"
          + " ON t.id = p.term_id LEFT JOIN enrolment e ON e.offering_id = d.offering_id"
          + " LEFT JOIN payment_request r ON r.enrolment_id = e.id AND r.status = 'PAID' WHERE"
          + " d.plan_id = ? GROUP BY d.id";

  /** Who wants a discipline, with an application or through the plan of studies, by level. */
  private static final String BY_LEVEL =
      "SELECT d.id, g.level, COUNT(*) FROM summer_discipline d JOIN (SELECT a.summer_discipline_id AS"
          + " discipline, a.student_id AS student FROM summer_application a LEFT JOIN enrolment x ON"
          + " x.id = a.enrolment_id WHERE NOT a.recredit AND a.status IN ('APPLIED', 'ACCEPTED') AND"
          + " (x.id IS NULL OR x.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'COMPLETED'))"
          + " UNION ALL SELECT o.id, e.student_id FROM summer_discipline o JOIN enrolment e ON"
          + " e.offering_id = o.offering_id AND e.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED',"
          + " 'COMPLETED') WHERE NOT EXISTS (SELECT 1 FROM summer_application w WHERE w.enrolment_id"
          + " = e.id)) n ON n.discipline = d.id JOIN student s ON s.id = n.student JOIN programme g"
          + " ON g.id = s.programme_id WHERE d.plan_id = ? GROUP BY d.id, g.level";

  private static final String RESULTS =
      "SELECT d.id, SUM(l.letter IS NOT NULL AND l.letter NOT IN ('F', 'FX') OR l.mark = 'P'),"
          + " SUM(l.letter IN ('F', 'FX') OR l.mark IN ('NP', 'NA')) FROM summer_discipline d JOIN"
          + " enrolment e ON e.offering_id = d.offering_id AND e.status IN ('ENROLLED', 'COMPLETED')"
          + " JOIN summer_plan p ON p.id = d.plan_id JOIN achievement l ON l.student_id"
          + " = e.student_id AND l.discipline_id = d.discipline_id AND l.term_id = p.term_id AND NOT"
          + " EXISTS (SELECT 1 FROM achievement n WHERE n.student_id = l.student_id AND"
          + " n.discipline_id = l.discipline_id AND n.term_id = l.term_id AND n.position >"
          + " l.position) WHERE d.plan_id = ? GROUP BY d.id";
  private static final String UNPOSTED =
      "SELECT COUNT(*) FROM summer_discipline d JOIN summer_plan p ON p.id = d.plan_id JOIN enrolment"
          + " e ON e.offering_id = d.offering_id AND e.status = 'ENROLLED' WHERE d.plan_id = ? AND NOT"
          + " EXISTS (SELECT 1 FROM achievement l WHERE l.student_id = e.student_id AND"
          + " l.discipline_id = d.discipline_id AND l.term_id = p.term_id)";
  private static final String STATUSES = "SELECT id, status FROM enrolment WHERE id IN (%s)";

  /**
   * The figures of a discipline.
   *
   * @param applications that count
   * @param unready how many of them have not passed their steps
   * @param paid how many enrolments are paid, with an application or through the plan of studies
   * @param enrolled how many have a seat, in either way
   * @param income tenge marked as paid
   */
  record Count(int applications, int unready, int paid, int enrolled, BigDecimal income) {
    static final Count NONE = new Count(0, 0, 0, 0, BigDecimal.ZERO);
  }

  /** Results of a discipline, as far as sheets are posted. */
  record Results(int passed, int failed) {
    static final Results NONE = new Results(0, 0);
  }

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SummerAsked asked;

  /** By key of the discipline of the plan. */
  Map<Long, Count> of(long plan) {
    Map<Long, Count> counts = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(String.format(COUNT, notReady(asked.condition())))) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counts.put(
              row.getLong(1),
              new Count(
                  row.getInt(2),
                  row.getInt(6),
                  row.getInt(3),
                  row.getInt(4),
                  row.getBigDecimal(5)));
        }
      }
      return counts;
    } catch (SQLException e) {
      throw new IllegalStateException("the summer semester cannot be counted", e);
    }
  }

  /** How many want each discipline of a plan, by its key and by level of the students. */
  Map<Long, Map<Level, Integer>> byLevel(long plan) {
    Map<Long, Map<Level, Integer>> counts = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BY_LEVEL)) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counts
              .computeIfAbsent(row.getLong(1), key -> new EnumMap<>(Level.class))
              .put(Level.valueOf(row.getString(2)), row.getInt(3));
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

  /** How many seats of a plan have no posted result. */
  int unposted(long plan) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(UNPOSTED)) {
      select.setLong(1, plan);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("results of the summer cannot be counted", e);
    }
  }

  /** What enrolments are now, by their key. */
  Map<Long, EnrolmentStatus> statuses(List<Long> enrolments) {
    Map<Long, EnrolmentStatus> statuses = new HashMap<>();
    if (enrolments.isEmpty()) {
      return statuses;
    }
    String places = Statements.places(enrolments.size());
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(String.format(STATUSES, places))) {
      for (int i = 0; i < enrolments.size(); i++) {
        select.setLong(i + 1, enrolments.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          statuses.put(row.getLong(1), EnrolmentStatus.valueOf(row.getString(2)));
        }
      }
      return statuses;
    } catch (SQLException e) {
      throw new IllegalStateException("enrolments cannot be read", e);
    }
  }
}
