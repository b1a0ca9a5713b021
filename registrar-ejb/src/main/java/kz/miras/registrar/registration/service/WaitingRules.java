package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.WaitingRank;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/** How a student waits by the rules in force: in which order, and until when. */
@ApplicationScoped
class WaitingRules {

  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  Registering.Terms terms(PlanRequest request, Student student, Term term, RuleSet rules) {
    boolean graduating = student.getCourseYear() >= student.getProgramme().getYears();
    return new Registering.Terms(
        request.allOrNothing(),
        request.mayWait(),
        Leaving.window(term.getStartsOn(), calendars.workingDays(), rules).end(time.zone()),
        type -> WaitingRank.of(rules.waitingOrder(), type, graduating),
        true);
  }
}
