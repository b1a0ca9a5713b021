package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.event.Events;
import kz.miras.registrar.access.service.event.Events.Happened;
import kz.miras.registrar.access.subsystem.EventType;

/** Notes for other programs that a document of a student is issued, in the act that issues it. */
@ApplicationScoped
class DocumentEvents {

  @Inject private Events events;

  void issued(@Observes DocumentIssued document) {
    if (document.student() != null) {
      events.note(
          Happened.toDocument(EventType.TRANSCRIPT_ISSUED, document.student(), document.id()));
    }
  }
}
