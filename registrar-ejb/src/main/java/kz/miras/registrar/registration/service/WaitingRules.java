package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.WaitingRank;
import kz.miras.registrar.student.Student;

/** How a student waits by the rules in force: in which order, and until when. */
@ApplicationScoped
class WaitingRules {

  @Inject private Windows windows;

  Registering.Terms terms(PlanRequest request, Student student, Term term, RuleSet rules) {
    return new Registering.Terms(
        request.allOrNothing(),
        request.mayWait(),
        () -> until(student, term),
        type -> rank(student, type, rules),
        true);
  }

  /** The class of a place in a queue, 0 before 1. */
  int rank(Student student, EnrolmentType type, RuleSet rules) {
    boolean graduating = student.getCourseYear() >= student.getProgramme().getYears();
    return WaitingRank.of(rules.waitingOrder(), type, graduating);
  }

  /** Until when a place lasts that is taken now. */
  Instant until(Student student, Term term) {
    return windows.waitsUntil(student, term);
  }
}
