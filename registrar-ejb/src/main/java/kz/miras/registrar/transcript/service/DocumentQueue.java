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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.SearchText;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentRequestPolicy;
import kz.miras.registrar.transcript.DocumentRequestStatus;
import kz.miras.registrar.transcript.DocumentRequestWait;
import kz.miras.registrar.transcript.IssueDeadline;

/**
 * DOC-47. The day of whoever issues documents: what is late and what is due today, whom each
 * request waits for, what the caller is to sign, and the counter, where a student is found and
 * given a document.
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
          + " d.uuid AS document, d.number AS document_number"
          + DocumentRequests.FROM
          + " WHERE r.status IN ('RECEIVED', 'IN_PROCESS') OR r.status = 'PREPARED' AND (d.status IN"
          + " ('PREPARED', 'RESERVED') OR d.status = 'ISSUED' AND d.handed_on IS NULL AND r.delivery"
          + " <> 'ELECTRONIC') ORDER BY r.due_at IS NULL, r.due_at, r.id LIMIT "
          + MOST;

  private static final String TO_SIGN =
      "SELECT DISTINCT d.uuid, d.kind, COALESCE(d.subject_name, CONCAT_WS(' ', s.last_name,"
          + " s.first_name, s.patronymic)) AS full_name, s.student_no, d.languages, d.purpose,"
          + " d.prepared_by, d.prepared_at, r.due_at FROM issued_document d JOIN document_signatory g"
          + " ON g.kind = d.kind LEFT JOIN student s ON s.id = d.student_id LEFT JOIN document_request"
          + " r ON r.document_id = d.id WHERE d.status IN ('PREPARED', 'RESERVED') AND d.prepared_by"
          + " <> ? AND NOT EXISTS (SELECT 1 FROM document_signature x WHERE x.document_id = d.id AND"
          + " (x.place = g.place OR x.signed_by = ?)) AND (%s) ORDER BY r.due_at IS NULL, r.due_at,"
          + " d.prepared_at, d.id LIMIT "
          + MOST;

  private static final String STUDENTS =
      "SELECT s.uuid, s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic) AS"
          + " full_name, p.code, s.course_year, s.status FROM student s JOIN programme p ON p.id ="
          + " s.programme_id WHERE %s ORDER BY s.student_no = ? DESC, s.status IN ('STUDYING',"
          + " 'ON_LEAVE') DESC, s.last_name, s.first_name, s.student_no LIMIT "
          + FOUND;

  @Inject private DocumentRequests requests;
  @Inject private DocumentKinds kinds;
  @Inject private SignatureDesk desk;
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

  /** A document the caller may sign now. */
  public record ToSign(
      UUID uuid,
      DocumentKind kind,
      String fullName,
      String studentNo,
      String languages,
      String purpose,
      String preparedBy,
      LocalDate preparedOn,
      Instant dueAt)
      implements Serializable {}

  /** A student found at the counter. */
  public record Found(
      String uuid,
      String studentNo,
      String fullName,
      String programme,
      int courseYear,
      StudentStatus status)
      implements Serializable {}

  /**
   * What became of signing many.
   *
   * @param signed how many got their last or a further signature
   * @param refused why others did not, by who they are about
   */
  public record Signed(int signed, Map<String, List<Refusal>> refused) implements Serializable {}

  /** Every request that is not at its end, the most urgent first. */
  @RolesAllowed({Permissions.TRANSCRIPT_PREPARE, Permissions.TRANSCRIPT_HAND_OVER})
  public List<Line> lines() {
    Map<String, DocumentKind> known = known();
    Instant now = time.now();
    return requests.list(LINES, row -> line(row, known, now));
  }

  private Map<String, DocumentKind> known() {
    return kinds.all().stream().collect(Collectors.toMap(DocumentKind::code, Function.identity()));
  }

  private Line line(ResultSet row, Map<String, DocumentKind> known, Instant now)
      throws SQLException {
    DocumentRequestStatus status = DocumentRequestStatus.valueOf(row.getString("state"));
    Instant due = instant(row, "due_at");
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
            row.getBigDecimal("owed"), DocumentDelivery.valueOf(row.getString("delivery"))),
        instant(row, "requested_at"),
        due,
        runs ? new IssueDeadline(due).at(now, time.zone()) : null,
        document == null ? null : UUID.fromString(document),
        row.getString("document_number"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }

  /** What the caller may sign now, the most urgent first. */
  @RolesAllowed(Permissions.TRANSCRIPT_SIGN)
  public List<ToSign> toSign() {
    Actor me = access.current();
    List<Role> roles = List.copyOf(me.roles(time.today()));
    if (roles.isEmpty()) {
      return List.of();
    }
    List<Object> values = new ArrayList<>(List.of(me.login(), me.login()));
    roles.forEach(role -> values.add("% " + role.name() + " %"));
    String mine =
        roles.stream()
            .map(role -> "CONCAT(' ', g.roles, ' ') LIKE ?")
            .collect(Collectors.joining(" OR "));
    Map<String, DocumentKind> known = known();
    return requests.list(
        String.format(TO_SIGN, mine),
        row ->
            new ToSign(
                UUID.fromString(row.getString("uuid")),
                known.get(row.getString("kind")),
                row.getString("full_name"),
                row.getString("student_no"),
                row.getString("languages"),
                row.getString("purpose"),
                row.getString("prepared_by"),
                LocalDate.ofInstant(instant(row, "prepared_at"), time.zone()),
                instant(row, "due_at")),
        values.toArray());
  }

  /** Signs some of them one after the other; what is refused stops no other. */
  @RolesAllowed(Permissions.TRANSCRIPT_SIGN)
  public Signed sign(List<UUID> chosen) {
    int signed = 0;
    Map<String, List<Refusal>> refused = new LinkedHashMap<>();
    for (ToSign one : toSign()) {
      if (chosen.contains(one.uuid())) {
        try {
          desk.sign(one.uuid());
          signed++;
        } catch (RegistrarException.Refused e) {
          refused.computeIfAbsent(one.fullName(), name -> new ArrayList<>()).addAll(e.refusals());
        } catch (RegistrarException.Conflict | RegistrarException.NotFound e) {
          // somebody has signed it or taken it away meanwhile; it is no longer in the list
        }
      }
    }
    return new Signed(signed, refused);
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
    return requests.list(String.format(STUDENTS, where), DocumentQueue::found, values.toArray());
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString("uuid"),
        row.getString("student_no"),
        row.getString("full_name"),
        row.getString("code"),
        row.getInt("course_year"),
        StudentStatus.valueOf(row.getString("status")));
  }

  /** The kinds a student of this status is given at the counter. */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public List<DocumentKind> given(StudentStatus status) {
    return kinds.all().stream()
        .filter(
            kind -> DocumentRequestPolicy.offers(kind, DocumentChannel.COUNTER, status).isAllowed())
        .toList();
  }
}
