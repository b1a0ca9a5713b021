package kz.miras.registrar.achievement.service.risk;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.risk.RiskFacts;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.service.Statements;

/** What a term that is on says of students before its exams: ratings, absences, enrolments. */
@ApplicationScoped
class TermSigns {

  private static final String RATINGS =
      "SELECT r.student_id, d.code, LEAST(COALESCE(r.p1, r.p2), COALESCE(r.p2, r.p1)) FROM sheet_row"
          + " r JOIN sheet h ON h.id = r.sheet_id JOIN discipline d ON d.id = h.discipline_id WHERE"
          + " h.term_id = ? AND h.kind <> 'RATING' AND h.closed_at IS NULL AND r.score IS NULL AND"
          + " r.mark IS NULL AND r.exemption_id IS NULL AND (r.p1 IS NOT NULL OR r.p2 IS NOT NULL) AND r.student_id IN (%s)";

  /** Ratings come with the absences of their period; without journals the sheet itself has them. */
  private static final String ABSENCES =
      "SELECT r.student_id, SUM(r.absences_total - COALESCE(r.absences_valid, 0)) FROM sheet_row r"
          + " JOIN sheet h ON h.id = r.sheet_id WHERE h.term_id = ? AND (h.kind = 'RATING' OR"
          + " h.journal_periods = 0) AND r.absences_total IS NOT NULL AND r.student_id IN (%s) GROUP"
          + " BY r.student_id";

  private static final String ENROLLED =
      "SELECT DISTINCT e.student_id FROM enrolment e JOIN offering f ON f.id = e.offering_id WHERE"
          + " f.term_id = ? AND e.status = 'ENROLLED' AND e.student_id IN (%s)";

  private static final String LEVELS =
      "SELECT DISTINCT p.level FROM enrolment e JOIN offering f ON f.id = e.offering_id JOIN student"
          + " s ON s.id = e.student_id JOIN programme p ON p.id = s.programme_id WHERE f.term_id = ?"
          + " AND e.status = 'ENROLLED'";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * What is known of many students in a term.
   *
   * @param ratings by key of the student; whose exam is still to come
   * @param absences without a valid reason, by key of the student
   * @param enrolled keys of those who are enrolled in anything
   * @param levels of which anybody is
   */
  record Signs(
      Map<Long, List<RiskFacts.Rating>> ratings,
      Map<Long, Integer> absences,
      Set<Long> enrolled,
      Set<Level> levels) {

    static final Signs NONE = new Signs(Map.of(), Map.of(), Set.of(), Set.of());

    /** Whether a student is enrolled; null where nobody of the level is. */
    Boolean enrolled(long student, Level level) {
      return levels.contains(level) ? enrolled.contains(student) : null;
    }
  }

  /** Of these students in a term, in a handful of statements. */
  Signs of(long term, Collection<Long> students) {
    if (students.isEmpty()) {
      return Signs.NONE;
    }
    Map<Long, List<RiskFacts.Rating>> ratings = new HashMap<>();
    Map<Long, Integer> absences = new HashMap<>();
    Set<Long> enrolled = new HashSet<>();
    Set<Level> levels = EnumSet.noneOf(Level.class);
    try (Connection connection = database.getConnection()) {
      read(connection, RATINGS, term, students, row -> rating(row, ratings));
      read(
          connection, ABSENCES, term, students, row -> absences.put(row.getLong(1), row.getInt(2)));
      read(connection, ENROLLED, term, students, row -> enrolled.add(row.getLong(1)));
      read(connection, LEVELS, term, List.of(), row -> levels.add(Level.valueOf(row.getString(1))));
      return new Signs(ratings, absences, enrolled, levels);
    } catch (SQLException e) {
      throw new IllegalStateException("what a term says of students cannot be read", e);
    }
  }

  private static void rating(ResultSet row, Map<Long, List<RiskFacts.Rating>> ratings)
      throws SQLException {
    BigDecimal points = row.getBigDecimal(3);
    ratings
        .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
        .add(new RiskFacts.Rating(row.getString(2), points));
  }

  private static void read(
      Connection connection,
      String sql,
      long term,
      Collection<Long> students,
      Statements.Taker taker)
      throws SQLException {
    List<Long> values = new ArrayList<>(students);
    values.add(0, term);
    String places = Statements.places(students.size());
    Statements.each(
        connection, students.isEmpty() ? sql : String.format(sql, places), values, taker);
  }
}
