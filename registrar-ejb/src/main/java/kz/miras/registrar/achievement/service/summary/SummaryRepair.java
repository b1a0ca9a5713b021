package kz.miras.registrar.achievement.service.summary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.summary.AchievementSummary;
import kz.miras.registrar.achievement.summary.AchievementSummary.Difference;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;

/**
 * ACH-7. Stores anew what the histories of some students come to, in a transaction of its own in
 * which their chains are locked: what a posting has stored meanwhile is right and stays.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SummaryRepair {

  private static final String LOCK =
      "SELECT student_id FROM achievement_head FORCE INDEX (PRIMARY) WHERE student_id IN (%s) ORDER"
          + " BY student_id FOR UPDATE";
  private static final String STALE =
      "SELECT h.student_id FROM achievement_head h LEFT JOIN achievement_summary s ON s.student_id ="
          + " h.student_id WHERE h.student_id > ? AND h.position > 0 AND (s.student_id IS NULL OR"
          + " s.position <> h.position OR s.formula <> ?) ORDER BY h.student_id LIMIT "
          + HistoryRows.STUDENTS;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SummaryKeeper keeper;
  @Inject private AuditTrail audit;
  @Inject private AuditContext context;

  /**
   * Compares and stores.
   *
   * @return what was stored otherwise, by the key of the student
   */
  public SortedMap<Long, List<Difference>> repair(Collection<Long> students) {
    if (students.isEmpty()) {
      return new TreeMap<>();
    }
    try (Connection connection = database.getConnection()) {
      return repaired(connection, new TreeSet<>(students));
    } catch (SQLException e) {
      throw new IllegalStateException("summaries cannot be stored", e);
    }
  }

  /** Compares under the locks of a repair and stores nothing. */
  public SortedMap<Long, List<Difference>> compare(Collection<Long> students) {
    try (Connection connection = database.getConnection()) {
      TreeSet<Long> ordered = new TreeSet<>(students);
      lock(connection, ordered);
      return differences(connection, ordered, keeper.derive(connection, ordered));
    } catch (SQLException e) {
      throw new IllegalStateException("summaries cannot be compared", e);
    }
  }

  /**
   * Of those behind a student in the order of keys the next whose summary is missing or older than
   * the history, as after an upgrade; stores them.
   *
   * @return the last one looked at; empty where there is nobody any more
   */
  public List<Long> catchUp(long after) {
    context.beginJob("summaries");
    try (Connection connection = database.getConnection()) {
      List<Long> stale = stale(connection, after);
      if (!stale.isEmpty()) {
        repaired(connection, new TreeSet<>(stale));
      }
      return stale;
    } catch (SQLException e) {
      throw new IllegalStateException("summaries cannot be stored", e);
    } finally {
      context.end();
    }
  }

  private SortedMap<Long, List<Difference>> repaired(Connection connection, TreeSet<Long> students)
      throws SQLException {
    lock(connection, students);
    SortedMap<Long, AchievementSummary> derived = keeper.derive(connection, students);
    SortedMap<Long, List<Difference>> found = differences(connection, students, derived);
    found.forEach(
        (student, differences) ->
            audit.record("summary.recalculate", "Student", student, null, Json.write(differences)));
    keeper.store(connection, derived);
    return found;
  }

  private static SortedMap<Long, List<Difference>> differences(
      Connection connection, TreeSet<Long> students, SortedMap<Long, AchievementSummary> derived)
      throws SQLException {
    Map<Long, AchievementSummary> stored = StoredSummaries.of(connection, students);
    SortedMap<Long, List<Difference>> found = new TreeMap<>();
    for (long student : students) {
      List<Difference> differences =
          AchievementSummary.between(stored.get(student), derived.get(student));
      if (!differences.isEmpty()) {
        found.put(student, differences);
      }
    }
    return found;
  }

  private static void lock(Connection connection, TreeSet<Long> students) throws SQLException {
    String places = Statements.places(students.size());
    try (PreparedStatement select = connection.prepareStatement(String.format(LOCK, places))) {
      int at = 1;
      for (long student : students) {
        select.setLong(at++, student);
      }
      select.executeQuery().close();
    }
  }

  private static List<Long> stale(Connection connection, long after) throws SQLException {
    List<Long> students = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(STALE)) {
      select.setLong(1, after);
      select.setInt(2, GpaCalculator.FORMULA_VERSION);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          students.add(row.getLong(1));
        }
      }
    }
    return students;
  }
}
