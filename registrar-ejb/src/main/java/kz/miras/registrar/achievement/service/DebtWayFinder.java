package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.achievement.ComingTerm;
import kz.miras.registrar.achievement.DebtWay;
import kz.miras.registrar.achievement.DebtWays;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.DebtQueries.DebtLine;
import kz.miras.registrar.achievement.service.DebtQueries.Owed;
import kz.miras.registrar.attestation.service.retake.FxWindows;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.PersonalWindow;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.payment.PriceOrder;
import kz.miras.registrar.registration.service.Windows;
import kz.miras.registrar.registration.service.payment.Payments;
import kz.miras.registrar.registration.service.payment.RetakeFees;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/** DEB-4. Finds how each debt of a student can be closed, by calendar, windows and prices. */
@ApplicationScoped
public class DebtWayFinder {

  /** A year ahead: autumn, spring and summer, and the term that runs. */
  private static final int TERMS = 4;

  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private StudyRules study;
  @Inject private Windows windows;
  @Inject private FxWindows fxWindows;
  @Inject private Payments payments;
  @Inject private RetakeFees fees;
  @Inject private UniversityTime time;

  /** The ways of each debt, in the order of the debts. */
  List<List<DebtWay>> of(Student student, List<LedgerEntry> ledger, Owed owed) {
    if (owed.debts().isEmpty()) {
      return List.of();
    }
    LocalDate today = time.today();
    List<Term> calendar = calendars.terms();
    List<ComingTerm> coming = coming(student, calendar, today);
    FxWindows.Asked asked = fxWindows.ask();
    List<List<DebtWay>> ways = new ArrayList<>();
    for (DebtLine debt : owed.debts()) {
      DebtWay fx = fx(student, ledger, debt, calendar, asked);
      boolean failed = debt.sign() != null;
      ways.add(DebtWays.of(debt.credits(), failed, debt.until(), fx, coming, today));
    }
    return ways;
  }

  /** The FX retake of a debt; null where it is not open. */
  private DebtWay fx(
      Student student,
      List<LedgerEntry> ledger,
      DebtLine debt,
      List<Term> calendar,
      FxWindows.Asked asked) {
    Attempt attempt = Attempt.of(ledger, debt.discipline(), debt.term());
    Long key =
        attempt.entries().isEmpty() ? null : attempt.entries().get(0).discipline().disciplineId();
    Term term =
        calendar.stream().filter(one -> one.ref().equals(debt.term())).findFirst().orElse(null);
    if (key == null || term == null) {
      return null;
    }
    Discipline discipline = catalogue.discipline(key).orElseThrow();
    LedgerEntry last = attempt.entries().get(attempt.entries().size() - 1);
    RuleSet inForce = rules.named(last.result().ruleSetCode());
    if (!attempt.fx(discipline.getControlForm(), study.with(inForce), inForce).isAllowed()) {
      return null;
    }
    Optional<Deadline> until = asked.of(student, term);
    BigDecimal fee =
        inForce.flag(RuleParameter.FX_PAID)
            ? fees.fee(student.getProgramme().getLevel(), term, debt.credits()).orElse(null)
            : null;
    return DebtWays.fx(term.ref(), until.map(Deadline::lastDay).orElse(null), inForce, fee);
  }

  /** Terms that are not over, without the summer of who finishes (SUM-1). */
  private List<ComingTerm> coming(Student student, List<Term> calendar, LocalDate today) {
    RuleSet inForce = rules.inForce(student.getProgramme().getLevel(), today);
    boolean summer =
        student.getCourseYear() < student.getProgramme().getYears()
            || inForce.flag(RuleParameter.SUMMER_ALLOW_GRADUATING);
    return calendar.stream()
        .filter(term -> !term.isClosed() && !term.getEndsOn().isBefore(today))
        .filter(term -> summer || !term.getType().isSummer())
        .limit(TERMS)
        .map(term -> coming(student, term))
        .toList();
  }

  private ComingTerm coming(Student student, Term term) {
    PaymentPurpose purpose =
        term.getType().isSummer() ? PaymentPurpose.SUMMER : PaymentPurpose.RETAKE;
    BigDecimal price =
        payments
            .price(purpose, student.getProgramme().getLevel(), term)
            .map(PriceOrder::getPrice)
            .orElse(null);
    LocalDate until =
        PersonalWindow.forSeats(windows.personal(student, term)).stream()
            .filter(window -> !window.off())
            .map(PersonalWindow::closesAt)
            .max(Instant::compareTo)
            .map(end -> end.minusNanos(1).atZone(time.zone()).toLocalDate())
            .orElse(null);
    return new ComingTerm(term.ref(), term.getStartsOn(), until, price);
  }
}
