package kz.miras.registrar.registration.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;

/** Rows of the registration log. */
final class LogRows {

  /** What an entry is read from, of the table as {@code l}, before anything else of a row. */
  static final String COLUMNS =
      "l.section_id, l.position, l.seal, l.arrived_at, l.decided_at, l.student_id, l.enrolment_id,"
          + " l.submission, l.act, l.pool, l.capacity, l.taken, l.waiting, l.verdict, l.author,"
          + " l.pools, l.queue_rank, l.waits_since, l.any_of";

  static final String SELECT =
      "SELECT "
          + COLUMNS
          + ", s.student_no, s.uuid AS student_uuid FROM registration_log l LEFT JOIN student s"
          + " ON s.id = l.student_id";

  static final int SECTION = 1;
  static final int POSITION = 2;
  static final int SEAL = 3;
  private static final int ARRIVED_AT = 4;
  private static final int DECIDED_AT = 5;
  private static final int STUDENT = 6;
  private static final int ENROLMENT = 7;
  private static final int SUBMISSION = 8;
  private static final int ACT = 9;
  private static final int POOL = 10;
  private static final int CAPACITY = 11;
  private static final int TAKEN = 12;
  private static final int WAITING = 13;
  private static final int VERDICT = 14;
  private static final int AUTHOR = 15;
  private static final int POOLS = 16;
  private static final int RANK = 17;
  private static final int WAITS_SINCE = 18;
  private static final int ANY_OF = 19;

  private static final String POOL_END = ",";

  private LogRows() {}

  /**
   * The entry of a row that begins with {@link #COLUMNS}.
   *
   * <p>By number, not by name: of a million rows, looking names up takes as long as the seals.
   */
  static LogEntry entry(ResultSet row) throws SQLException {
    String submission = row.getString(SUBMISSION);
    return new LogEntry(
        row.getLong(SECTION),
        row.getLong(POSITION),
        new LogEntry.Fact(
            instant(row, ARRIVED_AT),
            instant(row, DECIDED_AT),
            number(row, STUDENT),
            number(row, ENROLMENT),
            submission == null ? null : UUID.fromString(submission),
            LogAct.valueOf(row.getString(ACT)),
            row.getString(POOL),
            new LogEntry.Seats(row.getInt(CAPACITY), row.getInt(TAKEN), row.getInt(WAITING)),
            row.getString(VERDICT),
            row.getString(AUTHOR),
            place(row)),
        row.getBytes(SEAL));
  }

  private static LogEntry.Place place(ResultSet row) throws SQLException {
    String pools = row.getString(POOLS);
    return pools == null
        ? null
        : new LogEntry.Place(
            row.getInt(RANK),
            instant(row, WAITS_SINCE),
            List.of(pools.split(POOL_END)),
            anyOf(row.getString(ANY_OF)));
  }

  private static SectionKind anyOf(String kind) {
    return kind == null ? null : SectionKind.valueOf(kind);
  }

  /** The seats that will do as one column. */
  static String pools(LogEntry.Place place) {
    return place == null ? null : String.join(POOL_END, place.pools());
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  private static Long number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
