package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.sitting.LastDay;
import kz.miras.registrar.attestation.sitting.SittingInPlace;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/** SHT-33. The last day of controls no day is named for, by the calendar and the rules. */
@ApplicationScoped
class LastDays {

  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** Those of a term, its calendar read once. */
  final class OfTerm {

    private final Term term;
    private final List<CalendarEvent> events;

    private OfTerm(Term term) {
      this.term = term;
      this.events =
          calendars.events().stream()
              .filter(event -> event.getTerm().getId().equals(term.getId()))
              .toList();
    }

    /**
     * The one of a sheet that is formed today.
     *
     * @param level null for students of several
     */
    LocalDate of(SheetKind kind, ControlForm control, Level level, RuleSet inForce) {
      Set<EventKind> kinds = SittingInPlace.windows(kind, control);
      List<Span> windows =
          events.stream()
              .filter(event -> kinds.contains(event.getKind()))
              .filter(
                  event ->
                      event.getLevel() == null
                          || level == null
                          || event.getLevel().equals(level.name()))
              .map(event -> new Span(event.getStartsOn(), event.getEndsOn()))
              .toList();
      Span whole = new Span(term.getStartsOn(), term.getEndsOn());
      return LastDay.usual(windows, whole, time.today(), inForce);
    }
  }

  OfTerm in(Term term) {
    return new OfTerm(term);
  }

  /** The one of a sheet that is formed today, by the calendar of its term. */
  LocalDate of(Sheet sheet) {
    return in(calendars.term(sheet.getTermId()).orElseThrow())
        .of(
            sheet.getKind(),
            catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getControlForm(),
            sheet.getLevel(),
            rules.named(sheet.getRuleSetCode()));
  }
}
