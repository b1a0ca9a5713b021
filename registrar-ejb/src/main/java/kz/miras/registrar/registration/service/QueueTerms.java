package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.WaitingOrder;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/** REG-33. What is published of waiting lists: in which order they go, and until when one waits. */
@Stateless
@Guarded
public class QueueTerms {

  @Inject private StudentScope scope;
  @Inject private PlanWishes wishes;
  @Inject private TermRules rules;
  @Inject private WaitingRules waiting;

  /**
   * How one waits in a term.
   *
   * @param until the end of a place that is taken now
   */
  public record Published(WaitingOrder order, Instant until) implements Serializable {}

  /**
   * What is published for a student.
   *
   * @param student public id or number
   * @param term its code
   */
  @RolesAllowed({Permissions.PLAN_READ, Permissions.PLAN_MAKE})
  public Published of(String student, String term) {
    Student found = scope.visible(student, Permissions.PLAN_READ, Permissions.PLAN_MAKE);
    Term of = wishes.term(term);
    return new Published(
        rules.of(found.getProgramme().getLevel(), of).waitingOrder(), waiting.until(found, of));
  }
}
