package kz.miras.registrar.registration.service.payment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.shared.service.UniversityTime;

/** Lets requests go that nobody has paid in time, each in a transaction of its own. */
@Stateless
@PermitAll
public class PaymentExpiry {

  @Inject private PaymentRequests requests;
  @Inject private PaymentMarks marks;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /** Keys of the requests whose last day is over. */
  public List<Long> due() {
    return requests.overdue(time.today()).stream().map(PaymentRequest::getId).toList();
  }

  /** PAY-4. Lets one go; a second call, or one that comes too early, does nothing. */
  public void expire(long id) {
    audit.beginJob("payment-expiry");
    try {
      requests.find(id).ifPresent(marks::expire);
    } finally {
      audit.end();
    }
  }
}
