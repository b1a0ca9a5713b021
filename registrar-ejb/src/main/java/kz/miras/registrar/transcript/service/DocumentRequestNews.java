package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;

/** Tells students what becomes of what they asked for; organisations ask themselves. */
@ApplicationScoped
class DocumentRequestNews {

  private static final String PAGE = "/transcript/my-documents.xhtml";

  @Inject private DocumentRequests requests;
  @Inject private Notices notices;

  /** A document somebody waits for is there. */
  void issued(@Observes DocumentIssued issued) {
    requests
        .ofDocument(issued.document())
        .ifPresent(
            request ->
                tell(
                    request,
                    request.asked().delivery() == DocumentDelivery.ELECTRONIC
                        ? "transcript.notice.ready-electronic"
                        : "transcript.notice.ready",
                    request.documentNumber()));
  }

  void rejected(Stored request, String reason) {
    tell(request, "transcript.notice.rejected", reason);
  }

  private void tell(Stored request, String code, String what) {
    if (request.channel() != DocumentChannel.PARTNER) {
      notices.tellStudent(request.studentId(), code, PAGE, request.receipt(), what);
    }
  }
}
