package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * REG-32. Writes down what was refused about a line that has no seat, in the history of its plan.
 */
@Stateless
@Guarded
public class RefusalDesk {

  @Inject private StudentScope scope;
  @Inject private Seats seats;
  @Inject private PlanWishes wishes;
  @Inject private PlanStore plans;
  @Inject private PlanHistory history;

  /**
   * Writes down that a line was not taken out, and why; in a transaction of its own.
   *
   * @param term code of the term
   * @param line key of the line
   */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public void note(String student, String term, long line, Verdict refused) {
    Student found = scope.visible(student, Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN);
    seats.takeTurn(List.of(found.getId()));
    plans
        .of(found.getId(), wishes.term(term).getAcademicYear().getId())
        .ifPresent(plan -> history.refused(plan, line, refused));
  }
}
