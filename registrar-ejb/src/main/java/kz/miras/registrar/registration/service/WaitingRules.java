package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.WaitingRank;
import kz.miras.registrar.student.Student;

/** How a student waits by the rules in force: in which order, and until when. */
@ApplicationScoped
class WaitingRules {

  @Inject private Windows windows;

  Registering.Terms terms(PlanRequest request, TermPicture picture) {
    return new Registering.Terms(
        request.allOrNothing(),
        request.mayWait(),
        () -> until(picture.student(), picture.term()),
        type -> rank(picture, type),
        true);
  }

  /** The class of a place in a queue, 0 before 1. */
  int rank(TermPicture picture, EnrolmentType type) {
    return WaitingRank.of(picture.rules().waitingOrder(), type, picture.facts().graduating());
  }

  /** Until when a place lasts that is taken now. */
  Instant until(Student student, Term term) {
    return windows.waitsUntil(student, term);
  }
}
