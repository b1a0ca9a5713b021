package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.PersonalWindow;
import kz.miras.registrar.registration.TermWindows;
import kz.miras.registrar.registration.WindowReach;
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
    return owed.debts().isEmpty() ? List.of() : look(time.today()).of(student, ledger, owed);
  }

  /** One look at calendar, windows and prices, for the debts of one student or of many. */
  public Look look(LocalDate today) {
    return new Look(today, calendars.terms());
  }

  /** What is asked once, however many students there are. */
  public final class Look {

    private final LocalDate today;
    private final List<Term> calendar;
    private final FxWindows.Asked fx = fxWindows.ask();
    private final Map<Long, TermWindows> seats = new HashMap<>();
    private final Map<Long, Discipline> disciplines = new HashMap<>();
    private final Map<List<Object>, Optional<BigDecimal>> prices = new HashMap<>();
    private final Map<Level, RuleSet> inForce = new EnumMap<>(Level.class);

    private Look(LocalDate today, List<Term> calendar) {
      this.today = today;
      this.calendar = calendar;
    }

    /** The ways of each debt of a student, in the order of the debts. */
    public List<List<DebtWay>> of(Student student, List<LedgerEntry> ledger, Owed owed) {
      if (owed.debts().isEmpty()) {
        return List.of();
      }
      List<ComingTerm> coming = coming(student);
      List<List<DebtWay>> ways = new ArrayList<>();
      for (DebtLine debt : owed.debts()) {
        DebtWay retake = retake(student, ledger, debt);
        boolean failed = debt.sign() != null;
        ways.add(DebtWays.of(debt.credits(), failed, debt.until(), retake, coming, today));
      }
      return ways;
    }

    /** The FX retake of a debt; null where it is not open. */
    private DebtWay retake(Student student, List<LedgerEntry> ledger, DebtLine debt) {
      Attempt attempt = Attempt.of(ledger, debt.discipline(), debt.term());
      Long key =
          attempt.entries().isEmpty() ? null : attempt.entries().get(0).discipline().disciplineId();
      Term term =
          calendar.stream().filter(one -> one.ref().equals(debt.term())).findFirst().orElse(null);
      if (key == null || term == null) {
        return null;
      }
      Discipline discipline =
          disciplines.computeIfAbsent(key, id -> catalogue.discipline(id).orElseThrow());
      LedgerEntry last = attempt.entries().get(attempt.entries().size() - 1);
      RuleSet given = rules.named(last.result().ruleSetCode());
      if (!attempt.fx(discipline.getControlForm(), study.with(given), given).isAllowed()) {
        return null;
      }
      Level level = student.getProgramme().getLevel();
      BigDecimal fee =
          given.flag(RuleParameter.FX_PAID)
              ? prices
                  .computeIfAbsent(
                      List.of(PaymentPurpose.FX, level, term.getId(), debt.credits()),
                      asked -> fees.fee(level, term, debt.credits()))
                  .orElse(null)
              : null;
      return DebtWays.fx(
          term.ref(), fx.of(student, term).map(Deadline::lastDay).orElse(null), given, fee);
    }

    /** Terms that are not over, without the summer of who finishes (SUM-1). */
    private List<ComingTerm> coming(Student student) {
      RuleSet now =
          inForce.computeIfAbsent(
              student.getProgramme().getLevel(), level -> rules.inForce(level, today));
      boolean summer =
          student.getCourseYear() < student.getProgramme().getYears()
              || now.flag(RuleParameter.SUMMER_ALLOW_GRADUATING);
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
      Level level = student.getProgramme().getLevel();
      BigDecimal price =
          prices
              .computeIfAbsent(
                  List.of(purpose, level, term.getId()),
                  asked -> payments.price(purpose, level, term).map(PriceOrder::getPrice))
              .orElse(null);
      List<PersonalWindow> own =
          seats
              .computeIfAbsent(term.getId(), id -> windows.in(term))
              .of(WindowReach.of(student), student.getStudentNo());
      LocalDate until =
          PersonalWindow.forSeats(own).stream()
              .filter(window -> !window.off())
              .map(PersonalWindow::closesAt)
              .max(Instant::compareTo)
              .map(end -> end.minusNanos(1).atZone(time.zone()).toLocalDate())
              .orElse(null);
      return new ComingTerm(term.ref(), term.getStartsOn(), until, price);
    }
  }
}
