package kz.miras.registrar.registration.service.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.payment.PaymentStatus;
import kz.miras.registrar.registration.service.Seats;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** PAY-8. What was paid for nothing, and that it was paid back. */
@ApplicationScoped
class PaymentRefunds {

  @Inject private PaymentRequests requests;
  @Inject private OwedRetakes retakes;
  @Inject private Seats seats;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /** Whether it is to be paid back. */
  boolean isOwed(PaymentRequest request) {
    if (request.getStatus() != PaymentStatus.PAID) {
      return false;
    }
    return request.getPurpose() == PaymentPurpose.FX
        ? retakes.isGivenUp(request.getStudentId(), request.getTermId(), request.getDisciplineId())
        : requests.isOwed(request);
  }

  /** Records it where the rules allow, and tells the student; locks as a mark of a payment does. */
  Verdict record(PaymentRequest request, PaymentSound.Mark mark) {
    seats.takeTurn(List.of(request.getStudentId()));
    requests.lock(request);
    String me = access.current().login();
    Verdict verdict = PaymentSound.refunds(mark, request, isOwed(request), me, time.today());
    if (verdict.isAllowed()) {
      request.refund(mark.paidOn(), mark.document().strip(), me, time.now());
      requests.flush();
      notices.tellStudent(
          request.getStudentId(),
          "registration.notice.payment-refunded",
          Payments.link(request),
          catalogue.discipline(request.getDisciplineId()).orElseThrow().getCode(),
          request.getAmount().toPlainString(),
          mark.paidOn());
    }
    return verdict;
  }
}
