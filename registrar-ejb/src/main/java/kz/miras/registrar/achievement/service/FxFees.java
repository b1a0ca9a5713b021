package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.attestation.retake.FxRight;
import kz.miras.registrar.attestation.retake.FxRightStatus;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.retake.FxRights;
import kz.miras.registrar.attestation.service.retake.FxWindows;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.service.payment.PricesEntered;
import kz.miras.registrar.registration.service.payment.RetakeFees;
import kz.miras.registrar.registration.service.payment.RetakePaid;
import kz.miras.registrar.registration.service.payment.RetakeUnpaid;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * FXR-2, FXR-6. Lets requests to pay follow the rights of FX retakes: asking for a paid retake asks
 * for the payment, its mark opens the way to the slip, an end takes back what is not paid.
 */
@ApplicationScoped
public class FxFees {

  @Inject private RetakeFees fees;
  @Inject private FxRights rights;
  @Inject private FxWindows windows;
  @Inject private Sheets sheets;
  @Inject private Students students;
  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;

  /** Whether the rules the FX was given by ask for a payment that nobody has seen yet. */
  boolean isUnpaid(FxRight right) {
    return right.isUnpaid(of(right));
  }

  /** Whether the retake is paid for at all. */
  boolean isPaidFor(FxRight right) {
    return of(right).flag(RuleParameter.FX_PAID);
  }

  private RuleSet of(FxRight right) {
    return rules.named(sheets.byId(right.getSheetId()).orElseThrow().getRuleSetCode());
  }

  /** Asks for the payment where it is missing and a price is in force; once. */
  void ask(FxRight right, FxWindows.Asked asked) {
    if (right.getStatus() != FxRightStatus.ASKED || !isUnpaid(right)) {
      return;
    }
    Student student = students.byId(right.getStudentId()).orElseThrow();
    Term term = calendars.term(right.getTermId()).orElseThrow();
    Discipline discipline = catalogue.discipline(right.getDisciplineId()).orElseThrow();
    fees.ask(student, term, discipline, asked.of(student, term));
  }

  /** The request of a right that waits or is paid; empty where there is none. */
  Optional<PaymentRequest> request(FxRight right) {
    return fees.of(right.getStudentId(), right.getTermId(), right.getDisciplineId());
  }

  /** The request that nobody has paid yet; empty where there is none. */
  Optional<PaymentRequest> waiting(FxRight right) {
    return request(right).filter(PaymentRequest::isOpen);
  }

  /** PAY-2, PAY-3. Marks the payment of a request. */
  Verdict mark(PaymentRequest request, LocalDate on, String document) {
    return fees.mark(request, on, document);
  }

  /** What the retake costs by its request, else by today's order; empty where none sets a price. */
  Optional<BigDecimal> fee(FxRight right, Student student, Term term, int credits) {
    return request(right)
        .map(PaymentRequest::getAmount)
        .or(() -> fees.fee(student.getProgramme().getLevel(), term, credits));
  }

  /** The right leads nowhere any more: nobody need pay. */
  void ended(FxRight right) {
    // read by everybody, so in both languages
    fees.withdraw(
        right.getStudentId(),
        right.getTermId(),
        right.getDisciplineId(),
        Messages.text(Language.KK, "achievement.fx.not-needed")
            + " / "
            + Messages.text(Language.RU, "achievement.fx.not-needed"));
  }

  void paid(@Observes RetakePaid event) {
    for (FxRight found : of(event.student(), event.discipline(), event.term())) {
      FxRight right = rights.lock(found);
      if (right.getPaidOn() == null) {
        right.pay(event.on(), event.document(), event.by());
      }
    }
  }

  void unpaid(@Observes RetakeUnpaid event) {
    of(event.student(), event.discipline(), event.term())
        .forEach(found -> rights.lock(found).lapse());
  }

  private List<FxRight> of(long student, long discipline, long term) {
    return rights.ofAttempts(List.of(student), discipline, term);
  }

  /** PAY-1. Whoever asked before there was a price is asked to pay now. */
  void priced(@Observes PricesEntered event) {
    FxWindows.Asked asked = windows.ask();
    rights.asked().forEach(right -> ask(right, asked));
  }
}
