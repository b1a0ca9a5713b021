package kz.miras.registrar.registration.service.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/**
 * PAY-7. What the retake of one exam after FX costs and how its payment stands; whether one is
 * needed is for the rules of the retake to say.
 */
@ApplicationScoped
public class RetakeFees {

  @Inject private PaymentRequests requests;
  @Inject private PaymentMarks marks;
  @Inject private Payments payments;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** Tenge for the retake of a discipline by today's order; empty where none sets a price. */
  public Optional<BigDecimal> fee(Level level, Term term, int credits) {
    return payments
        .price(PaymentPurpose.FX, level, term)
        .map(order -> order.getPrice().multiply(BigDecimal.valueOf(credits)));
  }

  /** The request that waits or is paid; empty where there is none. */
  public Optional<PaymentRequest> of(long student, long term, long discipline) {
    return requests.activeFx(student, term, discipline);
  }

  /**
   * Asks for the payment, once.
   *
   * @param window last day of the retake; empty while the calendar names none
   * @return the request; empty where no price is in force (PAY-1)
   */
  public Optional<PaymentRequest> ask(
      Student student, Term term, Discipline discipline, Optional<Deadline> window) {
    Optional<PaymentRequest> there = of(student.getId(), term.getId(), discipline.getId());
    if (there.isPresent()) {
      return there;
    }
    Level level = student.getProgramme().getLevel();
    LocalDate today = time.today();
    LocalDate lastDay =
        PaymentSound.lastDay(
            today, window.orElse(null), calendars.workingDays(), rules.inForce(level, today));
    return payments
        .price(PaymentPurpose.FX, level, term)
        .map(
            order ->
                payments.ask(
                    new Payments.Due(student, term, discipline, EnrolmentType.RETAKE),
                    null,
                    new PaymentRequest.Asked(
                        PaymentPurpose.FX,
                        discipline.getCredits(),
                        order.getPrice(),
                        order.basis()),
                    lastDay));
  }

  /** PAY-2, PAY-3. Marks it; whoever waits for it is told. */
  public Verdict mark(PaymentRequest request, LocalDate paidOn, String document) {
    return marks.mark(request, new PaymentSound.Mark(paidOn, document, null));
  }

  /** Takes back a request that waits: there is nothing to retake any more. */
  public void withdraw(long student, long term, long discipline, String reason) {
    of(student, term, discipline)
        .filter(PaymentRequest::isOpen)
        .ifPresent(request -> request.withdraw(reason, time.now()));
  }
}
