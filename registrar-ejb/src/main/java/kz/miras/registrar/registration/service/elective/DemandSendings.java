package kz.miras.registrar.registration.service.elective;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The demand of terms by department, to whom it goes, and when it was sent. */
@ApplicationScoped
class DemandSendings {

  private static final String BY_DEPARTMENT =
      "SELECT l.term_id, d.department_id, COUNT(DISTINCT l.discipline_id), COUNT(*) FROM "
          + DemandCounts.LINES
          + " GROUP BY l.term_id, d.department_id ORDER BY l.term_id, d.department_id";
  private static final String TEACHERS = "SELECT id, department_id FROM teacher WHERE active";
  private static final String LAST =
      "SELECT s.term_id, s.sent_at, s.sent_by, s.departments, s.teachers FROM demand_sending s"
          + " WHERE s.sent_at = (SELECT MAX(m.sent_at) FROM demand_sending m WHERE m.term_id ="
          + " s.term_id)";
  private static final String ADD =
      "INSERT IGNORE INTO demand_sending (id, term_id, sent_on, sent_at, sent_by, departments,"
          + " teachers, choices) VALUES (NEXT VALUE FOR registration_seq, ?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * What students have chosen of a department in a term.
   *
   * @param choices lines of plans; a student has several
   */
  record Wanted(long department, int disciplines, int choices) {}

  /**
   * When a demand was sent last.
   *
   * @param teachers how many were told
   */
  public record Sent(Instant at, String by, int departments, int teachers)
      implements Serializable {}

  /** The demand of every term, by its key. */
  Map<Long, List<Wanted>> demands() {
    Map<Long, List<Wanted>> demands = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(BY_DEPARTMENT);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        demands
            .computeIfAbsent(row.getLong(1), term -> new ArrayList<>())
            .add(new Wanted(row.getLong(2), row.getInt(3), row.getInt(4)));
      }
      return demands;
    } catch (SQLException e) {
      throw new IllegalStateException("the demand of departments cannot be counted", e);
    }
  }

  /** Keys of the teachers who work, by department. */
  Map<Long, List<Long>> teachers() {
    Map<Long, List<Long>> teachers = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(TEACHERS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        teachers
            .computeIfAbsent(row.getLong(2), department -> new ArrayList<>())
            .add(row.getLong(1));
      }
      return teachers;
    } catch (SQLException e) {
      throw new IllegalStateException("teachers cannot be read", e);
    }
  }

  /** The last sending of each term, by its key. */
  Map<Long, Sent> last() {
    Map<Long, Sent> last = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(LAST);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        last.put(
            row.getLong(1),
            new Sent(
                row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(3),
                row.getInt(4),
                row.getInt(5)));
      }
      return last;
    } catch (SQLException e) {
      throw new IllegalStateException("sendings of the demand cannot be read", e);
    }
  }

  /** Notes a sending; false where somebody has sent it on that day already. */
  boolean add(long term, LocalDate day, Sent sent, int choices) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(ADD)) {
      insert.setLong(1, term);
      insert.setObject(2, day);
      insert.setObject(3, LocalDateTime.ofInstant(sent.at(), ZoneOffset.UTC));
      insert.setString(4, sent.by());
      insert.setInt(5, sent.departments());
      insert.setInt(6, sent.teachers());
      insert.setInt(7, choices);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("a sending of the demand cannot be kept", e);
    }
  }
}
