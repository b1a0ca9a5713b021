package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Whose turn it is to be judged, and how sections are staffed and filled. */
@ApplicationScoped
public class Seats {

  private static final String TURN = "SELECT id FROM student WHERE id = ? FOR UPDATE";

  // kept seats count with everybody's: people see and set how many a section has in all
  private static final String STAFFING =
      "SELECT s.id, COALESCE(q.capacity, 0), COALESCE(q.taken, 0), MAX(IF(t.duty = 'TEACHER',"
          + " t.teacher_id, NULL)), MAX(IF(t.duty = 'EXAMINER', t.teacher_id, NULL)),"
          + " COALESCE(q.kept, 0) FROM section s LEFT JOIN (SELECT section_id, SUM(capacity) AS"
          + " capacity, SUM(taken) AS taken, SUM(IF(pool = 'ALL', 0, capacity - taken)) AS kept FROM"
          + " section_seat GROUP BY section_id) q ON q.section_id = s.id LEFT JOIN section_teacher t"
          + " ON t.section_id = s.id AND t.valid_from <= ? AND (t.valid_to IS NULL OR"
          + " t.valid_to >= ?) GROUP BY s.id, q.capacity, q.taken, q.kept";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Lets requests for one student be judged one after another: two that each keep within the credit
   * limit, or whose lessons overlap, must not both pass. Held until the transaction ends; always
   * before seats and in order of key, so that nobody waits in a circle. One thing goes the other
   * way: whoever frees a seat hands it on to students whose turn is taken only then, to look at
   * their other lessons, or not at all, and the foreign key of the log waits for it; a circle that
   * makes is broken by the database and tried again.
   */
  public void takeTurn(Collection<Long> students) {
    try (Connection connection = database.getConnection();
        PreparedStatement lock = connection.prepareStatement(TURN)) {
      for (long student : new TreeSet<>(students)) {
        lock.setLong(1, student);
        lock.executeQuery().close();
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /**
   * Seats and teachers of a section; for its list.
   *
   * @param capacity all seats, kept ones included
   * @param kept free seats that are kept for somebody
   */
  record Staffing(int capacity, int taken, Long teacher, Long examiner, int kept) {
    static final Staffing NONE = new Staffing(0, 0, null, null, 0);
  }

  /** Seats and teachers of all sections on a day, in one statement. */
  Map<Long, Staffing> staffing(LocalDate day) {
    Map<Long, Staffing> staffing = new HashMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(STAFFING)) {
      for (int i = 1; i <= 2; i++) {
        select.setObject(i, day);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          staffing.put(
              row.getLong(1),
              new Staffing(
                  row.getInt(2), row.getInt(3), number(row, 4), number(row, 5), row.getInt(6)));
        }
      }
      return staffing;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
