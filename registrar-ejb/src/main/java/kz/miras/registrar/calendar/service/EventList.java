package kz.miras.registrar.calendar.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.EventInPlace;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.shared.service.KeyedSheet;
import kz.miras.registrar.shared.service.RecordList;

/** Periods inside a term: registration, midterms, session and the like. */
@ApplicationScoped
public class EventList implements RecordList {

  /** Names of the levels, which the curriculum defines. */
  private static final List<String> LEVELS = List.of("BACHELOR", "MASTER", "PHD");

  @Inject private Calendars calendars;
  @Inject private WindowRight windows;

  @Override
  public String code() {
    return "events";
  }

  @Override
  public String permission() {
    return Permissions.CALENDAR_EDIT;
  }

  @Override
  public List<Field> fields() {
    return List.of(
        Field.text("term", 16),
        Field.choice("kind", EventKind.class),
        Field.choice("level", LEVELS).optional(),
        Field.number("course_year").optional(),
        Field.date("starts_on"),
        Field.date("ends_on"));
  }

  @Override
  public List<String> key() {
    return List.of("term", "kind", "level", "course_year");
  }

  @Override
  public Sheet open() {
    return new Records();
  }

  private final class Records extends KeyedSheet<CalendarEvent> {

    private final Map<String, Term> terms = calendars.termsByCode();

    Records() {
      calendars.events().forEach(event -> know(key(values(event)), event));
    }

    @Override
    protected String key(Map<String, String> values) {
      return values.get("term")
          + " "
          + values.get("kind")
          + " "
          + values.get("level")
          + " "
          + values.get("course_year");
    }

    @Override
    protected Map<String, String> values(CalendarEvent calendarEvent) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("term", calendarEvent.getTerm().getCode());
      values.put("kind", calendarEvent.getKind().name());
      values.put("level", calendarEvent.getLevel());
      values.put(
          "course_year",
          calendarEvent.getCourseYear() == null
              ? null
              : String.valueOf(calendarEvent.getCourseYear()));
      values.put("starts_on", calendarEvent.getStartsOn().toString());
      values.put("ends_on", calendarEvent.getEndsOn().toString());
      return values;
    }

    @Override
    public Verdict check(Map<String, String> values) {
      Term term = terms.get(values.get("term"));
      if (term == null) {
        return Checks.known("term", values.get("term"), null);
      }
      LocalDate from = Checks.day(values, "starts_on");
      LocalDate to = Checks.day(values, "ends_on");
      if (to.isBefore(from)) {
        return Verdict.refused(Refusal.of("field.not-after", "DAT-2", from).at("ends_on"));
      }
      if (!windows.may(EventKind.valueOf(values.get("kind"))) && changed(values)) {
        return Verdict.refused(Refusal.of("calendar.window.right", "CAL-3").at("kind"));
      }
      AcademicYear year = term.getAcademicYear();
      return EventInPlace.judge(
              EventKind.valueOf(values.get("kind")),
              new Span(from, to),
              new Span(term.getStartsOn(), term.getEndsOn()),
              new Span(year.getStartsOn(), year.getEndsOn()))
          .and(Checks.within("course_year", values, 1, 7));
    }

    private boolean changed(Map<String, String> values) {
      return !stored(values).map(values::equals).orElse(false);
    }

    @Override
    protected CalendarEvent create(Map<String, String> values) {
      CalendarEvent event =
          new CalendarEvent(
              terms.get(values.get("term")),
              EventKind.valueOf(values.get("kind")),
              Checks.day(values, "starts_on"),
              Checks.day(values, "ends_on"),
              values.get("level"),
              Checks.numberOrNull(values, "course_year"));
      calendars.add(event);
      return event;
    }

    @Override
    protected void change(CalendarEvent calendarEvent, Map<String, String> values) {
      calendarEvent.edit(
          calendarEvent.getKind(),
          Checks.day(values, "starts_on"),
          Checks.day(values, "ends_on"),
          values.get("level"),
          Checks.numberOrNull(values, "course_year"));
    }
  }
}
