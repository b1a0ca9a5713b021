package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.StudentLeft;

/** Releases the enrolments and waiting places of a student who has left. */
@ApplicationScoped
public class Departures {

  @Inject private Offerings offerings;
  @Inject private Calendars calendars;
  @Inject private SeatClerk clerk;
  @Inject private Seats seats;
  @Inject private UniversityTime time;

  void released(@Observes StudentLeft left) {
    seats.takeTurn(List.of(left.studentId()));
    for (Enrolment enrolment : offerings.open(left.studentId())) {
      offerings.teachersOfEnrolment(enrolment.getId(), time.today()).forEach(left::concerns);
      EnrolmentStatus as = Leaving.departed(enrolment.getStatus(), begins(enrolment), left.since());
      clerk.end(enrolment.getId(), as, LogAct.ending(as), left.order());
      left.released();
    }
  }

  private LocalDate begins(Enrolment enrolment) {
    Offering offering = offerings.offering(enrolment.getOfferingId()).orElseThrow();
    return calendars.term(offering.getTermId()).orElseThrow().getStartsOn();
  }
}
