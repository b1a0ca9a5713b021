package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentRequestPolicy;
import kz.miras.registrar.transcript.DocumentRequestStatus;
import kz.miras.registrar.transcript.IssueTerm;
import kz.miras.registrar.transcript.service.DocumentRequestStore.Key;
import kz.miras.registrar.transcript.service.DocumentRequestStore.Step;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;

/**
 * DOC-40, DOC-41, DOC-49. What students do, and programs for them: they see what they may ask for,
 * ask, look how far it is, take it back. A student sees the own requests, whoever else only those
 * it has made itself.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentRequestDesk {

  private static final String ENTITY = "DocumentRequest";

  @Inject private DocumentRequestIntake intake;
  @Inject private DocumentRequestStore store;
  @Inject private DocumentRequests requests;
  @Inject private DocumentForms forms;
  @Inject private DocumentKinds kinds;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * A kind that may be asked for, or not.
   *
   * @param verdict why not
   * @param until when it would be issued if it were asked for now and paid at once
   * @param form what is asked for it, and how long its issue takes
   */
  public record Offer(DocumentKind kind, Verdict verdict, Instant until, DocumentForms.Form form)
      implements Serializable {}

  /**
   * An issued document of a student.
   *
   * @param valid whether somebody may rely on it today
   * @param repeatable whether a duplicate of it may be asked for the way the caller asks (DOC-54)
   */
  public record Issued(
      UUID uuid,
      DocumentKind kind,
      String number,
      LocalDate issuedOn,
      LocalDate validUntil,
      String languages,
      boolean valid,
      boolean repeatable)
      implements Serializable {}

  /** What may be asked for of a student, what cannot is told why. */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public List<Offer> offers(String student) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_REQUEST);
    DocumentChannel channel = channel(found);
    Instant now = time.now();
    List<DocumentKind> open =
        kinds.all().stream()
            .filter(kind -> kind.enabled() && kind.channels().contains(channel))
            .toList();
    return forms.offered(open, channel, found).stream()
        .map(
            one ->
                new Offer(
                    one.kind(), one.verdict(), intake.due(now, one.form().term()), one.form()))
        .toList();
  }

  /** Names of all kinds by code, also of those that are not asked for so or not issued now. */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public Map<String, LocalizedText> names() {
    return kinds.all().stream().collect(Collectors.toMap(DocumentKind::code, DocumentKind::name));
  }

  /**
   * Asks for a document by a form of a page.
   *
   * @param form key of the form: sent again unchanged it has asked once
   */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public Stored ask(String student, DocumentWish wish, String form) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_REQUEST);
    return take(found, wish, intake.byForm(found, wish, form));
  }

  /**
   * Asks for a document by a message.
   *
   * @param key of the message: sent again it has asked once
   * @throws RegistrarException.Conflict where the key has asked for something else before
   */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public Stored askOnce(String student, DocumentWish wish, String key) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_REQUEST);
    Key known = intake.byKey(found, wish, key);
    Stored taken = take(found, wish, known);
    if (!Arrays.equals(known.payload(), requests.payload(taken.uuid()))) {
      throw new RegistrarException.Conflict("transcript.ask.other-key");
    }
    return taken;
  }

  private Stored take(Student student, DocumentWish wish, Key key) {
    return requests
        .byKey(key.key())
        .orElseGet(
            () ->
                requests
                    .byUuid(intake.take(student, channel(student), wish, key, null).orElseThrow())
                    .orElseThrow());
  }

  /** By the student and by the university's own programs it is self-service. */
  private DocumentChannel channel(Student student) {
    Actor me = access.current();
    boolean own = student.getId().equals(me.studentId());
    return own || access.scopes(Permissions.TRANSCRIPT_REQUEST).contains(Scope.ALL)
        ? DocumentChannel.SELF_SERVICE
        : DocumentChannel.PARTNER;
  }

  /** The caller's requests, the latest first. */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public List<Stored> own() {
    Actor me = access.current();
    return me.studentId() == null
        ? requests.ofAccount(me.accountId())
        : requests.ofStudent(me.studentId());
  }

  /** How long the issue of an own request takes, from the moment nothing is owed. */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public IssueTerm term(Stored request) {
    Student student = students.byId(one(request.uuid().toString()).studentId()).orElseThrow();
    return forms.term(kinds.kind(request.kind()), student, request.duplicates() != null);
  }

  /** One request of the caller. */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public Stored one(String id) {
    Stored request =
        PublicId.parse(id)
            .flatMap(requests::byUuid)
            .orElseThrow(() -> new RegistrarException.NotFound("document-request", id));
    Actor me = access.current();
    boolean mine =
        request.account() == me.accountId()
            || Long.valueOf(request.studentId()).equals(me.studentId());
    Student student = students.byId(request.studentId()).orElseThrow();
    if (!mine || !access.may(Permissions.TRANSCRIPT_REQUEST, scope.target(student))) {
      audit.recordApart(Outcome.DENIED, Permissions.TRANSCRIPT_REQUEST, ENTITY, id);
      throw new RegistrarException.NotFound("document-request", id);
    }
    return request;
  }

  /**
   * Takes a request back; once more changes nothing.
   *
   * @throws RegistrarException.Refused where its document is prepared, or it has ended
   */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public Stored cancel(String id, String reason) {
    Stored request = one(id);
    if (request.status() == DocumentRequestStatus.CANCELLED) {
      return request;
    }
    refuse(DocumentRequestPolicy.ends(request.status()));
    Step step = new Step(access.current().login(), time.now());
    if (!store.end(request.uuid(), DocumentRequestStatus.CANCELLED, reason, step)) {
      refuse(DocumentRequestPolicy.ends(DocumentRequestStatus.PREPARED));
    }
    return one(id);
  }

  /** The documents issued to a student, the latest first. */
  @RolesAllowed(Permissions.TRANSCRIPT_READ)
  public List<Issued> issued(String student) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_READ);
    Map<String, DocumentKind> known = kinds.byCode();
    boolean asks = access.may(Permissions.TRANSCRIPT_REQUEST, scope.target(found));
    Map<String, Boolean> offered = new HashMap<>();
    Predicate<DocumentKind> repeatable =
        kind ->
            asks
                && offered.computeIfAbsent(
                    kind.code(), code -> intake.offers(kind, channel(found), found).isAllowed());
    return requests.list(
        "SELECT d.uuid, d.kind, d.number, d.issued_on, d.valid_until, d.languages, d.status ="
            + " 'ISSUED' AND COALESCE(d.valid_until >= university_today(), TRUE) AS valid, d.status ="
            + " 'ISSUED' AND NOT EXISTS (SELECT 1"
            + DocumentReissues.REPLACED
            + ") AS stands FROM issued_document d WHERE d.student_id = ? AND d.pdf_sha256 IS NOT"
            + " NULL AND d.status IN ('ISSUED', 'REPLACED', 'ANNULLED') ORDER BY d.issued_on DESC,"
            + " d.id DESC",
        row -> issued(row, known.get(row.getString("kind")), repeatable),
        found.getId());
  }

  private static Issued issued(ResultSet row, DocumentKind kind, Predicate<DocumentKind> repeatable)
      throws SQLException {
    boolean valid = row.getBoolean("valid");
    return new Issued(
        UUID.fromString(row.getString("uuid")),
        kind,
        row.getString("number"),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getString("languages"),
        valid,
        valid && row.getBoolean("stands") && repeatable.test(kind));
  }
}
