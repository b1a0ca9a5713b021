package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * Which enrolments hold only until something arrives, and which are to be looked at because it may
 * have arrived. Each is looked at once after each change, not every minute.
 */
@ApplicationScoped
class Provisional {

  private static final String DUE =
      "SELECT id FROM enrolment WHERE to_settle = TRUE AND status IN ('WAITLISTED', 'ENROLLED')"
          + " ORDER BY id";
  private static final String STANDING_ON =
      "SELECT DISTINCT e.id FROM enrolment e JOIN offering o ON o.id = e.offering_id JOIN"
          + " (SELECT discipline_id, requires_id FROM prerequisite UNION ALL SELECT discipline_id,"
          + " together_id FROM corequisite) p ON p.discipline_id = o.discipline_id WHERE e.student_id IN (%s) AND"
          + " p.requires_id IN (%s) AND e.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED') ORDER BY"
          + " e.id";
  private static final String MARK = "UPDATE enrolment SET to_settle = TRUE WHERE id = ?";
  private static final String BEGIN = "UPDATE enrolment SET to_settle = FALSE WHERE id = ?";
  private static final String SWEEP =
      "UPDATE enrolment SET to_settle = TRUE WHERE provisional = TRUE AND to_settle = FALSE AND"
          + " status IN ('WAITLISTED', 'ENROLLED')";
  private static final String SET =
      "UPDATE enrolment SET provisional = ?, version = version + 1 WHERE id = ? AND provisional <> ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private ProvisionalLines lines;

  /** Enrolments to be looked at. */
  List<Long> due() {
    return SettlingMarks.keys(database, DUE, List.of());
  }

  /**
   * Whatever these students take, or have in their plans without a seat, that needs one of these
   * disciplines is to be looked at. Read first and written by key, so that nothing else of theirs
   * is locked.
   */
  void changed(Collection<Long> students, Collection<Long> disciplines) {
    mark(SettlingMarks.standingOn(database, STANDING_ON, students, disciplines));
    lines.changed(students, disciplines);
  }

  /** These are to be looked at. */
  void mark(Collection<Long> enrolments) {
    SettlingMarks.mark(database, MARK, enrolments);
  }

  /** All that hold only until something arrives are to be looked at once more. */
  int sweep() {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(SWEEP)) {
      return update.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /**
   * Looks at one: whatever changes from now on marks it again.
   *
   * @return whether it holds only until something arrives
   */
  boolean begin(long enrolment) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(BEGIN);
        PreparedStatement select =
            connection.prepareStatement("SELECT provisional FROM enrolment WHERE id = ?")) {
      update.setLong(1, enrolment);
      update.executeUpdate();
      select.setLong(1, enrolment);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** From now on it holds only until something arrives, or is firm. */
  void set(long enrolment, boolean provisional) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(SET)) {
      update.setBoolean(1, provisional);
      update.setLong(2, enrolment);
      update.setBoolean(3, provisional);
      update.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
