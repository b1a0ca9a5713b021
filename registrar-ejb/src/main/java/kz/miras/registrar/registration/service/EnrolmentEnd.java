package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.shared.service.UniversityTime;

/** Ends an enrolment, whoever asked for it, and gives its seats back. */
@ApplicationScoped
class EnrolmentEnd {

  @Inject private Offerings offerings;
  @Inject private Seats seats;
  @Inject private UniversityTime time;

  void end(Enrolment enrolment, EnrolmentStatus as, String reason) {
    boolean held = enrolment.getStatus().holdsSeats();
    enrolment.end(as, reason, time.now());
    offerings.flush();
    if (held) {
      seats.giveBack(seats.places(enrolment.getId()));
    }
  }
}
