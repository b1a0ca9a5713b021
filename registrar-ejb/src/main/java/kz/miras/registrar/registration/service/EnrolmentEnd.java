package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.shared.service.UniversityTime;

/** Ends an enrolment, whoever asked for it, and gives its seats back. */
@ApplicationScoped
class EnrolmentEnd {

  @Inject private Offerings offerings;
  @Inject private Seats seats;
  @Inject private Event<EnrolmentChange> changed;
  @Inject private UniversityTime time;

  void end(Enrolment enrolment, EnrolmentStatus as, String reason) {
    boolean held = enrolment.getStatus().holdsSeats();
    enrolment.end(as, reason, time.now());
    offerings.flush();
    List<Long> places = List.copyOf(seats.places(List.of(enrolment.getId())));
    if (held) {
      seats.giveBack(places);
    }
    tell(enrolment, places, reason);
  }

  /** Lets open sheets follow what became of an enrolment. */
  void tell(Enrolment enrolment, List<Long> sections, String reason) {
    changed.fire(
        new EnrolmentChange(
            enrolment.getId(), enrolment.getStudentId(), enrolment.getStatus(), sections, reason));
  }
}
