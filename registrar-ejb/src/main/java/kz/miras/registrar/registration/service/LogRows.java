package kz.miras.registrar.registration.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;

/** Rows of the registration log. */
final class LogRows {

  static final String SELECT =
      "SELECT l.*, s.student_no, s.uuid AS student_uuid FROM registration_log l LEFT JOIN student s"
          + " ON s.id = l.student_id";

  private static final String POOL_END = ",";

  private LogRows() {}

  static LogEntry entry(ResultSet row) throws SQLException {
    String submission = row.getString("submission");
    return new LogEntry(
        row.getLong("section_id"),
        row.getLong("position"),
        new LogEntry.Fact(
            instant(row, "arrived_at"),
            instant(row, "decided_at"),
            number(row, "student_id"),
            number(row, "enrolment_id"),
            submission == null ? null : UUID.fromString(submission),
            LogAct.valueOf(row.getString("act")),
            row.getString("pool"),
            new LogEntry.Seats(row.getInt("capacity"), row.getInt("taken"), row.getInt("waiting")),
            row.getString("verdict"),
            row.getString("author"),
            place(row)),
        row.getBytes("seal"));
  }

  private static LogEntry.Place place(ResultSet row) throws SQLException {
    String pools = row.getString("pools");
    return pools == null
        ? null
        : new LogEntry.Place(
            row.getInt("queue_rank"), instant(row, "waits_since"), List.of(pools.split(POOL_END)));
  }

  /** The seats that will do as one column. */
  static String pools(LogEntry.Place place) {
    return place == null ? null : String.join(POOL_END, place.pools());
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
