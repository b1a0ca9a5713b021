package kz.miras.registrar.registration.service.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentChange;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Students;

/**
 * Lets requests to pay follow the enrolments: one that waits for a payment gets its request, one
 * that is given up before it is paid takes it back.
 */
@ApplicationScoped
public class PaymentWatch {

  @Inject private Payments payments;
  @Inject private PaymentRequests requests;
  @Inject private Offerings offerings;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Students students;
  @Inject private SpecialPrice special;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  // most enrolments need no payment and cost no statement here
  void changed(@Observes EnrolmentChange change) {
    if (change.status() == EnrolmentStatus.REQUESTED) {
      if (!ask(change.enrolmentId())) {
        tellUnpriced(change);
      }
    } else if (!change.status().isActive()) {
      requests
          .waiting(change.enrolmentId())
          .ifPresent(request -> request.withdraw(change.reason(), time.now()));
    }
  }

  /** PAY-1. Nobody can be asked to pay yet; the request follows as soon as there is a price. */
  private void tellUnpriced(EnrolmentChange change) {
    notices.tellStudent(
        change.studentId(),
        "registration.notice.no-price",
        PlanQueries.OWN_PAGE,
        offerings.offering(change.offeringId()).map(Offering::getCode).orElse("?"));
  }

  /**
   * Asks for the payment of an enrolment that waits for it.
   *
   * @return false where no price is in force
   */
  private boolean ask(long id) {
    Enrolment enrolment = offerings.enrolment(id).orElseThrow();
    Offering offering = offerings.offering(enrolment.getOfferingId()).orElseThrow();
    return payments
        .request(
            new Payments.Due(
                students.byId(enrolment.getStudentId()).orElseThrow(),
                calendars.term(offering.getTermId()).orElseThrow(),
                catalogue.discipline(offering.getDisciplineId()).orElseThrow(),
                enrolment.getType()),
            id,
            special.of(offering.getId()).orElse(null))
        .isPresent();
  }

  /** Asks for all payments that had no price until now. */
  void askMissing() {
    requests.enrolmentsWithoutRequest().forEach(this::ask);
  }
}
