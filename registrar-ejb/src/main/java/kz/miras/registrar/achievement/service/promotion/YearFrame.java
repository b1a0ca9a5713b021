package kz.miras.registrar.achievement.service.promotion;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.Term;

/**
 * An academic year as its end is judged.
 *
 * @param start 2025 for 2025/26
 * @param begins first day of the year
 * @param regularEnd last day of its last regular term
 * @param lastRegular key of that term
 * @param ends last day of its last term, the summer included
 * @param day the debts are reckoned on: today, not before the year ends nor after the next begins
 * @param terms the whole calendar
 */
public record YearFrame(
    int start,
    LocalDate begins,
    LocalDate regularEnd,
    long lastRegular,
    LocalDate ends,
    LocalDate day,
    List<Term> terms) {

  /** The year as it is looked at on a day; null where it has no regular term. */
  static YearFrame of(AcademicYear year, List<Term> terms, LocalDate today) {
    List<Term> own =
        terms.stream()
            .filter(term -> term.getAcademicYear().getStartYear() == year.getStartYear())
            .toList();
    Term regular =
        own.stream()
            .filter(term -> !term.getType().isSummer())
            .max(Comparator.comparing(Term::getEndsOn))
            .orElse(null);
    if (regular == null) {
      return null;
    }
    LocalDate last = own.stream().map(Term::getEndsOn).max(Comparator.naturalOrder()).orElseThrow();
    // a term is over on the day after its last
    LocalDate over = last.isAfter(regular.getEndsOn()) ? last : last.plusDays(1);
    LocalDate next =
        terms.stream()
            .map(Term::getStartsOn)
            .filter(begin -> begin.isAfter(over))
            .min(Comparator.naturalOrder())
            .orElse(over.plusYears(1));
    LocalDate day = today.isBefore(over) ? over : today.isBefore(next) ? today : over;
    return new YearFrame(
        year.getStartYear(),
        year.getStartsOn(),
        regular.getEndsOn(),
        regular.getId(),
        last,
        day,
        terms);
  }

  /** For example 2025/2026. */
  String label() {
    return start + "/" + (start + 1);
  }
}
