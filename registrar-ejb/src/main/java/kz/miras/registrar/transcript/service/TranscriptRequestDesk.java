package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentRequestStatus;
import kz.miras.registrar.transcript.StudentReference;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.TranscriptRequestStatus;
import kz.miras.registrar.transcript.service.DocumentRequestStore.Answered;
import kz.miras.registrar.transcript.service.DocumentRequestStore.Message;
import kz.miras.registrar.transcript.service.DocumentRequestStore.Step;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;

/**
 * DOC-5, DOC-6, DOC-44. Transcripts organisations ask for: they ask, look how far it is, fetch and
 * cancel; the office does with them as with every request. An organisation sees its own requests
 * only, and those only as long as its agreement reaches the student.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TranscriptRequestDesk {

  @Inject private DocumentRequestStore store;
  @Inject private DocumentRequests requests;
  @Inject private DocumentRequestIntake intake;
  @Inject private DocumentStore documents;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * What is asked for.
   *
   * @param consent the student's consent; null or empty is refused
   */
  public record Wanted(
      StudentReference student,
      List<Language> languages,
      String consent,
      String purpose,
      String recipient)
      implements Serializable {}

  /**
   * An issued transcript on its way out.
   *
   * @param elmo the same results for programs; null where the file has none within
   */
  public record Issued(
      String receipt,
      String number,
      LocalDate date,
      String code,
      byte[] sha256,
      byte[] file,
      byte[] elmo)
      implements Serializable {}

  /**
   * Asks for a transcript.
   *
   * @param message id of the message; the same once more gives the same receipt
   * @param part of the study
   * @throws RegistrarException.Refused without consent, where several students are meant, or where
   *     there is no such part
   * @throws RegistrarException.NotFound where no student within the agreement is meant
   * @throws RegistrarException.Conflict where the message has asked for something else before
   */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public Stored request(UUID message, Wanted wanted, TranscriptPart part) {
    Actor me = access.current();
    // what asks for the whole is written as it was before parts could be asked for: it may come
    // again
    String asked = Json.write(wanted) + (part.isWhole() ? "" : Json.write(part));
    byte[] payload = Checksum.sha256(asked.getBytes(StandardCharsets.UTF_8));
    Optional<Answered> before = store.answered(me.accountId(), message);
    if (before.isPresent()) {
      return answered(before.get(), payload);
    }
    if (wanted.consent() == null || wanted.consent().isBlank()) {
      throw new RegistrarException.Refused(
          Refusal.of("transcript.request.consent", "DOC-5").at("consentRef"));
    }
    Student student = meant(wanted.student());
    DocumentWish wish =
        new DocumentWish(
            DocumentDesk.transcript(student),
            wanted.languages(),
            1,
            wanted.purpose(),
            wanted.recipient(),
            part.details(),
            DocumentDelivery.ELECTRONIC,
            null,
            wanted.consent(),
            null);
    return intake
        .take(
            student,
            DocumentChannel.PARTNER,
            wish,
            null,
            new Message(me.accountId(), message, payload, time.now()))
        .flatMap(requests::byUuid)
        .orElseGet(() -> answered(store.answered(me.accountId(), message).orElseThrow(), payload));
  }

  private Stored answered(Answered before, byte[] payload) {
    if (!java.util.Arrays.equals(before.payload(), payload)) {
      throw new RegistrarException.Conflict("transcript.request.other-message");
    }
    return own(before.answer());
  }

  private Student meant(StudentReference reference) {
    List<Student> fitting =
        students.maybe(reference.studentNo(), reference.iin(), reference.birthDate()).stream()
            .filter(reference::fits)
            .toList();
    List<Student> reached =
        fitting.stream()
            .filter(s -> access.may(Permissions.TRANSCRIPT_REQUEST, scope.target(s)))
            .toList();
    if (reached.isEmpty()) {
      // whether there is no such student or none within the agreement is not told
      audit.recordApart(
          Outcome.DENIED,
          Permissions.TRANSCRIPT_REQUEST,
          "Student",
          fitting.isEmpty() ? "unknown" : fitting.get(0).getUuid().toString());
      throw new RegistrarException.NotFound("student", "");
    }
    if (reached.size() > 1) {
      throw new RegistrarException.Refused(
          Refusal.of("transcript.request.ambiguous", "DOC-5").at("student"));
    }
    return reached.get(0);
  }

  /** How far an own request has come. */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public Stored status(String receipt) {
    return own(receipt);
  }

  /**
   * The issued transcript.
   *
   * @throws RegistrarException.Conflict where it is not issued, or no longer valid
   */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public Issued file(String receipt) {
    Stored request = own(receipt);
    if (request.status().told() != TranscriptRequestStatus.ISSUED) {
      throw new RegistrarException.Conflict(
          "transcript.request.not-ready", request.status().told().name());
    }
    DocumentStore.Stored document = documents.byUuid(request.document()).orElseThrow();
    byte[] file = documents.file(request.document()).orElseThrow();
    audit.record("document.read", "Document", document.uuid(), null, null);
    return new Issued(
        receipt,
        document.number(),
        document.issuedOn(),
        document.code(),
        Checksum.sha256(file),
        file,
        TwinFiles.within(file).stream()
            .filter(twin -> twin.name().equals(Twins.ELMO))
            .map(DocumentMaker.Twin::content)
            .findFirst()
            .orElse(null));
  }

  /**
   * Takes an own request back; once more changes nothing.
   *
   * @throws RegistrarException.Conflict where the office has begun
   */
  @RolesAllowed(Permissions.TRANSCRIPT_REQUEST)
  public Stored cancel(String receipt, String reason) {
    Stored request = own(receipt);
    Step step = new Step(access.current().login(), time.now());
    if (request.status() != DocumentRequestStatus.CANCELLED
        && !store.end(request.uuid(), DocumentRequestStatus.CANCELLED, reason, step)) {
      throw new RegistrarException.Conflict("transcript.request.underway");
    }
    return own(receipt);
  }

  private Stored own(String receipt) {
    Stored request = byReceipt(receipt);
    boolean mine = request.account() == access.current().accountId();
    Student student = students.byId(request.studentId()).orElseThrow();
    if (!mine || !access.may(Permissions.TRANSCRIPT_REQUEST, scope.target(student))) {
      audit.recordApart(
          Outcome.DENIED,
          Permissions.TRANSCRIPT_REQUEST,
          "TranscriptRequest",
          request.uuid().toString());
      throw new RegistrarException.NotFound("transcript-request", receipt);
    }
    return request;
  }

  private Stored byReceipt(String receipt) {
    return requests
        .byReceipt(receipt)
        .orElseThrow(() -> new RegistrarException.NotFound("transcript-request", receipt));
  }
}
