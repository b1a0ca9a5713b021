package kz.miras.registrar.registration.service.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.PaymentConfirmed;
import kz.miras.registrar.registration.PaymentExpired;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.service.Seats;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Students;

/** Marks a payment or lets its request go, and tells the student and whoever waits for it. */
@ApplicationScoped
class PaymentMarks {

  @Inject private PaymentRequests requests;
  @Inject private Seats seats;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private Students students;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private Notices notices;
  @Inject private UniversityTime time;
  @Inject private Event<PaymentConfirmed> confirmed;
  @Inject private Event<PaymentExpired> expired;
  @Inject private Event<RetakePaid> retakePaid;
  @Inject private Event<RetakeUnpaid> retakeUnpaid;

  /**
   * Marks it where the rules allow. The student's turn comes before the request, as everywhere:
   * whoever drops what is being paid for waits, and nobody waits in a circle.
   */
  Verdict mark(PaymentRequest request, PaymentSound.Mark mark) {
    lock(request);
    Verdict verdict =
        PaymentSound.marks(mark, request.getStatus(), request.getAmount(), time.today());
    if (verdict.isAllowed()) {
      request.confirm(mark.paidOn(), mark.document().strip(), access.current().login(), time.now());
      requests.flush();
      tell(request, "registration.notice.payment-made");
      if (request.getEnrolmentId() != null) {
        confirmed.fire(new PaymentConfirmed(request.getEnrolmentId()));
      }
      if (request.getPurpose() == PaymentPurpose.FX) {
        retakePaid.fire(
            new RetakePaid(
                request.getStudentId(),
                request.getDisciplineId(),
                request.getTermId(),
                request.getPaidOn(),
                request.getDocument(),
                request.getMarkedBy()));
      }
    }
    return verdict;
  }

  /** PAY-4. Lets it go where its time is over; does nothing otherwise. */
  void expire(PaymentRequest request) {
    lock(request);
    if (!request.isOpen()
        || PaymentSound.stillWaits(
                request.getExpiresOn(), time.today(), calendars.workingDays(), rules(request))
            .isAllowed()) {
      return;
    }
    request.expire(time.now());
    requests.flush();
    tell(request, "registration.notice.payment-expired");
    if (request.getEnrolmentId() != null) {
      expired.fire(new PaymentExpired(request.getEnrolmentId()));
    }
    if (request.getPurpose() == PaymentPurpose.FX) {
      retakeUnpaid.fire(
          new RetakeUnpaid(request.getStudentId(), request.getDisciplineId(), request.getTermId()));
    }
  }

  private void lock(PaymentRequest request) {
    seats.takeTurn(List.of(request.getStudentId()));
    requests.lock(request);
  }

  private RuleSet rules(PaymentRequest request) {
    return rules.inForce(
        students.byId(request.getStudentId()).orElseThrow().getProgramme().getLevel(),
        time.today());
  }

  private void tell(PaymentRequest request, String code) {
    notices.tellStudent(
        request.getStudentId(),
        code,
        Payments.link(request),
        catalogue.discipline(request.getDisciplineId()).orElseThrow().getCode(),
        request.getAmount().toPlainString(),
        request.getExpiresOn());
  }
}
