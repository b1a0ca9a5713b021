package kz.miras.registrar.achievement.service.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** The academic years whose end may be judged. */
@ApplicationScoped
class YearFrames {

  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /**
   * The year that begins in a calendar year.
   *
   * @throws RegistrarException.NotFound where the calendar has none, or no regular term of it
   */
  YearFrame of(int start) {
    AcademicYear year =
        Optional.ofNullable(calendars.yearsByName().get(String.valueOf(start)))
            .orElseThrow(() -> new RegistrarException.NotFound("year", start));
    return Optional.ofNullable(YearFrame.of(year, calendars.terms(), time.today()))
        .orElseThrow(() -> new RegistrarException.NotFound("year", start));
  }

  /** Years with a regular term that have begun, the latest first. */
  List<Integer> begun() {
    return calendars.terms().stream()
        .filter(term -> !term.getType().isSummer() && !term.getStartsOn().isAfter(time.today()))
        .map(Term::getAcademicYear)
        .map(AcademicYear::getStartYear)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }
}
