package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Batches;

/**
 * Takes and gives back seats: one conditional statement a seat, in order of section, on the
 * connection of the current transaction. The last seat goes to whoever's statement runs first;
 * nobody reads a number and writes it back.
 */
@ApplicationScoped
public class Seats {

  private static final String POOL = "ALL";
  private static final String TAKE =
      "UPDATE section_seat SET taken = taken + 1 WHERE section_id = ? AND pool = ?"
          + " AND taken < capacity AND waiting = 0";
  private static final String GIVE_BACK =
      "UPDATE section_seat SET taken = taken - 1 WHERE section_id = ? AND pool = ?";

  private static final String TURN = "SELECT id FROM student WHERE id = ? FOR UPDATE";

  private static final String STAFFING =
      "SELECT s.id, COALESCE(q.capacity, 0), COALESCE(q.taken, 0), MAX(IF(t.duty = 'TEACHER', t.teacher_id, NULL)),"
          + " MAX(IF(t.duty = 'EXAMINER', t.teacher_id, NULL)) FROM section s LEFT JOIN"
          + " section_seat q ON q.section_id = s.id AND q.pool = 'ALL' LEFT JOIN section_teacher t"
          + " ON t.section_id = s.id AND t.valid_from <= ? AND (t.valid_to IS NULL OR"
          + " t.valid_to >= ?) GROUP BY s.id, q.capacity, q.taken";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Lets requests for one student be judged one after another: two that each keep within the credit
   * limit, or whose lessons overlap, must not both pass. Held until the transaction ends; always
   * before seats and in order of key, so that nobody waits in a circle.
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
   * Takes one seat in each section, or none.
   *
   * @return the section that is full; empty where all seats were taken
   */
  public java.util.Optional<Long> take(Collection<Long> sections) {
    List<Long> taken = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      for (long section : new TreeSet<>(sections)) {
        take.setLong(1, section);
        take.setString(2, POOL);
        if (take.executeUpdate() == 0) {
          giveBack(taken);
          return java.util.Optional.of(section);
        }
        taken.add(section);
      }
      return java.util.Optional.empty();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Gives one seat back in each section. */
  public void giveBack(Collection<Long> sections) {
    try (Connection connection = database.getConnection();
        PreparedStatement back = connection.prepareStatement(GIVE_BACK)) {
      for (long section : new TreeSet<>(sections)) {
        back.setLong(1, section);
        back.setString(2, POOL);
        back.executeUpdate();
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Sets the number of seats; false where more are taken than that. */
  public boolean resize(long section, int capacity) {
    return update(
            "INSERT INTO section_seat (section_id, pool, capacity) VALUES (?, 'ALL', ?)"
                + " ON DUPLICATE KEY UPDATE capacity = IF(taken <= VALUES(capacity),"
                + " VALUES(capacity), capacity)",
            section,
            capacity)
        && capacity(section) == capacity;
  }

  private int capacity(long section) {
    return seats("capacity", section);
  }

  /** How many seats are taken. */
  public int taken(long section) {
    return seats("taken", section);
  }

  private int seats(String column, long section) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT " + column + " FROM section_seat WHERE section_id = ? AND pool = 'ALL'")) {
      select.setLong(1, section);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : -1;
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Seats and teachers of a section; for its list. */
  record Staffing(int capacity, int taken, Long teacher, Long examiner) {
    static final Staffing NONE = new Staffing(0, 0, null, null);
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
              new Staffing(row.getInt(2), row.getInt(3), number(row, 4), number(row, 5)));
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

  /** Notes where an enrolment has its places. */
  public void place(long enrolment, Collection<Long> sections) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            Batches.prepare(
                connection,
                "INSERT INTO enrolment_place (enrolment_id, section_id, pool)"
                    + " VALUES (?, ?, 'ALL')")) {
      for (long section : new TreeSet<>(sections)) {
        insert.setLong(1, enrolment);
        insert.setLong(2, section);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** The sections these enrolments have their places in. */
  public Set<Long> places(Collection<Long> enrolments) {
    Set<Long> sections = new TreeSet<>();
    if (enrolments.isEmpty()) {
      return sections;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT section_id FROM enrolment_place WHERE enrolment_id IN ("
                    + String.join(", ", Collections.nCopies(enrolments.size(), "?"))
                    + ")")) {
      int at = 1;
      for (long enrolment : enrolments) {
        select.setLong(at++, enrolment);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          sections.add(row.getLong(1));
        }
      }
      return sections;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private boolean update(String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
      return true;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
