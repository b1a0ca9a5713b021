package kz.miras.registrar.achievement.service.trial;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.trial.TrialRules;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;

/**
 * What a trial is about.
 *
 * @param id key of the trial
 * @param uuid its public id
 * @param rules that are tried beside those of the time
 * @param period keys of the terms whose results are derived anew
 * @param year the year whose end is judged: that of the last term of the period
 * @param day debts and standings are reckoned on
 * @param over whether that year is over on the day
 * @param calendar all terms
 */
public record TrialFrame(
    long id,
    String uuid,
    TrialRules rules,
    List<Long> period,
    int year,
    LocalDate day,
    boolean over,
    List<Term> calendar) {

  /**
   * The year and the day a period is judged by: today while the year goes on or the next has not
   * begun, else the day after its last term; so is a year that has not begun.
   */
  public record Judged(int year, LocalDate day, boolean over) {

    static Judged of(Collection<Term> period, Collection<Term> calendar, LocalDate today) {
      int year = period.stream().mapToInt(term -> term.ref().yearStart()).max().orElseThrow();
      LocalDate over =
          calendar.stream()
              .filter(term -> term.ref().yearStart() == year)
              .map(Term::getEndsOn)
              .max(Comparator.naturalOrder())
              .orElseThrow()
              .plusDays(1);
      LocalDate next =
          calendar.stream()
              .map(Term::getStartsOn)
              .filter(begin -> !begin.isBefore(over))
              .min(Comparator.naturalOrder())
              .orElse(LocalDate.MAX);
      LocalDate begins =
          period.stream().map(Term::getStartsOn).min(Comparator.naturalOrder()).orElseThrow();
      LocalDate day = today.isBefore(begins) || !today.isBefore(next) ? over : today;
      return new Judged(year, day, !day.isBefore(over));
    }
  }

  static TrialFrame of(
      long id,
      String uuid,
      RuleSet tried,
      RuleBook book,
      List<Term> period,
      Judged judged,
      List<Term> calendar) {
    return new TrialFrame(
        id,
        uuid,
        new TrialRules(
            tried,
            period.stream().map(Term::ref).collect(Collectors.toSet()),
            book::named,
            book.inForce(tried.level(), judged.day())),
        period.stream().map(Term::getId).toList(),
        judged.year(),
        judged.day(),
        judged.over(),
        calendar);
  }
}
