package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.SubjectPart;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.subject.DocumentSubject.Found;
import kz.miras.registrar.transcript.service.subject.Subjects;

/**
 * DOC-11, DOC-72. Whether the caller may sign a document as it stands; what it is about is looked
 * up once.
 */
@ApplicationScoped
public class SigningRight {

  @Inject private DocumentScope whose;
  @Inject private Subjects subjects;
  @Inject private IssueSteps steps;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** The right documents of a kind are signed by. */
  public static String of(DocumentKind kind) {
    return kind.isAboutStudent() ? Permissions.TRANSCRIPT_SIGN : Permissions.PAPER_SIGN;
  }

  /** Whether the caller may sign it; never where what it is about may not be read. */
  boolean may(Stored stored) {
    if (access.current().login().equals(stored.preparedBy())) {
      return false;
    }
    if (stored.kind().isAboutStudent()) {
      return whose.allows(stored, of(stored.kind())) && isOpen(stored, Set.of());
    }
    return subjects
        .of(stored.order())
        .filter(Found::readable)
        .filter(found -> access.may(of(stored.kind()), found.target()))
        .filter(found -> isOpen(stored, found.people().parts(access.current(), time.today())))
        .isPresent();
  }

  private boolean isOpen(Stored stored, Set<SubjectPart> parts) {
    Actor me = access.current();
    return stored.status() == DocumentStatus.RESERVED
        || stored.status() == DocumentStatus.PREPARED
            && steps
                .signatures(stored)
                .verdict(me.login(), me.roles(time.today()), parts)
                .isAllowed();
  }
}
