package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.transcript.AwaitedSheets;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.DocumentReissue;
import kz.miras.registrar.transcript.service.DocumentRequestStore.Step;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;

/** DOC-42, DOC-52, DOC-54. The document a request asks for: what it says, and whether it can be. */
@ApplicationScoped
class DocumentRequestOrders {

  /** By what, with the tag of a language, a document knows the sheets it has not waited for. */
  static final String PASSED_OVER = "passed-over.";

  @Inject private DocumentRequestIntake intake;
  @Inject private DocumentRequestStore store;
  @Inject private DocumentStore documents;
  @Inject private DocumentReissues reissues;
  @Inject private DocumentMaking making;
  @Inject private DocumentKinds kinds;
  @Inject private AwaitedSheetsReader awaited;

  /** Whether the document may be prepared now, with every reason against it. */
  Verdict verdict(Stored request, Student student) {
    return intake.ready(request, student).and(making.verdict(order(request, student)));
  }

  /**
   * Prepares it; a duplicate in the place of its original.
   *
   * @return public id of the document; empty where the request waits no longer
   */
  Optional<UUID> make(Stored request, Student student, Step step) {
    DocumentStore.Wanted wanted =
        new DocumentStore.Wanted(
            order(request, student),
            request.asked().copies(),
            request.receipt(),
            step.by(),
            step.at(),
            DocumentRequestIntake.sha256("request " + request.uuid()));
    return store.prepare(
        request.uuid(),
        () ->
            request.duplicates() == null
                ? documents.prepare(wanted)
                : reissues.prepare(original(request), DocumentReissue.DUPLICATE, wanted),
        step);
  }

  private DocumentStore.Stored original(Stored request) {
    return documents.byUuid(request.duplicates()).orElseThrow();
  }

  private DocumentOrder order(Stored request, Student student) {
    DocumentKind kind = kinds.kind(request.kind());
    String purpose =
        Stream.of(request.asked().recipient(), request.asked().purpose())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return new DocumentOrder(
        kind,
        student.getId(),
        null,
        DocumentDesk.languages(request.asked().languages()),
        purpose.isEmpty() ? null : purpose,
        details(request, kind));
  }

  /** What was answered to the kind's questions, and the sheets the director has passed over. */
  private Map<String, String> details(Stored request, DocumentKind kind) {
    Map<String, String> details =
        new HashMap<>(
            request.duplicates() == null
                ? request.asked().details()
                : DocumentReissues.details(original(request)));
    List<AwaitedSheets.Awaited> sheets =
        awaited.of(request.studentId()).sheets().stream()
            .filter(sheet -> request.override().sheets().contains(sheet.number()))
            .toList();
    if (!sheets.isEmpty() && kind.awaitsResults()) {
      for (Language language : Language.values()) {
        details.put(
            PASSED_OVER + language.tag(),
            sheets.stream()
                .map(sheet -> sheet.number() + " " + sheet.discipline().in(language))
                .collect(Collectors.joining("; ")));
      }
    }
    return details;
  }
}
