package kz.miras.registrar.registration.service.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.payment.PaymentSound;
import kz.miras.registrar.registration.payment.PaymentStatus;
import kz.miras.registrar.registration.payment.PriceInForce;
import kz.miras.registrar.registration.payment.PriceOrder;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/**
 * What registration asks about payments: whether one is needed, whether it is made; and asks for
 * it.
 */
@ApplicationScoped
public class Payments {

  @Inject private PaymentRequests requests;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /** Whether an enrolment of this type is paid in this term. */
  public boolean needed(EnrolmentType type, Term term) {
    return PaymentPurpose.of(type, term.getType().isSummer()).isPresent();
  }

  /**
   * Whether it is paid.
   *
   * @return null where nothing is to be paid
   */
  public Boolean paid(long student, Term term, long discipline, EnrolmentType type) {
    if (!needed(type, term)) {
      return null;
    }
    return requests
        .active(student, term.getId(), discipline)
        .map(request -> request.getStatus() == PaymentStatus.PAID)
        .orElse(false);
  }

  /**
   * PAY-1. What is to be paid for has no price today; empty where it has, or nothing is to be paid.
   */
  public Optional<PaymentPurpose> unpriced(Student student, Term term, EnrolmentType type) {
    return PaymentPurpose.of(type, term.getType().isSummer())
        .filter(purpose -> price(purpose, student.getProgramme().getLevel(), term).isEmpty());
  }

  /** PAY-1. The order that sets today's price; empty where there is none. */
  public Optional<PriceOrder> price(PaymentPurpose purpose, Level level, Term term) {
    return PriceInForce.of(
        requests.orders(purpose),
        new PriceInForce.Asked(purpose, level, term.getId(), term.getAcademicYear().getId()),
        time.today());
  }

  /** What is paid for: a discipline of a term, taken as something. */
  public record Due(Student student, Term term, Discipline discipline, EnrolmentType type) {}

  /**
   * Asks for a payment, once: a request that waits or is paid is left as it is.
   *
   * @param enrolment key of the enrolment that waits for it; null where there is none yet
   * @param special price of a credit in place of the order's; null for the order's
   * @return the request; empty where nothing is to be paid or no price is in force (PAY-1)
   */
  public Optional<PaymentRequest> request(Due due, Long enrolment, BigDecimal special) {
    Student student = due.student();
    Term term = due.term();
    Optional<PaymentPurpose> purpose = PaymentPurpose.of(due.type(), term.getType().isSummer());
    if (purpose.isEmpty()) {
      return Optional.empty();
    }
    Optional<PaymentRequest> there =
        requests.active(student.getId(), term.getId(), due.discipline().getId());
    if (there.isPresent()) {
      if (enrolment != null) {
        there.get().attach(enrolment);
      }
      return there;
    }
    return price(purpose.get(), student.getProgramme().getLevel(), term)
        .map(
            order ->
                ask(
                    due,
                    enrolment,
                    new PaymentRequest.Asked(
                        purpose.get(),
                        due.discipline().getCredits(),
                        special == null ? order.getPrice() : special,
                        order.basis())));
  }

  private PaymentRequest ask(Due due, Long enrolment, PaymentRequest.Asked asked) {
    LocalDate lastDay =
        PaymentSound.lastDay(
            time.today(),
            calendars.workingDays(),
            rules.inForce(due.student().getProgramme().getLevel(), time.today()));
    return ask(due, enrolment, asked, lastDay);
  }

  /** Asks for a payment and tells the student. */
  PaymentRequest ask(Due due, Long enrolment, PaymentRequest.Asked asked, LocalDate lastDay) {
    PaymentRequest request =
        new PaymentRequest(
            requests.nextNumber(due.term()),
            due.student().getId(),
            due.term().getId(),
            due.discipline().getId(),
            enrolment,
            asked,
            time.now(),
            lastDay);
    requests.add(request);
    requests.flush();
    notices.tellStudent(
        due.student().getId(),
        "registration.notice.payment-asked",
        link(request),
        due.discipline().getCode(),
        request.getAmount().toPlainString(),
        lastDay,
        request.getNumber());
    return request;
  }

  /** Takes back a request that waits; does nothing to any other. */
  public void withdraw(long student, long term, long discipline, String reason) {
    requests
        .active(student, term, discipline)
        .filter(PaymentRequest::isOpen)
        .ifPresent(request -> request.withdraw(reason, time.now()));
  }

  /** How the payment for a discipline of a term stands; empty where none is asked for. */
  public Optional<PaymentRequest> of(long student, long term, long discipline) {
    return requests.active(student, term, discipline);
  }

  /** The latest request to pay for each of these enrolments, by key of the enrolment. */
  public Map<Long, PaymentRequest> latest(Collection<Long> enrolments) {
    return requests.latest(enrolments);
  }

  static String link(PaymentRequest request) {
    return "/registration/payment.xhtml?id=" + request.getUuid();
  }
}
