package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.access.service.partner.PartnerOutbox;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;

/**
 * Tells whoever asked for a document what becomes of it, in the transaction it becomes so: students
 * by a notice, organisations by a message.
 */
@ApplicationScoped
class DocumentRequestNews {

  private static final String PAGE = "/transcript/my-documents.xhtml";

  @Inject private DocumentRequests requests;
  @Inject private Notices notices;
  @Inject private PartnerOutbox outbox;

  /** A document somebody waits for is there. */
  void issued(@Observes DocumentIssued issued) {
    requests
        .ofDocument(issued.document())
        .ifPresent(
            request ->
                tell(
                    request,
                    "ISSUED",
                    request.asked().delivery() == DocumentDelivery.ELECTRONIC
                        ? "transcript.notice.ready-electronic"
                        : "transcript.notice.ready",
                    request.documentNumber()));
  }

  /** Somebody's request is rejected. */
  void rejected(@Observes DocumentRequestRejected rejected) {
    requests
        .byUuid(rejected.request())
        .ifPresent(
            request -> tell(request, "REJECTED", "transcript.notice.rejected", rejected.reason()));
  }

  private void tell(Stored request, String event, String code, String what) {
    if (request.channel() == DocumentChannel.PARTNER) {
      outbox.put(
          request.account(),
          "TRANSCRIPT_" + event,
          request.receipt(),
          "transcript.outgoing." + event,
          what);
    } else {
      notices.tellStudent(request.studentId(), code, PAGE, request.receipt(), what);
    }
  }
}
