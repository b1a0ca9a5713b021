package kz.miras.registrar.transcript.ws;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentRequestStatus;
import kz.miras.registrar.transcript.DocumentRequestWait;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;

/**
 * A request as programs read it; the contract is in {@code openapi.json}.
 *
 * @param details answers to what the kind asks, by code of the question
 * @param dueBefore the first instant that is too late; null while something is owed
 * @param fee null for nothing
 * @param owed what is still to be paid; null for nothing
 * @param reason why it was rejected or revoked; null otherwise
 * @param document the issued document; null until then
 */
record DocumentRequestAnswer(
    UUID id,
    String receipt,
    String studentNo,
    String kind,
    List<String> languages,
    int copies,
    String purpose,
    String recipient,
    Map<String, String> details,
    DocumentDelivery delivery,
    DocumentRequestStatus status,
    DocumentRequestWait waitsFor,
    Instant requestedAt,
    Instant dueBefore,
    BigDecimal fee,
    BigDecimal owed,
    String reason,
    Document document) {

  /** The document that was issued. */
  record Document(String number, LocalDate issuedOn) {}

  static DocumentRequestAnswer of(Stored request) {
    return new DocumentRequestAnswer(
        request.uuid(),
        request.receipt(),
        request.studentNo(),
        request.kind(),
        List.of(request.asked().languages().split(" ")),
        request.asked().copies(),
        request.asked().purpose(),
        request.asked().recipient(),
        new TreeMap<>(request.asked().details()),
        request.asked().delivery(),
        request.status(),
        request.waitsFor(),
        request.requestedAt(),
        request.dueAt(),
        request.fee().amount(),
        request.owed(),
        request.reason(),
        request.issuedOn() == null
            ? null
            : new Document(request.documentNumber(), request.issuedOn()));
  }
}
