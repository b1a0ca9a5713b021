package kz.miras.registrar.achievement.service.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;

/**
 * The columns of an analysis: a term and its like in earlier years, or an academic year, the same
 * before its summer, and the years before it (domain 3.11).
 */
@ApplicationScoped
class Periods {

  @Inject private Calendars calendars;

  /** What is asked for first; none where there is no such term or year. */
  List<Period> of(Asked asked) {
    return of(asked, calendars.terms());
  }

  static List<Period> of(Asked asked, List<Term> calendar) {
    int years = Math.min(Math.max(0, asked.years()), AnalysisQueries.MOST_YEARS);
    List<Term> year =
        calendar.stream().filter(one -> one.ref().academicYear().equals(asked.term())).toList();
    if (!year.isEmpty()) {
      return years(year.get(0).ref().yearStart(), years, calendar);
    }
    Term term =
        calendar.stream()
            .filter(one -> one.getCode().equals(asked.term()))
            .findFirst()
            .orElse(null);
    if (term == null) {
      return List.of();
    }
    int last = term.ref().yearStart();
    return calendar.stream()
        .filter(one -> one.getType() == term.getType())
        .filter(one -> one.ref().yearStart() <= last && one.ref().yearStart() >= last - years)
        .sorted(Comparator.comparing(Term::getStartsOn).reversed())
        .map(
            one ->
                new Period(
                    one.getId(),
                    one.getCode(),
                    one.getType().name(),
                    one.ref().academicYear(),
                    List.of(one.getId())))
        .toList();
  }

  private static List<Period> years(int last, int earlier, List<Term> calendar) {
    List<Period> periods = new ArrayList<>();
    for (int start = last; start >= last - earlier; start--) {
      int year = start;
      List<Term> terms = calendar.stream().filter(one -> one.ref().yearStart() == year).toList();
      List<Long> all = terms.stream().map(Term::getId).toList();
      List<Long> before =
          terms.stream().filter(one -> !one.getType().isSummer()).map(Term::getId).toList();
      if (all.isEmpty()) {
        continue;
      }
      String name = terms.get(0).ref().academicYear();
      periods.add(new Period(-2L * year, name, Period.Kind.YEAR.name(), name, all));
      if (year == last && !before.isEmpty() && before.size() < all.size()) {
        periods.add(
            new Period(
                -2L * year - 1,
                name + " (1–2)",
                Period.Kind.YEAR_BEFORE_SUMMER.name(),
                name,
                before));
      }
    }
    return periods;
  }
}
