package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.subject.Subjects;

/**
 * Whose a document is: its student's; DOC-74: what is about a sheet, a group or a protocol belongs
 * to those who may read that.
 */
@ApplicationScoped
class DocumentScope {

  @Inject private StudentScope scope;
  @Inject private Students students;
  @Inject private Access access;
  @Inject private Subjects subjects;
  @Inject private AuditTrail audit;

  /** Rights by which a document of a student is read. */
  private static final String[] READING = {
    Permissions.TRANSCRIPT_READ, Permissions.TRANSCRIPT_SIGN, Permissions.REGISTER_READ
  };

  /**
   * Lets the caller read a document.
   *
   * @throws RegistrarException.NotFound otherwise
   */
  void readable(Stored stored) {
    if (stored.student() == null) {
      visible(stored);
    } else {
      scope.visible(stored.student(), READING);
    }
  }

  /**
   * Lets the caller do something with a document with one of these rights; what is about a subject
   * has to be readable besides.
   *
   * @throws RegistrarException.NotFound otherwise
   */
  void require(Stored stored, String... rights) {
    if (stored.student() == null) {
      visible(stored, rights);
    } else {
      scope.visible(stored.student(), rights);
    }
  }

  private void visible(Stored stored, String... rights) {
    if (!subjects.isVisible(stored.order(), rights)) {
      audit.recordApart(
          Outcome.DENIED, Permissions.REGISTER_READ, "document", String.valueOf(stored.uuid()));
      throw new RegistrarException.NotFound("document", stored.uuid());
    }
  }

  /** Whether the caller has a right over the student a document is about. */
  boolean allows(Stored stored, String right) {
    return access.may(right, scope.target(students.byName(stored.student()).orElseThrow()));
  }
}
