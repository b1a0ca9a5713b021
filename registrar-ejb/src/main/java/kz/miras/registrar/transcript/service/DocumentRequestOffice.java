package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.transcript.AwaitedSheets;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentReceiver;
import kz.miras.registrar.transcript.DocumentRequestPolicy;
import kz.miras.registrar.transcript.DocumentRequestStatus;
import kz.miras.registrar.transcript.IssueDeadline;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.service.DocumentRequestStore.Step;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;

/**
 * DOC-42 to DOC-49. What the office does with what is asked for: takes it in at the counter, checks
 * it, marks its payment, prepares its document or rejects it.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentRequestOffice {

  @Inject private DocumentRequestIntake intake;
  @Inject private DocumentRequestStore store;
  @Inject private DocumentRequests requests;
  @Inject private DocumentRequestOrders orders;
  @Inject private DocumentForms forms;
  @Inject private DocumentMaking making;
  @Inject private DocumentKinds kinds;
  @Inject private AwaitedSheetsReader awaited;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * A request with what stands in its way.
   *
   * @param verdict why its document is not prepared yet; allowed where it may be
   * @param questions what its kind asks, with the answers in the request
   * @param awaited sheets it waits for
   * @param nearness of its deadline; null where it is issued, has ended or runs no term
   */
  public record Card(
      Stored request,
      DocumentKind kind,
      Verdict verdict,
      List<CertificateQuestion> questions,
      AwaitedSheets awaited,
      IssueDeadline.Nearness nearness)
      implements Serializable {}

  /** A request, as the office and accounting see it. */
  @RolesAllowed({
    Permissions.TRANSCRIPT_PREPARE,
    Permissions.TRANSCRIPT_OVERRIDE,
    Permissions.TRANSCRIPT_FEE,
    Permissions.REGISTER_READ
  })
  public Card card(String id) {
    Stored request = request(id);
    Student student = visible(request);
    boolean open = request.status().isOpen();
    return new Card(
        request,
        kinds.kind(request.kind()),
        open ? orders.verdict(request, student) : Verdict.allowed(),
        making.questions(kinds.kind(request.kind())),
        open
            ? awaited.of(student.getId()).without(request.override().sheets())
            : new AwaitedSheets(List.of()),
        nearness(request));
  }

  private IssueDeadline.Nearness nearness(Stored request) {
    boolean runs = request.status().isOpen() || request.status() == DocumentRequestStatus.PREPARED;
    return request.dueAt() == null || !runs
        ? null
        : new IssueDeadline(request.dueAt()).at(time.now(), time.zone());
  }

  private Stored request(String id) {
    return PublicId.parse(id)
        .flatMap(requests::byUuid)
        .orElseThrow(() -> new RegistrarException.NotFound("document-request", id));
  }

  private Student visible(Stored request) {
    return scope.visible(
        request.student(),
        Permissions.TRANSCRIPT_PREPARE,
        Permissions.TRANSCRIPT_OVERRIDE,
        Permissions.TRANSCRIPT_FEE,
        Permissions.REGISTER_READ);
  }

  /**
   * DOC-40. Takes in what somebody asks for at the counter and prepares it where nothing stands in
   * the way.
   *
   * @param seen who stands there
   * @param form key of the form: sent again unchanged it has asked once
   * @return the request, with its document where it is prepared
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public Stored counter(String student, DocumentWish wish, DocumentReceiver seen, String form) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_PREPARE);
    refuse(seen.verdict(time.today()));
    DocumentRequestStore.Key key = intake.byForm(found, wish, form);
    UUID taken =
        requests
            .byKey(key.key())
            .map(Stored::uuid)
            .orElseGet(
                () -> intake.take(found, DocumentChannel.COUNTER, wish, key, null).orElseThrow());
    store.identify(taken, seen, step());
    Stored request = requests.byUuid(taken).orElseThrow();
    if (request.status().isOpen() && orders.verdict(request, found).isAllowed()) {
      orders.make(request, found, step());
    }
    return requests.byUuid(taken).orElseThrow();
  }

  /** DOC-43, DOC-48. Notes who was seen at the counter. */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public void identify(String id, DocumentReceiver seen) {
    Stored request = mine(id, Permissions.TRANSCRIPT_PREPARE);
    refuse(seen.verdict(time.today()));
    waits(store.identify(request.uuid(), seen, step()));
  }

  /** DOC-46. Notes the letter of a state body that asks for it. */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public void order(String id, String letter) {
    Stored request = mine(id, Permissions.TRANSCRIPT_PREPARE);
    waits(
        store.order(request.uuid(), needed(letter, "transcript.demand.letter", "letter"), step()));
  }

  /** DOC-45, DOC-47. Marks that the fee was paid; from now on the term runs. */
  @RolesAllowed(Permissions.TRANSCRIPT_FEE)
  public void pay(String id, LocalDate on, String document) {
    Stored request = request(id);
    Student student = scope.visible(request.student(), Permissions.TRANSCRIPT_FEE);
    refuse(DocumentRequestPolicy.pays(request.owed() != null, on, document, time.today()));
    Instant due =
        intake.due(
            time.now(),
            forms.term(kinds.kind(request.kind()), student, request.duplicates() != null));
    waits(store.pay(request.uuid(), on, document.strip(), due, step()));
  }

  /** DOC-42. Lets the document be made although sheets are awaited; they are named on it. */
  @RolesAllowed(Permissions.TRANSCRIPT_OVERRIDE)
  public void override(String id, String reason) {
    Stored request = mine(id, Permissions.TRANSCRIPT_OVERRIDE);
    AwaitedSheets sheets = awaited.of(request.studentId());
    refuse(DocumentRequestPolicy.overrides(sheets, reason));
    List<String> numbers = sheets.sheets().stream().map(AwaitedSheets.Awaited::number).toList();
    waits(store.override(request.uuid(), reason.strip(), numbers, step()));
  }

  /**
   * Prepares the document a request asks for; somebody else signs it.
   *
   * @return public id of the document
   * @throws RegistrarException.Refused with everything that stands in the way
   * @throws RegistrarException.Conflict where the request waits no longer
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public UUID prepare(String id) {
    Stored request = mine(id, Permissions.TRANSCRIPT_PREPARE);
    Student student = scope.visible(request.student(), Permissions.TRANSCRIPT_PREPARE);
    refuse(orders.verdict(request, student));
    return orders
        .make(request, student, step())
        .orElseThrow(() -> new RegistrarException.Conflict("transcript.request.handled"));
  }

  /** Rejects a request with a reason whoever asked is told. */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public void reject(String id, String reason) {
    Stored request = mine(id, Permissions.TRANSCRIPT_PREPARE);
    String because = needed(reason, "transcript.request.reason", "reason");
    waits(store.end(request.uuid(), DocumentRequestStatus.REJECTED, because, step()));
  }

  private Stored mine(String id, String right) {
    Stored request = request(id);
    scope.visible(request.student(), right);
    return request;
  }

  private Step step() {
    return new Step(access.current().login(), time.now());
  }

  private static void waits(boolean done) {
    if (!done) {
      throw new RegistrarException.Conflict("transcript.request.handled");
    }
  }

  private static String needed(String text, String code, String field) {
    if (text == null || text.isBlank()) {
      throw new RegistrarException.Refused(Refusal.of(code, "DOC-49").at(field));
    }
    return text.strip();
  }
}
