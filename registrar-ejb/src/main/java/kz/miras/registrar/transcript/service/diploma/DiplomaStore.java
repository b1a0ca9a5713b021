package kz.miras.registrar.transcript.service.diploma;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.transcript.diploma.DiplomaDraft;
import kz.miras.registrar.transcript.diploma.DiplomaSeries;
import kz.miras.registrar.transcript.diploma.DiplomaStatus;
import kz.miras.registrar.transcript.diploma.DiplomaTerms;
import kz.miras.registrar.transcript.service.RegisterNumbers;

/** Diplomas as they are stored; callers have judged what is written. */
@ApplicationScoped
public class DiplomaStore {

  /** Code of the book of issue among the registers. */
  public static final String BOOK = "DB";

  /** Number and day of the power of attorney a diploma was received by; empty for none. */
  static final String PROXY =
      "COALESCE(d.proxy, CONCAT_WS(', ', d.proxy_no, DATE_FORMAT(d.proxy_on, '%d.%m.%Y')))";

  private static final String SELECT =
      "SELECT d.*, "
          + PROXY
          + " AS by_proxy, o.number AS original, o.uuid AS original_uuid, s.uuid AS student,"
          + " s.previous_education, s.entrance_exams FROM diploma d JOIN student s ON s.id ="
          + " d.student_id LEFT JOIN diploma o ON o.id = d.duplicate_of WHERE ";

  /** Of a student the one that counts: not given up, the last duplicate before its original. */
  private static final String COUNTS =
      " d.status <> 'ANNULLED' ORDER BY d.duplicate_of IS NOT NULL, d.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A diploma.
   *
   * @param student public id of the student
   * @param original public id of the diploma it takes the place of; null for none
   * @param application number of the application for a duplicate; null for an original
   * @param honours null until it is approved
   * @param receiverIdentity the identity document that was looked at; null before, and of old ones
   * @param proxy number and day of the power of attorney it was received by; null for none
   * @param book its number in the book of issue; null before it is handed out
   */
  public record Stored(
      long id,
      UUID uuid,
      long studentId,
      String student,
      String original,
      DiplomaStatus status,
      String statusReason,
      DiplomaDraft draft,
      String application,
      LocalDate appliedOn,
      Boolean honours,
      String draftedBy,
      String numberedBy,
      String numberOrder,
      String approvedBy,
      String book,
      LocalDate handedOn,
      String handedBy,
      String receivedBy,
      String receiverIdentity,
      String proxy)
      implements Serializable {}

  /** A diploma by its public id. */
  public Optional<Stored> byUuid(UUID uuid) {
    return list("d.uuid = ?", List.of(uuid.toString())).stream().findFirst();
  }

  /** The diploma of a student that counts. */
  public Optional<Stored> of(long student) {
    return Optional.ofNullable(of(List.of(student)).get(student));
  }

  /** The same of many students, by their keys. */
  public Map<Long, Stored> of(Collection<Long> students) {
    Map<Long, Stored> found = new HashMap<>();
    if (!students.isEmpty()) {
      list("d.student_id IN (" + Statements.places(students.size()) + ") AND" + COUNTS, students)
          .forEach(one -> found.put(one.studentId(), one));
    }
    return found;
  }

  /** The original of a student, whatever became of it but its being given up. */
  public Optional<Stored> original(String studentNo) {
    return list(
            "s.student_no = ? AND d.duplicate_of IS NULL AND d.status <> 'ANNULLED'",
            List.of(studentNo))
        .stream()
        .findFirst();
  }

  /** Every diploma of a student, the first first. */
  public List<Stored> all(long student) {
    return list("d.student_id = ? ORDER BY d.id", List.of(student));
  }

  private List<Stored> list(String where, Collection<?> values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, SELECT + where, values, DiplomaStore::read);
    } catch (SQLException e) {
      throw new IllegalStateException("diplomas cannot be read", e);
    }
  }

  /** Whether another diploma has this number. */
  boolean isTaken(String number, UUID but) {
    return !list("d.number = ? AND d.uuid <> ?", List.of(number, but.toString())).isEmpty();
  }

  /** Changes one row; false where it does not stand as the statement says. */
  boolean change(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.change(connection, sql, Arrays.asList(values)) > 0;
    } catch (SQLException e) {
      throw new IllegalStateException("a diploma cannot be written", e);
    }
  }

  /**
   * DIP-12. Keeps until when it is to be issued, so that lists tell what is near and what is late.
   */
  public void keep(UUID diploma, DiplomaTerms terms) {
    change(
        "UPDATE diploma SET issue_by = ?, ministry_by = ? WHERE uuid = ?",
        terms.issueBy(),
        terms.ministryBy(),
        diploma.toString());
  }

  /** Locks a diploma until the transaction ends. */
  void lock(UUID uuid) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT id FROM diploma WHERE uuid = ? FOR UPDATE")) {
      select.setString(1, uuid.toString());
      select.executeQuery();
    } catch (SQLException e) {
      throw new IllegalStateException("a diploma cannot be locked", e);
    }
  }

  /** Takes the next number of the book of issue (DOC-1). */
  int nextInBook(int year) {
    try (Connection connection = database.getConnection()) {
      return RegisterNumbers.next(connection, BOOK, year);
    } catch (SQLException e) {
      throw new IllegalStateException("the book of issue cannot be written", e);
    }
  }

  private static Stored read(ResultSet row) throws SQLException {
    return new Stored(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        row.getLong("student_id"),
        row.getString("student"),
        row.getString("original_uuid"),
        DiplomaStatus.valueOf(row.getString("status")),
        row.getString("status_reason"),
        draft(row),
        row.getString("application"),
        row.getObject("applied_on", LocalDate.class),
        row.getObject("honours", Boolean.class),
        row.getString("drafted_by"),
        row.getString("numbered_by"),
        row.getString("number_order"),
        row.getString("approved_by"),
        row.getObject("book_number") == null
            ? null
            : RegisterNumbers.written(BOOK, row.getInt("book_year"), row.getInt("book_number")),
        row.getObject("handed_on", LocalDate.class),
        row.getString("handed_by"),
        row.getString("received_by"),
        row.getString("receiver_identity"),
        row.getString("by_proxy").isEmpty() ? null : row.getString("by_proxy"));
  }

  private static DiplomaDraft draft(ResultSet row) throws SQLException {
    return new DiplomaDraft(
        DiplomaSeries.valueOf(row.getString("series")),
        text(row, "qualification"),
        row.getString("protocol"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("topic_kk") == null ? null : text(row, "topic"),
        row.getString("thesis_code"),
        told(row, "previous", row.getString("previous_education")),
        told(row, "entrance", row.getString("entrance_exams")),
        row.getInt("at_distance"),
        row.getString("additional_application"),
        row.getString("number"),
        row.getString("qr_text"),
        row.getString("original"));
  }

  private static LocalizedText text(ResultSet row, String name) throws SQLException {
    return LocalizedText.of(
        row.getString(name + "_kk"), row.getString(name + "_ru"), row.getString(name + "_en"));
  }

  /** As the student's record has it, translated where the office has translated it. */
  private static LocalizedText told(ResultSet row, String name, String recorded)
      throws SQLException {
    if (recorded == null) {
      return null;
    }
    String kk = row.getString(name + "_kk");
    String en = row.getString(name + "_en");
    return LocalizedText.of(kk == null ? recorded : kk, recorded, en == null ? recorded : en);
  }
}
