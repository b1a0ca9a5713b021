package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.shared.service.Statements;

/**
 * Enrolments, their places and their waiting places as rows, written in batches on the connection
 * of the current transaction and always under the lock of the seats they concern.
 */
@ApplicationScoped
class EnrolmentRows {

  private static final int BLOCK = 50;
  static final String PLACE =
      "INSERT INTO enrolment_place (enrolment_id, section_id, pool) VALUES (?, ?, ?)";
  private static final String END =
      "UPDATE enrolment SET status = ?, reason = COALESCE(?, reason), ended_at = ?, version = version + 1 WHERE id ="
          + " ? AND status = ?";
  private static final String READ =
      "SELECT e.id, e.student_id, e.offering_id, e.type, e.status, e.replaces_id, o.term_id,"
          + " e.wished_section_id, e.wished_stream_id FROM enrolment e JOIN offering o ON o.id = e.offering_id WHERE e.id = ?";
  private static final String PLACES =
      "SELECT p.enrolment_id, p.section_id, p.pool, FALSE, FALSE FROM enrolment_place p WHERE"
          + " p.enrolment_id IN (%1$s) UNION ALL SELECT w.enrolment_id, w.section_id, w.pool, TRUE,"
          + " w.instead FROM waiting_place w WHERE w.enrolment_id IN (%1$s) AND NOT w.resting";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * An enrolment to be written.
   *
   * @param held sections where it has a seat, with the pool
   * @param waiting how it stands in queues
   * @param waits how it stands there; null where it does not wait
   * @param wished group that was named, where it has to be paid before a seat is looked for; null
   *     for any
   * @param wishedStream stream that was named, the same way
   * @param reason what was written about why it comes late or beyond a limit; null for nothing
   */
  record Fresh(
      long id,
      UUID uuid,
      long student,
      long offering,
      EnrolmentType type,
      int attemptNo,
      EnrolmentStatus status,
      Long replaces,
      boolean provisional,
      List<SeatBook.Key> held,
      List<WaitingRows.Queued> waiting,
      Waits waits,
      Long wished,
      Long wishedStream,
      String reason) {}

  /**
   * An enrolment as its row stands.
   *
   * @param wished group that was named, to be looked for once it is paid; null for any
   * @param wishedStream stream that was named, the same way
   */
  record Stored(
      long id,
      long student,
      long offering,
      EnrolmentType type,
      EnrolmentStatus status,
      Long replaces,
      long term,
      Long wished,
      Long wishedStream) {}

  /**
   * A place of an enrolment, or a place in a queue.
   *
   * @param instead whether it waits there beside the section the plan is made with: held against
   *     nothing else of the student's
   */
  record Place(long enrolment, long section, String pool, boolean waiting, boolean instead) {}

  /** So many keys of the sequence that entities use too. */
  ArrayDeque<Long> keys(int wanted) {
    ArrayDeque<Long> keys = new ArrayDeque<>();
    try (Connection connection = database.getConnection();
        PreparedStatement next =
            connection.prepareStatement("SELECT NEXT VALUE FOR registration_seq")) {
      while (keys.size() < wanted) {
        try (ResultSet row = next.executeQuery()) {
          row.next();
          // the provider of entities counts a block down from the value it gets
          for (long i = BLOCK - 1L; i >= 0; i--) {
            keys.add(row.getLong(1) - i);
          }
        }
      }
      return keys;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  static void place(PreparedStatement insert, long enrolment, SeatBook.Key key)
      throws SQLException {
    insert.setLong(1, enrolment);
    insert.setLong(2, key.section());
    insert.setString(3, key.pool());
  }

  /** Gives an enrolment one more place. */
  void addPlace(long enrolment, SeatBook.Key key) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(PLACE)) {
      place(insert, enrolment, key);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** How somebody waits: the class of the place, since when and until when. */
  record Waits(int rank, Instant since, Instant until) {}

  /** Takes a place away from an enrolment that goes on elsewhere. */
  void removePlace(long enrolment, long section) {
    update(
        "DELETE FROM enrolment_place WHERE enrolment_id = ? AND section_id = ?",
        enrolment,
        section);
  }

  /**
   * The line of a plan names the group and the stream the enrolment has its seat in, or waits for.
   *
   * @param kind of the section; no line names a subgroup
   * @param section null for none yet
   */
  void moveLine(long enrolment, SectionKind kind, Long section) {
    if (kind == SectionKind.SUBGROUP) {
      return;
    }
    String column = kind == SectionKind.GROUP ? "section_id" : "stream_id";
    update(
        "UPDATE study_plan_line l JOIN study_plan p ON p.id = l.plan_id SET l."
            + column
            + " = ?, l.version = l.version + 1, p.version = p.version + 1, p.submitted_version ="
            + " p.submitted_version + 1 WHERE l.enrolment_id = ?",
        section,
        enrolment);
  }

  /**
   * Changes the state of an enrolment.
   *
   * @param reason null for none: then what was written when it was made stays
   * @return false where it is not in that state any more
   */
  boolean become(
      long enrolment, EnrolmentStatus from, EnrolmentStatus to, String reason, Instant now) {
    return update(END, to.name(), reason, to.isActive() ? null : utc(now), enrolment, from.name())
        == 1;
  }

  /** An enrolment as it stands now. */
  Optional<Stored> read(long id) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(READ)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new Stored(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                EnrolmentType.valueOf(row.getString(4)),
                EnrolmentStatus.valueOf(row.getString(5)),
                row.getObject(6, Long.class),
                row.getLong(7),
                row.getObject(8, Long.class),
                row.getObject(9, Long.class)));
      }
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  /** Enrolments that wait to take the place of another one. */
  List<Long> insteadOf(long old) {
    return found(
        "SELECT id FROM enrolment WHERE replaces_id = ? AND status = 'WAITLISTED' ORDER BY id",
        old);
  }

  /** Keys of the sections of an offering that have seats. */
  List<Long> sections(long offering) {
    return found(
        "SELECT s.id FROM section s WHERE s.offering_id = ? AND EXISTS (SELECT 1 FROM"
            + " section_seat q WHERE q.section_id = s.id) ORDER BY s.id",
        offering);
  }

  /** How many have an offering, or have had it to its end. */
  int taking(long offering) {
    return found(
            "SELECT id FROM enrolment WHERE offering_id = ? AND status IN ('REQUESTED', 'WAITLISTED',"
                + " 'ENROLLED', 'COMPLETED')",
            offering)
        .size();
  }

  private List<Long> found(String sql, long of) {
    List<Long> keys = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, of);
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

  /** Where these enrolments have seats, and where they wait. */
  List<Place> places(Collection<Long> enrolments) {
    List<Place> places = new ArrayList<>();
    if (enrolments.isEmpty()) {
      return places;
    }
    String sql = String.format(PLACES, Statements.places(enrolments.size()));
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int at = 1;
      for (int round = 0; round < 2; round++) {
        for (long enrolment : enrolments) {
          select.setLong(at++, enrolment);
        }
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          places.add(
              new Place(
                  row.getLong(1),
                  row.getLong(2),
                  row.getString(3),
                  row.getBoolean(4),
                  row.getBoolean(5)));
        }
      }
      return places;
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private int update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
