package kz.miras.registrar.transcript;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;

/**
 * DOC-64. The terms a group of reference is made of: those that have ended by a day, of the last
 * academic years.
 *
 * @param from first academic year with such a term, for example 2021/2022
 * @param to last one
 * @param terms at least one
 */
public record DistributionWindow(String from, String to, List<Term> terms) {

  public DistributionWindow {
    terms = List.copyOf(terms);
  }

  /**
   * The window of a document.
   *
   * @param calendar all terms
   * @param day of the document
   * @param years how many academic years, that of the last ended term the last of them
   * @return empty where no term has ended yet
   */
  public static Optional<DistributionWindow> of(
      Collection<Term> calendar, LocalDate day, int years) {
    List<Term> ended =
        calendar.stream()
            .filter(term -> term.getEndsOn().isBefore(day))
            .sorted(Comparator.comparing(Term::ref))
            .toList();
    if (ended.isEmpty()) {
      return Optional.empty();
    }
    TermRef last = ended.get(ended.size() - 1).ref();
    List<Term> within =
        ended.stream().filter(term -> term.ref().yearStart() > last.yearStart() - years).toList();
    return Optional.of(
        new DistributionWindow(within.get(0).ref().academicYear(), last.academicYear(), within));
  }
}
