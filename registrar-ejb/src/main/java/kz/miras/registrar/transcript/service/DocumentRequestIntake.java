package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.service.Holds;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentReissue;
import kz.miras.registrar.transcript.DocumentRequestFacts;
import kz.miras.registrar.transcript.DocumentRequestPolicy;
import kz.miras.registrar.transcript.IssueDeadline;
import kz.miras.registrar.transcript.IssueTerm;
import kz.miras.registrar.transcript.certificate.QuestionAnswers;
import kz.miras.registrar.transcript.service.DocumentRequestStore.Key;
import kz.miras.registrar.transcript.service.DocumentRequestStore.Message;
import kz.miras.registrar.transcript.service.DocumentRequestStore.Taken;

/** DOC-40, DOC-41, DOC-47. One way in for whatever is asked for, whoever asks. */
@ApplicationScoped
class DocumentRequestIntake {

  @Inject private DocumentRequestStore store;
  @Inject private DocumentRequests requests;
  @Inject private DocumentStore documents;
  @Inject private DocumentKinds kinds;
  @Inject private IssueSteps steps;
  @Inject private AwaitedSheetsReader awaited;
  @Inject private Holds holds;
  @Inject private DocumentMaking making;
  @Inject private DocumentForms forms;
  @Inject private DocumentReissues reissues;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** DOC-40. The same form sent again unchanged is the same request; changed it is another. */
  Key byForm(Student student, DocumentWish wish, String form) {
    String asked = Json.write(List.of(student.getId(), wish.written()));
    String key = Json.write(List.of("form", access.current().login(), form, asked));
    return new Key(sha256(key), sha256(asked));
  }

  /** DOC-40. A key asks once, whatever comes with it. */
  Key byKey(Student student, DocumentWish wish, String key) {
    String asked = Json.write(List.of(student.getId(), wish.written()));
    return new Key(
        sha256(Json.write(List.of("key", access.current().login(), key))), sha256(asked));
  }

  static byte[] sha256(String text) {
    return Checksum.sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Takes a request in.
   *
   * @param key null where a message tells it
   * @param message null where it comes by no message
   * @return its public id; empty where the same message has just come in another way
   * @throws kz.miras.registrar.shared.RegistrarException.Refused with every reason against asking
   */
  Optional<UUID> take(
      Student student, DocumentChannel channel, DocumentWish wish, Key key, Message message) {
    refuse(DocumentRequestPolicy.names(wish.kind()));
    DocumentKind kind = kinds.kind(wish.kind());
    Verdict offered = offers(kind, channel, student);
    Verdict told =
        DocumentRequestPolicy.asks(wish.asked())
            .and(DocumentRequestPolicy.consents(channel, wish.consent()));
    refuse(
        offered
            .and(told)
            .and(offered.isAllowed() ? answers(kind, student, wish) : Verdict.allowed()));
    int year = time.today().getYear();
    steps.open(DocumentRequests.REGISTER, year);
    Instant now = time.now();
    Optional<UUID> taken =
        store.take(
            new Taken(
                kind,
                channel,
                access.current().accountId(),
                student.getId(),
                wish.kept(),
                wish.duplicates(),
                now,
                kind.fee() == null
                    ? due(now, forms.term(kind, student, wish.duplicates() != null))
                    : null),
            key,
            message,
            year);
    return taken.isPresent() || key == null
        ? taken
        : requests.byKey(key.key()).map(DocumentRequests.Stored::uuid);
  }

  /** DOC-34, DOC-41. Whether a kind may be asked for this way of a student. */
  Verdict offers(DocumentKind kind, DocumentChannel channel, Student student) {
    Verdict verdict = DocumentRequestPolicy.offers(kind, channel, student.getStatus());
    return verdict.isAllowed() ? making.given(kind, student.getStatus()) : verdict;
  }

  /** DOC-52, DOC-54. A duplicate says what its original does, and so asks nothing anew. */
  private Verdict answers(DocumentKind kind, Student student, DocumentWish wish) {
    if (wish.duplicates() == null) {
      return making.asked(wish.order(kind, student), student.getStatus());
    }
    DocumentStore.Stored original =
        documents
            .byUuid(wish.duplicates())
            .filter(one -> student.getId().equals(one.studentId()))
            .filter(one -> one.kind().code().equals(kind.code()))
            .orElseThrow(() -> new RegistrarException.NotFound("document", wish.duplicates()));
    return DocumentReissue.duplicates(original.status(), reissues.isReplaced(original.uuid()))
        .and(QuestionAnswers.asked(List.of(), wish.details()));
  }

  /** DOC-47. The first instant that is too late for a term that begins now. */
  Instant due(Instant from, IssueTerm term) {
    return IssueDeadline.of(from, term, calendars.workingDays(), time.zone()).end();
  }

  /** DOC-42 to DOC-46. Whether the document of a request may be prepared now. */
  Verdict ready(DocumentRequests.Stored request, Student student) {
    DocumentKind kind = kinds.kind(request.kind());
    return DocumentRequestPolicy.prepares(
        new DocumentRequestFacts(
            kind,
            request.channel(),
            awaited.of(student.getId()).without(request.override().sheets()),
            request.identity().document() != null,
            request.asked().consent(),
            request.owed(),
            holds.binding(student),
            request.asked().orderedBy() != null));
  }
}
