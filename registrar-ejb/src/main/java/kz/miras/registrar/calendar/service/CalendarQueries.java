package kz.miras.registrar.calendar.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.DayOff;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.YearPlan;
import kz.miras.registrar.calendar.service.YearView.DayOffView;
import kz.miras.registrar.calendar.service.YearView.EventView;
import kz.miras.registrar.calendar.service.YearView.TermView;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** The academic calendar for screens. */
@Stateless
@Guarded
public class CalendarQueries {

  @Inject private Calendars calendars;
  @Inject private CalendarJudge judge;
  @Inject private UniversityTime time;

  /** Start years of the academic years known, newest first. */
  @RolesAllowed(Permissions.CALENDAR_READ)
  public List<Integer> years() {
    return calendars.years().stream()
        .map(AcademicYear::getStartYear)
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }

  /** The academic year today lies in, else the latest that has begun, else the first known. */
  @RolesAllowed(Permissions.CALENDAR_READ)
  public Integer currentYear() {
    LocalDate today = time.today();
    List<AcademicYear> years = calendars.years();
    return years.stream()
        .filter(year -> !year.getStartsOn().isAfter(today))
        .reduce((one, later) -> later)
        .or(() -> years.stream().findFirst())
        .map(AcademicYear::getStartYear)
        .orElse(null);
  }

  /** A year with everything in it, judged. */
  @RolesAllowed(Permissions.CALENDAR_READ)
  public YearView year(int startYear) {
    AcademicYear year =
        calendars
            .year(startYear)
            .orElseThrow(() -> new RegistrarException.NotFound("year", startYear));
    List<Term> terms = calendars.termsOf(year);
    List<CalendarEvent> events = calendars.eventsOf(year);
    List<DayOff> daysOff = calendars.daysOff(year.getStartsOn(), year.getEndsOn());
    return new YearView(
        year.getStartYear(),
        year.getStartsOn(),
        year.getEndsOn(),
        year.getApprovedBy(),
        terms.stream().map(term -> view(term, events)).toList(),
        daysOff.stream()
            .map(day -> new DayOffView(day.getDay(), day.isWorking(), day.getName()))
            .toList(),
        covered(year, daysOff),
        judge.judge(year, terms, events));
  }

  private static boolean covered(AcademicYear year, List<DayOff> daysOff) {
    return List.of(year.getStartsOn().getYear(), year.getEndsOn().getYear()).stream()
        .allMatch(
            calendarYear ->
                daysOff.stream().anyMatch(day -> day.getDay().getYear() == calendarYear));
  }

  private static TermView view(Term term, List<CalendarEvent> events) {
    return new TermView(
        term.getCode(),
        term.getType(),
        term.getStartsOn(),
        term.getEndsOn(),
        term.getStudyWeeks(),
        term.getClosedAt(),
        events.stream()
            .filter(event -> event.getTerm().getCode().equals(term.getCode()))
            .map(event -> view(event, term.getCode()))
            .toList());
  }

  private static EventView view(CalendarEvent event, String term) {
    return new EventView(
        event.getId(),
        term,
        event.getKind(),
        event.getStartsOn(),
        event.getEndsOn(),
        event.getLevel(),
        event.getCourseYear(),
        new YearPlan.Span(event.getStartsOn(), event.getEndsOn()).days());
  }
}
