package kz.miras.registrar.attestation.service.room;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.attestation.room.AttendanceRecord;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.room.IdentityDocument;
import kz.miras.registrar.attestation.service.SheetRecords;

/** Who of a sheet's students came to its exam, and what decides whether they may sit. */
@ApplicationScoped
class RoomRecords {

  private static final String PEOPLE =
      "SELECT s.id, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic), s.status"
          + " = 'STUDYING', EXISTS (SELECT 1 FROM student_hold h WHERE h.student_id = s.id AND "
          + SheetRecords.HELD
          + "), EXISTS (SELECT 1 FROM exam_incident i"
          + " WHERE i.sheet_id = r.sheet_id AND i.student_id = s.id AND i.removed AND"
          + " i.status <> 'DISMISSED') FROM sheet_row r"
          + " JOIN sheet e ON e.id = r.sheet_id JOIN student s ON s.id = r.student_id WHERE"
          + " r.sheet_id = ?";
  private static final String CAME =
      "SELECT student_id, state, identity, checked_by, checked_at, recorded_by, recorded_at, version"
          + " FROM exam_attendance WHERE sheet_id = ?";
  private static final String RECORD =
      "INSERT INTO exam_attendance (sheet_id, student_id, state, identity, checked_by, checked_at,"
          + " recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
          + " checked_by = IF(VALUES(identity) <=> identity, checked_by, VALUES(checked_by)),"
          + " checked_at = IF(VALUES(identity) <=> identity, checked_at, VALUES(checked_at)), state ="
          + " VALUES(state), identity = VALUES(identity), recorded_by = VALUES(recorded_by),"
          + " recorded_at = VALUES(recorded_at), version = version + 1";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** All of it, by two statements. */
  RoomFacts of(long sheet) {
    Map<Long, RoomFacts.Person> people = new HashMap<>();
    Map<Long, RoomFacts.Came> came = new HashMap<>();
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement select = connection.prepareStatement(PEOPLE)) {
        select.setLong(1, sheet);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            people.put(
                row.getLong(1),
                new RoomFacts.Person(
                    row.getString(2),
                    row.getString(3),
                    row.getBoolean(4),
                    row.getBoolean(5),
                    row.getBoolean(6)));
          }
        }
      }
      try (PreparedStatement select = connection.prepareStatement(CAME)) {
        select.setLong(1, sheet);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            came.put(row.getLong(1), came(row));
          }
        }
      }
      return new RoomFacts(people, came);
    } catch (SQLException e) {
      throw new IllegalStateException("an exam room cannot be read", e);
    }
  }

  private static RoomFacts.Came came(ResultSet row) throws SQLException {
    String identity = row.getString(3);
    return new RoomFacts.Came(
        ExamAttendance.valueOf(row.getString(2)),
        identity == null ? null : IdentityDocument.valueOf(identity),
        row.getString(4),
        instant(row, 5),
        row.getString(6),
        instant(row, 7),
        row.getInt(8));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }

  /**
   * Records it; who had seen the same document before stays named. The caller has locked the sheet.
   */
  void record(long sheet, long student, AttendanceRecord record, String by, Instant at) {
    LocalDateTime moment = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    boolean seen = record.identity() != null;
    Object[] values = {
      sheet,
      student,
      record.state().name(),
      seen ? record.identity().name() : null,
      seen ? by : null,
      seen ? moment : null,
      by,
      moment
    };
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(RECORD)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("attendance cannot be stored", e);
    }
  }
}
