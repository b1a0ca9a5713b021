package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.registration.service.EnrolmentRows.Waits;
import kz.miras.registrar.shared.service.Statements;

/**
 * Places in queues as rows, on the connection of the current transaction and under the lock of the
 * seats they concern.
 */
@ApplicationScoped
class WaitingRows {

  static final String WAIT =
      "INSERT INTO waiting_place (id, enrolment_id, section_id, pool, queue_rank, since, expires_at,"
          + " any_of_kind, instead, resting) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * How somebody stands in one of the queues.
   *
   * @param key where the place is counted; which seats of the section they are is of no account
   *     while it rests
   * @param any whether another section of the kind would do as well
   * @param instead whether it is one of those others; the plan is made with the one that is not
   * @param resting whether its lessons meet others of the student: then it is counted nowhere
   */
  record Queued(SeatBook.Key key, boolean any, boolean instead, boolean resting) {}

  /** A place in a queue as its row stands. */
  record Waiting(Queued place, Waits how) {}

  /** Fills in a place. */
  static void place(PreparedStatement insert, long id, long enrolment, Queued place, Waits how)
      throws SQLException {
    insert.setLong(1, id);
    insert.setLong(2, enrolment);
    insert.setLong(3, place.key().section());
    insert.setString(4, place.key().pool());
    insert.setInt(5, how.rank());
    insert.setObject(6, EnrolmentRows.utc(how.since()));
    insert.setObject(7, how.until() == null ? null : EnrolmentRows.utc(how.until()));
    insert.setBoolean(8, place.any());
    insert.setBoolean(9, place.instead());
    insert.setBoolean(10, place.resting());
  }

  /** Puts an enrolment into queues. */
  void add(ArrayDeque<Long> keys, long enrolment, Collection<Queued> places, Waits how) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(WAIT)) {
      for (Queued place : places) {
        place(insert, keys.removeFirst(), enrolment, place, how);
        insert.executeUpdate();
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** A place in a queue goes on in that of another section, as old as it is. */
  void move(long enrolment, long from, SeatBook.Key to) {
    update(
        "UPDATE waiting_place SET section_id = ?, pool = ? WHERE enrolment_id = ? AND section_id = ?",
        to.section(),
        to.pool(),
        enrolment,
        from);
  }

  /** The plan is made with another of the sections that will do, which is in its queue then. */
  void plan(long enrolment, SeatBook.Key there) {
    update(
        "UPDATE waiting_place SET pool = ?, instead = FALSE, resting = FALSE WHERE enrolment_id = ?"
            + " AND section_id = ?",
        there.pool(),
        enrolment,
        there.section());
  }

  /** A place is counted no longer. */
  void rest(long enrolment, long section) {
    update(
        "UPDATE waiting_place SET resting = TRUE WHERE enrolment_id = ? AND section_id = ?",
        enrolment,
        section);
  }

  /** A place that rested is counted once more. */
  void back(long enrolment, SeatBook.Key there) {
    update(
        "UPDATE waiting_place SET pool = ?, resting = FALSE WHERE enrolment_id = ? AND section_id ="
            + " ?",
        there.pool(),
        enrolment,
        there.section());
  }

  /** How an enrolment waits for a section. */
  Waiting of(long enrolment, long section) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT pool, any_of_kind, instead, resting, queue_rank, since, expires_at FROM"
                    + " waiting_place WHERE enrolment_id = ? AND section_id = ?")) {
      select.setLong(1, enrolment);
      select.setLong(2, section);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        LocalDateTime until = row.getObject(7, LocalDateTime.class);
        return new Waiting(
            new Queued(
                new SeatBook.Key(section, row.getString(1)),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getBoolean(4)),
            new Waits(
                row.getInt(5),
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                until == null ? null : until.toInstant(ZoneOffset.UTC)));
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Sections of an enrolment's places, resting ones too. */
  Set<Long> sections(long enrolment) {
    return read("SELECT section_id FROM waiting_place WHERE enrolment_id = ?", Set.of(enrolment));
  }

  /** Which of these sections somebody would wait for if lessons did not meet. */
  Set<Long> rested(Collection<Long> sections) {
    return sections.isEmpty()
        ? Set.of()
        : read(
            "SELECT DISTINCT section_id FROM waiting_place WHERE resting AND section_id IN ("
                + Statements.places(sections.size())
                + ")",
            sections);
  }

  /** Offerings of a term in whose queues a student rests, since lessons meet. */
  Set<Long> resting(long student, long term) {
    return read(
        "SELECT DISTINCT x.offering_id FROM waiting_place w JOIN enrolment e ON e.id ="
            + " w.enrolment_id JOIN section x ON x.id = w.section_id JOIN offering o ON o.id ="
            + " x.offering_id WHERE w.resting AND e.student_id = ? AND o.term_id = ?",
        List.of(student, term));
  }

  /** Takes an enrolment out of one queue; it goes on in others. */
  void leave(long enrolment, long section) {
    update(
        "DELETE FROM waiting_place WHERE enrolment_id = ? AND section_id = ?", enrolment, section);
  }

  /** Nobody rests in a section that takes no students any more. */
  void leaveRested(long section) {
    update("DELETE FROM waiting_place WHERE section_id = ? AND resting", section);
  }

  /** Takes an enrolment out of the queues it stands in. */
  void leave(long enrolment) {
    update("DELETE FROM waiting_place WHERE enrolment_id = ?", enrolment);
  }

  private Set<Long> read(String sql, Collection<Long> keys) {
    Set<Long> found = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int at = 1;
      for (long key : keys) {
        select.setLong(at++, key);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getLong(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private void update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }
}
