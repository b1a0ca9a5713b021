package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.event.Events;
import kz.miras.registrar.access.service.event.Events.Happened;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.shared.service.Batches;

/** Notes for subsystems who came to a section and who left it, in the transaction that did it. */
@ApplicationScoped
class RosterChanges {

  private static final String INSERT =
      "INSERT INTO roster_change (id, term_id, section_id, student_id, joined, at) VALUES"
          + " (NEXT VALUE FOR roster_change_seq, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Events events;

  void note(List<SeatWork.Changed> changes, List<SeatWork.Moved> moves, Instant now) {
    List<SeatWork.Changed> told =
        changes.stream().filter(change -> joined(change) != null).toList();
    if (told.isEmpty() && moves.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement insert = Batches.prepare(connection, INSERT)) {
      for (SeatWork.Changed change : told) {
        for (long section : change.sections()) {
          add(insert, change.term(), section, change.student(), joined(change), now);
        }
      }
      for (SeatWork.Moved move : moves) {
        add(insert, move.term(), move.from().section(), move.student(), false, now);
        add(insert, move.term(), move.to().section(), move.student(), true, now);
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
    tell(told, moves);
  }

  /** The same for whoever follows all events. */
  private void tell(List<SeatWork.Changed> told, List<SeatWork.Moved> moves) {
    List<Happened> happened = new ArrayList<>();
    for (SeatWork.Changed change : told) {
      for (long section : change.sections()) {
        happened.add(
            Happened.inSection(change.student(), section, Map.of("joined", joined(change))));
      }
    }
    for (SeatWork.Moved move : moves) {
      happened.add(
          Happened.inSection(move.student(), move.from().section(), Map.of("joined", false)));
      happened.add(Happened.inSection(move.student(), move.to().section(), Map.of("joined", true)));
    }
    events.note(happened);
  }

  private static void add(
      PreparedStatement insert, long term, long section, long student, boolean joined, Instant now)
      throws SQLException {
    insert.setLong(1, term);
    insert.setLong(2, section);
    insert.setLong(3, student);
    insert.setBoolean(4, joined);
    insert.setObject(5, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    insert.addBatch();
  }

  /** Whether the student is on the list from now on; null where nothing changes for the list. */
  private static Boolean joined(SeatWork.Changed change) {
    boolean before = change.before() != null && change.before().holdsSeats();
    boolean after = change.after() == EnrolmentStatus.ENROLLED;
    return before == after || change.after() == EnrolmentStatus.COMPLETED ? null : after;
  }
}
