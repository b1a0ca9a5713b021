package kz.miras.registrar.registration.service.payment;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Again;

/** Where accounting marks payments: one, many at once, or by file. */
@Stateless
@Guarded
public class PaymentDesk {

  @Resource private SessionContext context;
  @Inject private PaymentRequests requests;
  @Inject private PaymentMarks marks;
  @Inject private PaymentRefunds refunds;
  @Inject private AuditContext audit;

  /**
   * What became of many marks.
   *
   * @param done how many
   * @param left those that could not be marked
   */
  public record Many(int done, List<Left> left) implements Serializable {
    public Many {
      left = List.copyOf(left);
    }
  }

  /** One that could not, and why. */
  public record Left(String number, Refusal why) implements Serializable {}

  /**
   * PAY-2, PAY-3. Marks the payment of one request, in a transaction of its own that is tried again
   * where the database asks for it.
   */
  @RolesAllowed(Permissions.RETAKE_CONFIRM_PAYMENT)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Verdict confirm(String id, PaymentSound.Mark mark) {
    PaymentDesk each = context.getBusinessObject(PaymentDesk.class);
    return Again.of(() -> each.attempt(id, mark));
  }

  /** One attempt of it. */
  @RolesAllowed(Permissions.RETAKE_CONFIRM_PAYMENT)
  public Verdict attempt(String id, PaymentSound.Mark mark) {
    audit.because(mark.document());
    return marks.mark(required(id), mark);
  }

  /**
   * PAY-8. Records that a payment was paid back, in a transaction of its own that is tried again
   * where the database asks for it.
   *
   * @param mark day and document of the refund
   */
  @RolesAllowed(Permissions.RETAKE_CONFIRM_PAYMENT)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Verdict refund(String id, PaymentSound.Mark mark) {
    PaymentDesk each = context.getBusinessObject(PaymentDesk.class);
    return Again.of(() -> each.attemptRefund(id, mark));
  }

  /** One attempt of it. */
  @RolesAllowed(Permissions.RETAKE_CONFIRM_PAYMENT)
  public Verdict attemptRefund(String id, PaymentSound.Mark mark) {
    audit.because(mark.document());
    return refunds.record(required(id), mark);
  }

  /** Marks several requests with one document, a bank statement for one; each for itself. */
  @RolesAllowed(Permissions.RETAKE_CONFIRM_PAYMENT)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Many confirmAll(Collection<String> ids, PaymentSound.Mark mark) {
    int done = 0;
    List<Left> left = new ArrayList<>();
    for (String id : ids) {
      Verdict verdict = confirm(id, mark);
      if (verdict.isAllowed()) {
        done++;
      } else {
        left.add(new Left(required(id).getNumber(), verdict.refusals().get(0)));
      }
    }
    return new Many(done, left);
  }

  private PaymentRequest required(String id) {
    return PublicId.parse(id)
        .flatMap(requests::byUuid)
        .orElseThrow(() -> new RegistrarException.NotFound("payment", id));
  }
}
