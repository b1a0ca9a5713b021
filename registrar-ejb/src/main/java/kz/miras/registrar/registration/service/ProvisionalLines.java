package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Statements;

/**
 * Which lines of plans without a seat hold only until a mark arrives, and which are to be looked at
 * because it may have arrived; what {@link Provisional} is for enrolments.
 */
@ApplicationScoped
class ProvisionalLines {

  private static final String STANDS =
      " l.enrolment_id IS NULL AND l.status IN ('SUBMITTED', 'APPROVED', 'REGISTERED')";
  private static final String DUE =
      "SELECT l.id FROM study_plan_line l WHERE l.to_settle = TRUE AND" + STANDS + " ORDER BY l.id";
  private static final String STANDING_ON =
      "SELECT DISTINCT l.id FROM study_plan p JOIN study_plan_line l ON l.plan_id = p.id JOIN term t"
          + " ON t.id = l.term_id JOIN prerequisite r ON r.discipline_id = l.discipline_id WHERE"
          + " p.student_id IN (%s) AND r.requires_id IN (%s) AND p.status <> 'CLOSED' AND t.ends_on"
          + " >= university_today() AND"
          + STANDS
          + " ORDER BY l.id";
  private static final String MARK = "UPDATE study_plan_line SET to_settle = TRUE WHERE id = ?";
  private static final String BEGIN = "UPDATE study_plan_line SET to_settle = FALSE WHERE id = ?";
  private static final String SWEEP =
      "UPDATE study_plan_line l SET l.to_settle = TRUE WHERE l.provisional = TRUE AND l.to_settle ="
          + " FALSE AND"
          + STANDS;
  private static final String OWNER =
      "SELECT p.student_id, p.id, l.provisional, l.to_decide FROM study_plan_line l JOIN study_plan p ON p.id ="
          + " l.plan_id WHERE l.id = ?";
  private static final String SET =
      "UPDATE study_plan_line SET provisional = ?, to_decide = ? WHERE id = ?";
  // a mark may arrive in the very moment of the submission, so what is open is looked at once more
  private static final String NOTE =
      "UPDATE study_plan_line SET to_settle = ?, provisional = ?, to_decide = FALSE WHERE plan_id = ? AND term_id = ?"
          + " AND discipline_id = ? AND status <> 'REMOVED'";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Whose line it is.
   *
   * @param provisional whether it holds only until a mark arrives
   * @param toDecide whether adviser and office were told that they have to decide about it
   */
  record Owner(long student, long plan, boolean provisional, boolean toDecide) {}

  /** Lines to be looked at. */
  List<Long> due() {
    return SettlingMarks.keys(database, DUE, List.of());
  }

  /** Whatever these students have in their plans that needs one of these is to be looked at. */
  void changed(Collection<Long> students, Collection<Long> disciplines) {
    SettlingMarks.mark(
        database, MARK, SettlingMarks.standingOn(database, STANDING_ON, students, disciplines));
  }

  /** All that hold only until a mark arrives are to be looked at once more. */
  int sweep() {
    return update(SWEEP);
  }

  /** Whose line it is; nothing where it is gone. */
  Optional<Owner> owner(long line) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, OWNER, List.of(line), ProvisionalLines::owner).stream()
          .findFirst();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static Owner owner(ResultSet row) throws SQLException {
    return new Owner(row.getLong(1), row.getLong(2), row.getBoolean(3), row.getBoolean(4));
  }

  /** Looks at one: whatever changes from now on marks it again. */
  void begin(long line) {
    update(BEGIN, line);
  }

  /**
   * From now on it holds only until a mark arrives, or is firm.
   *
   * @param toDecide whether somebody has to decide about it until then
   */
  void set(long line, boolean provisional, boolean toDecide) {
    update(SET, provisional, toDecide, line);
  }

  /**
   * Notes of lines that were submitted which of them hold only until a mark arrives.
   *
   * @param open by key of discipline
   */
  void note(long plan, long term, Map<Long, Boolean> open) {
    if (open.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement update = Batches.prepare(connection, NOTE)) {
      for (Map.Entry<Long, Boolean> one : new TreeMap<>(open).entrySet()) {
        update.setBoolean(1, one.getValue());
        update.setBoolean(2, one.getValue());
        update.setLong(3, plan);
        update.setLong(4, term);
        update.setLong(5, one.getKey());
        update.addBatch();
      }
      update.executeBatch();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private int update(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.change(connection, sql, List.of(values));
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
