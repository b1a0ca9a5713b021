package kz.miras.registrar.registration.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import javax.sql.DataSource;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.service.Batches;

/** New enrolments with their places, in three batches, on the connection of the transaction. */
@ApplicationScoped
class EnrolmentInserts {

  private static final String INSERT =
      "INSERT INTO enrolment (id, uuid, student_id, offering_id, type, attempt_no, status,"
          + " enrolled_at, replaces_id, provisional, to_settle, wished_section_id, wished_stream_id, reason)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final int REASON = 1000;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * Writes enrolments whose seats have been taken.
   *
   * @param keys for their places in queues
   */
  void insert(Collection<EnrolmentRows.Fresh> enrolments, ArrayDeque<Long> keys, Instant now) {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement insert = Batches.prepare(connection, INSERT)) {
        for (EnrolmentRows.Fresh one : enrolments) {
          insert.setLong(1, one.id());
          insert.setString(2, one.uuid().toString());
          insert.setLong(3, one.student());
          insert.setLong(4, one.offering());
          insert.setString(5, one.type().name());
          insert.setInt(6, one.attemptNo());
          insert.setString(7, one.status().name());
          insert.setObject(8, EnrolmentRows.utc(now));
          insert.setObject(9, one.replaces(), Types.BIGINT);
          insert.setBoolean(10, one.provisional());
          // a mark may be arriving in this very moment: it is looked at once more when both are
          // there
          insert.setBoolean(11, one.provisional());
          insert.setObject(12, one.wished(), Types.BIGINT);
          insert.setObject(13, one.wishedStream(), Types.BIGINT);
          insert.setString(14, Fitted.to(REASON, one.reason()));
          insert.addBatch();
        }
        insert.executeBatch();
      }
      insertPlaces(connection, enrolments);
      insertWaiting(connection, enrolments, keys);
    } catch (SQLException e) {
      throw new SeatConflict(e);
    }
  }

  private static void insertPlaces(
      Connection connection, Collection<EnrolmentRows.Fresh> enrolments) throws SQLException {
    try (PreparedStatement insert = Batches.prepare(connection, EnrolmentRows.PLACE)) {
      boolean any = false;
      for (EnrolmentRows.Fresh one : enrolments) {
        for (SeatBook.Key key : one.held()) {
          EnrolmentRows.place(insert, one.id(), key);
          insert.addBatch();
          any = true;
        }
      }
      if (any) {
        insert.executeBatch();
      }
    }
  }

  private static void insertWaiting(
      Connection connection, Collection<EnrolmentRows.Fresh> enrolments, ArrayDeque<Long> keys)
      throws SQLException {
    try (PreparedStatement insert = Batches.prepare(connection, WaitingRows.WAIT)) {
      boolean any = false;
      for (EnrolmentRows.Fresh one : enrolments) {
        for (WaitingRows.Queued place : one.waiting()) {
          WaitingRows.place(insert, keys.removeFirst(), one.id(), place, one.waits());
          insert.addBatch();
          any = true;
        }
      }
      if (any) {
        insert.executeBatch();
      }
    }
  }
}
