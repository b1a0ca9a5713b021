package kz.miras.registrar.transcript.service.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.SubjectPolicy;
import kz.miras.registrar.transcript.service.subject.DocumentSubject.Found;
import kz.miras.registrar.transcript.service.subject.Subjects;

/** DOC-70. Asks once more before a signature whether what a document is about is settled. */
@ApplicationScoped
class SettledSubjects {

  @Inject private Subjects subjects;

  Verdict verdict(DocumentOrder order) {
    Found found =
        subjects
            .of(order)
            .orElseThrow(
                () -> new RegistrarException.NotFound("document-subject", order.subject()));
    return SubjectPolicy.settled(found.kind(), found.settled(), found.open());
  }
}
