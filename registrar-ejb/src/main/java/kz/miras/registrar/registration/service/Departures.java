package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.plan.StudyPlanLine;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.StudentLeft;

/**
 * Releases the enrolments and waiting places of a student who has left, and takes what was only
 * chosen for terms that are not over out of the plan: nobody has to decide about it any more.
 */
@ApplicationScoped
public class Departures {

  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private SeatClerk clerk;
  @Inject private Seats seats;
  @Inject private PlanStore plans;
  @Inject private PlanHistory history;
  @Inject private UniversityTime time;

  void released(@Observes StudentLeft left) {
    seats.takeTurn(List.of(left.studentId()));
    for (Enrolment enrolment : offerings.open(left.studentId())) {
      offerings.teachersOfEnrolment(enrolment.getId(), time.today()).forEach(left::concerns);
      EnrolmentStatus as = Leaving.departed(enrolment.getStatus(), begins(enrolment), left.since());
      clerk.end(enrolment.getId(), as, LogAct.ending(as), left.order());
      left.released();
    }
    unseated(left);
  }

  private void unseated(StudentLeft left) {
    Map<Long, Set<Long>> ahead = new TreeMap<>();
    for (Term term : calendars.terms()) {
      if (!term.getEndsOn().isBefore(left.since())) {
        ahead
            .computeIfAbsent(term.getAcademicYear().getId(), year -> new TreeSet<>())
            .add(term.getId());
      }
    }
    ahead.forEach(
        (year, terms) ->
            plans
                .of(left.studentId(), year)
                .ifPresent(
                    before -> {
                      List<Long> gone =
                          before.lines().stream()
                              .filter(line -> line.enrolment() == null)
                              .filter(line -> terms.contains(line.term()))
                              .map(StudyPlanLine::id)
                              .toList();
                      if (!gone.isEmpty()) {
                        StudyPlan now = before.become(PlanLineStatus.REMOVED, gone);
                        history.store(before, now, "CHANGED", left.order());
                      }
                    }));
  }

  private LocalDate begins(Enrolment enrolment) {
    Offering offering = offerings.offering(enrolment.getOfferingId()).orElseThrow();
    return calendars.term(offering.getTermId()).orElseThrow().getStartsOn();
  }
}
