package kz.miras.registrar.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventInPlaceTest {

  private static final Span TERM = span("2025-09-01", "2025-12-30");
  private static final Span YEAR = span("2025-09-01", "2026-08-31");

  @ParameterizedTest
  @CsvSource({
    "RK1,          2025-10-13, 2025-10-25, ",
    "RK1,          2025-08-25, 2025-09-06, calendar.event.too-early",
    "SESSION,      2025-12-15, 2026-01-03, calendar.event.too-late",
    "REGISTRATION, 2025-05-12, 2025-05-30, ",
    "CHANGE,       2025-12-29, 2026-01-02, calendar.event.too-late",
    "FX_WINDOW,    2026-01-08, 2026-01-14, ",
    "FX_WINDOW,    2025-08-20, 2025-08-30, calendar.event.too-early",
    "VACATION,     2026-07-01, 2026-08-31, ",
    "VACATION,     2026-07-01, 2026-09-01, calendar.event.too-late"
  })
  @DisplayName("CAL-3 a period lies where its kind demands")
  void periodLiesWhereItsKindDemands(EventKind kind, String from, String to, String code) {
    assertThat(EventInPlace.judge(kind, span(from, to), TERM, YEAR).refusals())
        .extracting(Refusal::code)
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  @DisplayName("CAL-3 a regular term needs registration and both midterms, in order")
  void regularTermNeedsItsPeriods() {
    Map<EventKind, Span> events = new EnumMap<>(EventKind.class);
    assertThat(codes(TermType.AUTUMN, events))
        .containsExactly(
            "calendar.event.missing.REGISTRATION",
            "calendar.event.missing.RK1",
            "calendar.event.missing.RK2");
    assertThat(codes(TermType.SUMMER, events))
        .containsExactly("calendar.event.missing.REGISTRATION");
    events.put(EventKind.REGISTRATION, span("2025-08-18", "2025-08-29"));
    events.put(EventKind.RK1, span("2025-12-01", "2025-12-06"));
    events.put(EventKind.RK2, span("2025-10-13", "2025-10-18"));
    assertThat(codes(TermType.AUTUMN, events)).containsExactly("calendar.event.order");
  }

  @Test
  @DisplayName("CAL-3 the stored calendar is laid out for judging, weeks of study included")
  void storedCalendarIsLaidOut() {
    AcademicYear year =
        new AcademicYear(2025, LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31), null);
    Term term =
        new Term(
            year,
            TermType.AUTUMN,
            "2025-1",
            LocalDate.of(2025, 9, 1),
            LocalDate.of(2025, 12, 30),
            15);
    CalendarEvent session = event(term, EventKind.SESSION, "2025-12-15", "2025-12-30", null);
    CalendarEvent vacation = event(term, EventKind.VACATION, "2026-01-02", "2026-01-17", null);
    CalendarEvent others = event(term, EventKind.VACATION, "2026-02-02", "2026-02-17", "MASTER");

    YearPlan plan = YearPlans.common(year, List.of(term), List.of(session, vacation, others));

    assertThat(plan.vacations()).containsExactly(span("2026-01-02", "2026-01-17"));
    assertThat(plan.terms().get(0).study()).isEqualTo(span("2025-09-01", "2025-12-14"));
    assertThat(plan.terms().get(0).attestation()).isEqualTo(span("2025-12-15", "2025-12-30"));
  }

  private static CalendarEvent event(
      Term term, EventKind kind, String from, String to, String level) {
    return new CalendarEvent(term, kind, LocalDate.parse(from), LocalDate.parse(to), level, null);
  }

  private static List<String> codes(TermType type, Map<EventKind, Span> events) {
    return TermComplete.judge("2025-1", type, events).warnings().stream()
        .map(Refusal::code)
        .toList();
  }

  private static Span span(String from, String to) {
    return new Span(LocalDate.parse(from), LocalDate.parse(to));
  }
}
