package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.SearchText;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentRequestStatus;
import kz.miras.registrar.transcript.DocumentRequestWait;
import kz.miras.registrar.transcript.IssueDeadline;

/**
 * DOC-47. The day of whoever issues documents: what is late and what is due today, whom each
 * request waits for, and the counter, where a student is found and given a document.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentQueue {

  /** Requests looked at together; the most urgent come first. */
  private static final int MOST = 500;

  /** Students a search at the counter answers. */
  private static final int FOUND = 12;

  private static final String LINES =
      "SELECT r.uuid, r.receipt, r.kind, r.delivery, s.uuid AS student, s.student_no, CONCAT_WS(' ',"
          + " s.last_name, s.first_name, s.patronymic) AS full_name, "
          + DocumentRequests.STATUS
          + " AS state, r.requested_at, r.due_at, CASE WHEN r.paid_on IS NULL THEN r.fee END AS owed,"
          + " r.channel = 'COUNTER' AND r.identity_document IS NULL AS unseen,"
          + " d.uuid AS document, d.number AS document_number"
          + DocumentRequests.FROM
          + " WHERE r.status IN ('RECEIVED', 'IN_PROCESS') OR r.status = 'PREPARED' AND (d.status IN"
          + " ('PREPARED', 'RESERVED') OR d.status = 'ISSUED' AND d.handed_on IS NULL AND r.delivery"
          + " <> 'ELECTRONIC') ORDER BY r.due_at IS NULL, r.due_at, r.id LIMIT "
          + MOST;

  private static final String STUDENTS =
      "SELECT s.id, s.uuid, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic) AS"
          + " full_name, p.code, s.course_year, s.status FROM student s JOIN programme p ON p.id ="
          + " s.programme_id WHERE %s ORDER BY s.student_no = ? DESC, s.status IN ('STUDYING',"
          + " 'ON_LEAVE') DESC, s.last_name, s.first_name, s.student_no LIMIT "
          + FOUND;

  @Inject private DocumentRequests requests;
  @Inject private DocumentRequestIntake intake;
  @Inject private DocumentForms forms;
  @Inject private DocumentStore documents;
  @Inject private DocumentKinds kinds;
  @Inject private Students people;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * A request that is not at its end.
   *
   * @param dueAt the first instant that is too late; null while something is owed
   * @param nearness of it; null where it is issued or runs no term
   */
  public record Line(
      UUID uuid,
      String receipt,
      DocumentKind kind,
      String student,
      String studentNo,
      String fullName,
      DocumentRequestStatus status,
      DocumentRequestWait waits,
      Instant requestedAt,
      Instant dueAt,
      IssueDeadline.Nearness nearness,
      UUID document,
      String documentNumber)
      implements Serializable {}

  /** A student found at the counter. */
  public record Found(
      long id,
      String uuid,
      String studentNo,
      String fullName,
      String programme,
      int courseYear,
      StudentStatus status)
      implements Serializable {}

  /** Every request that is not at its end, the most urgent first. */
  @RolesAllowed({Permissions.TRANSCRIPT_PREPARE, Permissions.TRANSCRIPT_HAND_OVER})
  public List<Line> lines() {
    Map<String, DocumentKind> known = kinds.byCode();
    Instant now = time.now();
    return requests.list(LINES, row -> line(row, known, now));
  }

  private Line line(ResultSet row, Map<String, DocumentKind> known, Instant now)
      throws SQLException {
    DocumentRequestStatus status = DocumentRequestStatus.valueOf(row.getString("state"));
    Instant due = DocumentRequests.instant(row, "due_at");
    boolean runs = due != null && (status.isOpen() || status == DocumentRequestStatus.PREPARED);
    String document = row.getString("document");
    return new Line(
        UUID.fromString(row.getString("uuid")),
        row.getString("receipt"),
        known.get(row.getString("kind")),
        row.getString("student"),
        row.getString("student_no"),
        row.getString("full_name"),
        status,
        status.waitsFor(
            row.getBigDecimal("owed"),
            row.getBoolean("unseen"),
            DocumentDelivery.valueOf(row.getString("delivery"))),
        DocumentRequests.instant(row, "requested_at"),
        due,
        runs ? new IssueDeadline(due).at(now, time.zone()) : null,
        document == null ? null : UUID.fromString(document),
        row.getString("document_number"));
  }

  /**
   * Students somebody at the counter may be.
   *
   * @param words number or parts of the name
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public List<Found> find(String words) {
    List<String> parts =
        Arrays.stream(SearchText.fold(words).split(" ")).filter(one -> !one.isEmpty()).toList();
    if (parts.isEmpty()) {
      return List.of();
    }
    String where =
        parts.stream().map(part -> "s.search_text LIKE ?").collect(Collectors.joining(" AND "));
    List<Object> values = new ArrayList<>();
    parts.forEach(part -> values.add("%" + part.replace("%", "\\%").replace("_", "\\_") + "%"));
    values.add(words.strip());
    List<Found> found =
        requests.list(String.format(STUDENTS, where), DocumentQueue::found, values.toArray());
    Set<Long> reached =
        scope
            .ofCaller(
                people.byIds(found.stream().map(Found::id).toList()),
                Permissions.TRANSCRIPT_PREPARE)
            .stream()
            .map(Student::getId)
            .collect(Collectors.toSet());
    return found.stream().filter(one -> reached.contains(one.id())).toList();
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getLong("id"),
        row.getString("uuid"),
        row.getString("student_no"),
        row.getString("full_name"),
        row.getString("code"),
        row.getInt("course_year"),
        StudentStatus.valueOf(row.getString("status")));
  }

  /**
   * A student somebody has come from another page for.
   *
   * @throws RegistrarException.NotFound where the caller has no such student
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public Found found(String student) {
    Student one = scope.visible(student, Permissions.TRANSCRIPT_PREPARE);
    return new Found(
        one.getId(),
        one.getUuid().toString(),
        one.getStudentNo(),
        one.fullName(),
        one.getProgramme().getCode(),
        one.getCourseYear(),
        one.getStatus());
  }

  /**
   * A kind a student is given at the counter.
   *
   * @param form what is asked for it
   */
  public record Given(DocumentKind kind, DocumentForms.Form form) implements Serializable {}

  /**
   * The kinds a student is given at the counter.
   *
   * @throws RegistrarException.NotFound where the caller has no such student
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public List<Given> given(String student) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_PREPARE);
    return forms.offered(kinds.all(), DocumentChannel.COUNTER, found).stream()
        .filter(one -> one.verdict().isAllowed())
        .map(one -> new Given(one.kind(), one.form()))
        .toList();
  }

  /**
   * DOC-54. The document of a student a duplicate is asked of.
   *
   * @throws RegistrarException.NotFound where it is none of the student's
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public DocumentStore.Stored original(String student, UUID document) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_PREPARE);
    return documents
        .byUuid(document)
        .filter(one -> found.getId().equals(one.studentId()))
        .orElseThrow(() -> new RegistrarException.NotFound("document", document));
  }
}
