package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.registration.service.Holds;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.DocumentRequestFacts;
import kz.miras.registrar.transcript.DocumentRequestPolicy;

/**
 * DOC-42 to DOC-46. What the office prepares of itself, on a card or for many, is judged as what is
 * asked for at the counter: no way leads around what a request is held by.
 */
@ApplicationScoped
public class DirectPreparation {

  @Inject private AwaitedSheetsReader awaited;
  @Inject private DocumentMaking making;
  @Inject private Students students;
  @Inject private Holds holds;

  /**
   * Lets a document of a student be prepared.
   *
   * @throws RegistrarException.Refused where results are awaited, a fee is set, something holds the
   *     student back, or it cannot be made
   */
  public void check(DocumentOrder order) {
    check(order, students.byId(order.studentId()).orElseThrow());
  }

  /** The same where its student is read already. */
  void check(DocumentOrder order, Student student) {
    refuse(
        DocumentRequestPolicy.prepares(
                new DocumentRequestFacts(
                    order.kind(),
                    DocumentChannel.COUNTER,
                    awaited.of(student.getId()),
                    true,
                    null,
                    order.kind().fee(),
                    holds.binding(student),
                    false))
            .and(making.verdict(order)));
  }
}
