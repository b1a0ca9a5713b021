package kz.miras.registrar.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.calendar.YearPlan.TermSpan;

/** Lays the stored calendar of a year out for judging. */
public final class YearPlans {

  private YearPlans() {}

  /**
   * The year as everybody studies it; periods of a single level or course are left out.
   *
   * @param year the academic year
   * @param terms its terms
   * @param events the periods of these terms
   */
  public static YearPlan common(AcademicYear year, List<Term> terms, List<CalendarEvent> events) {
    List<CalendarEvent> common =
        events.stream().filter(e -> e.getLevel() == null && e.getCourseYear() == null).toList();
    List<TermSpan> spans = new ArrayList<>();
    terms.stream()
        .sorted(Comparator.comparing(Term::getStartsOn))
        .forEach(
            term ->
                spans.add(
                    new TermSpan(term.getType(), study(term, common), session(term, common))));
    List<Span> vacations =
        common.stream()
            .filter(event -> event.getKind() == EventKind.VACATION)
            .map(YearPlans::span)
            .sorted(Comparator.comparing(Span::from))
            .toList();
    return new YearPlan(year.getStartYear(), false, false, spans, vacations);
  }

  /** The study period: as planned, or the weeks of study from the first day of the term. */
  private static Span study(Term term, List<CalendarEvent> events) {
    return of(term, events, EventKind.STUDY)
        .orElseGet(
            () -> {
              LocalDate last = term.getStartsOn().plusWeeks(term.getStudyWeeks()).minusDays(1);
              return new Span(
                  term.getStartsOn(), last.isAfter(term.getEndsOn()) ? term.getEndsOn() : last);
            });
  }

  private static Span session(Term term, List<CalendarEvent> events) {
    return of(term, events, EventKind.SESSION).orElse(null);
  }

  private static java.util.Optional<Span> of(
      Term term, List<CalendarEvent> events, EventKind kind) {
    return events.stream()
        .filter(event -> event.getKind() == kind)
        .filter(event -> event.getTerm().getCode().equals(term.getCode()))
        .map(YearPlans::span)
        .min(Comparator.comparing(Span::from));
  }

  private static Span span(CalendarEvent event) {
    return new Span(event.getStartsOn(), event.getEndsOn());
  }
}
