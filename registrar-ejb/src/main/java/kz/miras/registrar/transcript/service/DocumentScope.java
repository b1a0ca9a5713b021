package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;

/**
 * Whose a document is: its student's; what is about something else is seen by those alone whose
 * right reaches everybody.
 */
@ApplicationScoped
class DocumentScope {

  @Inject private StudentScope scope;
  @Inject private Access access;

  /**
   * Lets the caller see a document with one of these rights.
   *
   * @throws RegistrarException.NotFound otherwise
   */
  void require(Stored stored, String... rights) {
    if (stored.student() != null) {
      scope.visible(stored.student(), rights);
    } else if (Arrays.stream(rights).noneMatch(right -> access.may(right, Target.nobodys()))) {
      access.requireVisible(Permissions.REGISTER_READ, Target.nobodys(), "document", stored.uuid());
    }
  }
}
