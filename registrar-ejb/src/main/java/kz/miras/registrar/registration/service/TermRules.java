package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.function.Function;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * The rules a term is registered by: those of its first day while it is ahead, so that what was
 * allowed in May is not refused in September; those of the day once it runs. Periods that are
 * counted from the day of an act have the rules of that day.
 */
@ApplicationScoped
public class TermRules {

  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** The same for whoever asks about several terms: read at once. */
  public Function<Term, RuleSet> of(Level level) {
    Function<LocalDate, RuleSet> byDay = rules.byDay(level);
    return term -> byDay.apply(day(term.getStartsOn()));
  }

  /** The rules of a level for a term. */
  public RuleSet of(Level level, Term term) {
    return rules.inForce(level, day(term.getStartsOn()));
  }

  /** The rules of a level for the study plans of an academic year, by its first day likewise. */
  public RuleSet of(Level level, AcademicYear year) {
    return rules.inForce(level, day(year.getStartsOn()));
  }

  /** The same for whoever asks about several academic years: read at once. */
  public Function<AcademicYear, RuleSet> ofYears(Level level) {
    Function<LocalDate, RuleSet> byDay = rules.byDay(level);
    return year -> byDay.apply(day(year.getStartsOn()));
  }

  private LocalDate day(LocalDate begins) {
    LocalDate today = time.today();
    return begins.isAfter(today) ? begins : today;
  }
}
