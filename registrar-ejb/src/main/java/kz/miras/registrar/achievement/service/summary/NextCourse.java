package kz.miras.registrar.achievement.service.summary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.PromotionDecision;
import kz.miras.registrar.achievement.PromotionPolicy;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.service.DebtReader;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.summary.FigureQueries.Next;
import kz.miras.registrar.achievement.summary.AcademicStanding;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.GpaBasis;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.student.Student;

/** STD-1, PRO-1 to PRO-3. How a student stands, and what becomes of the next course year. */
@ApplicationScoped
class NextCourse {

  @Inject private AwaitedYear awaited;
  @Inject private KnownHistory history;

  /**
   * What is said of somebody in the contingent at the end of a day.
   *
   * @param entries as much of the history as whoever asks may know
   */
  Next of(
      Student student,
      DebtReader.Progress progress,
      List<LedgerEntry> entries,
      RulesOfTime times,
      List<Term> terms,
      LocalDate day) {
    RuleSet inForce = times.inForce();
    GpaBasis basis = inForce.promotionBasis();
    GpaCalculator calculator = new GpaCalculator(times);
    List<Result> results = entries.stream().map(LedgerEntry::toResult).toList();
    Optional<Gpa> gpa =
        basis == GpaBasis.YEAR
            ? calculator.year(results, progress.yearStart()).gpa()
            : calculator.cumulative(results).gpa();
    Credits owed = Credits.of(progress.owed().credits());
    PromotionDecision decision =
        new PromotionPolicy(inForce)
            .decide(
                progress.course(),
                progress.years(),
                gpa,
                owed,
                isClosed(student, progress.yearStart(), terms, day));
    return new Next(
        AcademicStanding.of(decision, owed),
        progress.course(),
        progress.course() >= progress.years(),
        TermRef.autumn(progress.yearStart()).academicYear(),
        basis,
        gpa.map(Gpa::points).orElse(null),
        gpa.map(Gpa::credits).orElse(0),
        decision,
        inForce.text(RuleParameter.PROMOTION_DECISION_NUMBER).orElse(null),
        inForce.text(RuleParameter.PROMOTION_DECISION_DATE).map(LocalDate::parse).orElse(null));
  }

  /**
   * PRO-2, PRO-6. Whether the last term of a year, the summer where there is one, is over and
   * nothing of the year is still to come: neither a result nor, to its student, the publication of
   * one (PUB-1).
   */
  private boolean isClosed(Student student, int yearStart, List<Term> terms, LocalDate day) {
    return terms.stream()
            .filter(term -> term.ref().yearStart() == yearStart)
            .map(Term::getEndsOn)
            .max(Comparator.naturalOrder())
            .filter(last -> last.isBefore(day))
            .isPresent()
        && !awaited.is(student.getId(), yearStart, day)
        && history.isWhole(student);
  }
}
