package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.event.Events;
import kz.miras.registrar.access.service.event.Events.Happened;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.shared.service.TableRows;

/** Notes for other programs that a document of a student is issued, in the act that issues it. */
@ApplicationScoped
class DocumentEvents {

  @Inject private TableRows rows;
  @Inject private Events events;

  void issued(@Observes DocumentIssued document) {
    rows.one(
            "SELECT student_id, id FROM issued_document WHERE uuid = ? AND student_id IS NOT NULL",
            row -> Happened.toDocument(EventType.TRANSCRIPT_ISSUED, row.getLong(1), row.getLong(2)),
            document.document().toString())
        .ifPresent(events::note);
  }
}
