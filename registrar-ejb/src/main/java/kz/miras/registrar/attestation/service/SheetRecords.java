package kz.miras.registrar.attestation.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.event.Events;
import kz.miras.registrar.access.service.event.Events.Happened;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.attestation.AdmissionDecision;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.LateEntry;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.room.ExamAttendance;

/**
 * Who typed in a sheet, how long its entry goes on, what of it was published, who is excused,
 * denied or held, who came, and whose work is coded: read together by one statement.
 */
@ApplicationScoped
public class SheetRecords {

  /**
   * EXM-6. Whether a hold of the student of sheet {@code e} counts for its exam: what was placed
   * after that day turns nobody away who has sat it.
   */
  public static final String HELD =
      "h.kind = 'FINANCIAL' AND h.removed_at IS NULL AND (e.exam_date IS NULL OR"
          + " university_day(h.placed_at) <= e.exam_date)";

  /** EXC-1. Whether excuse {@code a} was not taken back. */
  static final String STANDS =
      "NOT EXISTS (SELECT 1 FROM absence_excuse_lift b WHERE b.excuse_id = a.id)";

  private static final String OF =
      "(SELECT 'LATE' AS what, until_at AS at, decided_by AS who, decided_at AS since, NULL AS"
          + " student FROM sheet_extension WHERE sheet_id = ? ORDER BY decided_at DESC, id DESC"
          + " LIMIT 1) UNION ALL SELECT part, published_at, published_by, NULL, NULL FROM"
          + " sheet_publication WHERE sheet_id = ? UNION ALL SELECT 'TYPIST', NULL, login, NULL,"
          + " NULL FROM sheet_typist WHERE sheet_id = ? UNION ALL SELECT 'EXCUSED', decided_at,"
          + " decided_by, NULL, student_id FROM absence_excuse a WHERE sheet_id = ? AND "
          + STANDS
          + " UNION ALL SELECT"
          + " 'WORK', c.decoded_at, c.coded_by, NULL, w.student_id FROM work_code w JOIN work_coding"
          + " c ON c.sheet_id = w.sheet_id WHERE w.sheet_id = ? UNION ALL SELECT 'DENIED',"
          + " d.decided_at, d.decided_by, NULL, d.student_id FROM"
          + " exam_admission d WHERE d.sheet_id = ? AND d.denied AND NOT EXISTS (SELECT 1 FROM exam_admission l"
          + " WHERE l.sheet_id = d.sheet_id AND l.student_id = d.student_id AND l.id > d.id) UNION"
          + " ALL SELECT 'AWAY', NULL, s.status, NULL, s.id FROM sheet_row r JOIN student s ON s.id"
          + " = r.student_id WHERE r.sheet_id = ? AND s.status <> 'STUDYING' UNION ALL SELECT"
          + " 'HELD', NULL, NULL, NULL, h.student_id FROM sheet_row r JOIN sheet e ON e.id ="
          + " r.sheet_id JOIN student_hold h ON h.student_id = r.student_id WHERE r.sheet_id = ? AND "
          + HELD
          + " UNION ALL SELECT 'CAME', NULL, a.state, NULL, a.student_id FROM"
          + " exam_attendance a WHERE a.sheet_id = ? UNION ALL SELECT 'UNRATED', NULL,"
          + " NULL, NULL, l.student_id FROM rating_left_out l JOIN sheet_row r ON r.sheet_id ="
          + " l.sheet_id AND r.student_id = l.student_id WHERE l.sheet_id = ? AND l.published_at IS"
          + " NULL AND r.exemption_id IS NULL AND NOT r.mark <=> 'W'";
  // the sheet is locked by whoever types; a row that is there is not touched
  private static final String TYPED =
      "INSERT INTO sheet_typist (sheet_id, login) SELECT ?, ? FROM DUAL WHERE NOT EXISTS (SELECT 1"
          + " FROM sheet_typist WHERE sheet_id = ? AND login = ?)";
  private static final String EXTEND =
      "INSERT INTO sheet_extension (id, sheet_id, until_at, document, document_no, document_date,"
          + " reason, decided_by, decided_at) VALUES (NEXT VALUE FOR attestation_seq, ?, ?, ?, ?, ?,"
          + " ?, ?, ?)";
  private static final String PUBLISH =
      "INSERT INTO sheet_publication (sheet_id, part, published_at, published_by) VALUES (?, ?, ?,"
          + " ?)";
  private static final String DECIDE =
      "INSERT INTO exam_admission (id, sheet_id, student_id, denied, document, document_no,"
          + " document_date, reason, decided_by, decided_at) VALUES (NEXT VALUE FOR"
          + " attestation_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String LEAVE_OUT =
      "INSERT INTO rating_left_out (sheet_id, student_id) SELECT ?, ? FROM DUAL WHERE NOT EXISTS"
          + " (SELECT 1 FROM rating_left_out WHERE sheet_id = ? AND student_id = ?)";
  private static final String COMES =
      LEAVE_OUT
          + " AND EXISTS (SELECT 1 FROM sheet_publication WHERE sheet_id = ? AND part = 'RATING')";
  private static final String PUBLISH_REST =
      "UPDATE rating_left_out SET published_at = ?, published_by = ? WHERE sheet_id = ? AND"
          + " student_id = ?";
  private static final String EXCUSE =
      "INSERT INTO absence_excuse (id, sheet_id, student_id, document, document_no, document_date,"
          + " reason, decided_by, decided_at) VALUES (NEXT VALUE FOR attestation_seq, ?, ?, ?, ?, ?,"
          + " ?, ?, ?)";

  private static final String LIFT_EXCUSE =
      "INSERT INTO absence_excuse_lift (excuse_id, document, document_no, document_date, reason,"
          + " decided_by, decided_at) SELECT a.id, ?, ?, ?, ?, ?, ? FROM absence_excuse a WHERE"
          + " a.sheet_id = ? AND a.student_id = ? AND "
          + STANDS;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private Events events;

  /** All of it. */
  SheetFacts of(long sheet) {
    SheetFacts.Late late = null;
    Map<SheetPart, Instant> published = new EnumMap<>(SheetPart.class);
    Set<String> typists = new HashSet<>();
    Set<Long> excused = new HashSet<>();
    Map<Long, Boolean> works = new HashMap<>();
    Set<Long> denied = new HashSet<>();
    Set<Long> away = new HashSet<>();
    Set<Long> held = new HashSet<>();
    Map<Long, ExamAttendance> came = new HashMap<>();
    Set<Long> unrated = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(OF)) {
      for (int i = 1; i <= 10; i++) {
        select.setLong(i, sheet);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          switch (row.getString(1)) {
            case "LATE" ->
                late = new SheetFacts.Late(instant(row, 2), row.getString(3), instant(row, 4));
            case "TYPIST" -> typists.add(row.getString(3));
            case "EXCUSED" -> excused.add(row.getLong(5));
            case "DENIED" -> denied.add(row.getLong(5));
            case "AWAY" -> away.add(row.getLong(5));
            case "HELD" -> held.add(row.getLong(5));
            case "CAME" -> came.put(row.getLong(5), ExamAttendance.valueOf(row.getString(3)));
            case "WORK" -> works.put(row.getLong(5), row.getObject(2) != null);
            case "UNRATED" -> unrated.add(row.getLong(5));
            default -> published.put(SheetPart.valueOf(row.getString(1)), instant(row, 2));
          }
        }
      }
      return new SheetFacts(
          late, published, typists, excused, works, denied, away, held, came, unrated);
    } catch (SQLException e) {
      throw new IllegalStateException("what was decided about a sheet cannot be read", e);
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime at = row.getObject(column, LocalDateTime.class);
    return at == null ? null : at.toInstant(ZoneOffset.UTC);
  }

  /** SOD-1. Somebody has typed in a sheet the caller has locked. */
  public void typed(long sheet, String login) {
    run(TYPED, sheet, login, sheet, login);
  }

  /** SOD-1. Everybody who ever typed in a sheet. */
  public Set<String> typists(long sheet) {
    return of(sheet).typists();
  }

  /** EXM-10. Students of a sheet whom the office denies the exam. */
  public Set<Long> denied(long sheet) {
    return of(sheet).denied();
  }

  /** SHT-15. Entry goes on. */
  void extend(long sheet, LateEntry late, String by, Instant at) {
    BasisDocument basis = late.basis();
    run(
        EXTEND,
        sheet,
        utc(late.until()),
        basis.type().name(),
        basis.number().strip(),
        basis.date(),
        basis.reason().strip(),
        by,
        utc(at));
  }

  /** PUB-1. A part is published. */
  void publish(long sheet, SheetPart part, String by, Instant at) {
    run(PUBLISH, sheet, part.name(), utc(at), by);
    if (part == SheetPart.RESULT) {
      events.note(Happened.toSheet(EventType.GRADE_POSTED, sheet, Map.of()));
    }
  }

  /** PUB-1. These are told nothing yet: their ratings are not there. */
  void leaveOut(long sheet, Collection<Long> students) {
    students.forEach(student -> run(LEAVE_OUT, sheet, student, sheet, student));
  }

  /** PUB-1. Whoever comes when ratings are published already is told the own one later. */
  void comes(long sheet, long student) {
    run(COMES, sheet, student, sheet, student, sheet);
  }

  /** PUB-1. Ratings of these, left out before, are published. */
  void publishRest(long sheet, Collection<Long> students, String by, Instant at) {
    students.forEach(student -> run(PUBLISH_REST, utc(at), by, sheet, student));
  }

  /** EXC-1. An absence is excused. */
  void excuse(long sheet, long student, BasisDocument basis, String by, Instant at) {
    run(
        EXCUSE,
        sheet,
        student,
        basis.type().name(),
        basis.number().strip(),
        basis.date(),
        basis.reason().strip(),
        by,
        utc(at));
  }

  /** EXC-1. The excuse of an absence is taken back. */
  void liftExcuse(long sheet, long student, BasisDocument basis, String by, Instant at) {
    run(
        LIFT_EXCUSE,
        basis.type().name(),
        basis.number().strip(),
        basis.date(),
        basis.reason().strip(),
        by,
        utc(at),
        sheet,
        student);
  }

  /** EXM-10. An exam is denied, or admitted to again. */
  void decide(long sheet, long student, AdmissionDecision decision, String by, Instant at) {
    BasisDocument basis = decision.basis();
    run(
        DECIDE,
        sheet,
        student,
        decision.denies(),
        basis.type().name(),
        basis.number().strip(),
        basis.date(),
        basis.reason().strip(),
        by,
        utc(at));
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  private void run(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a decision about a sheet cannot be stored", e);
    }
  }
}
