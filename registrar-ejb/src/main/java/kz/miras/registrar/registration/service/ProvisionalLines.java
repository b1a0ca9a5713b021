package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Batches;

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
  private static final int BLOCK = 500;

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
    return keys(DUE, List.of());
  }

  /** Whatever these students have in their plans that needs one of these is to be looked at. */
  void changed(Collection<Long> students, Collection<Long> disciplines) {
    List<Long> all = List.copyOf(new TreeSet<>(students));
    List<Long> needed = List.copyOf(new TreeSet<>(disciplines));
    List<Long> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += BLOCK) {
      List<Long> some = all.subList(from, Math.min(from + BLOCK, all.size()));
      for (int at = 0; at < needed.size(); at += BLOCK) {
        List<Long> those = needed.subList(at, Math.min(at + BLOCK, needed.size()));
        List<Long> values = new ArrayList<>(some);
        values.addAll(those);
        found.addAll(
            keys(String.format(STANDING_ON, places(some.size()), places(those.size())), values));
      }
    }
    if (found.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement update = Batches.prepare(connection, MARK)) {
      for (long line : new TreeSet<>(found)) {
        update.setLong(1, line);
        update.addBatch();
      }
      update.executeBatch();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** All that hold only until a mark arrives are to be looked at once more. */
  int sweep() {
    return update(SWEEP);
  }

  /** Whose line it is; nothing where it is gone. */
  Optional<Owner> owner(long line) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OWNER)) {
      select.setLong(1, line);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Owner(row.getLong(1), row.getLong(2), row.getBoolean(3), row.getBoolean(4)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
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
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private List<Long> keys(String sql, List<Long> values) {
    List<Long> keys = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setLong(i + 1, values.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          keys.add(row.getLong(1));
        }
      }
      return keys;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static String places(int many) {
    return String.join(", ", Collections.nCopies(many, "?"));
  }
}
