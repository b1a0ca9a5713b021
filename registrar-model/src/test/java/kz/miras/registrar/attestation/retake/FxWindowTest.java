package kz.miras.registrar.attestation.retake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.curriculum.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FxWindowTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

  private static CalendarEvent event(EventKind kind, String to, String level, Integer course) {
    LocalDate last = LocalDate.parse(to);
    AcademicYear year =
        new AcademicYear(2025, LocalDate.parse("2025-09-01"), LocalDate.parse("2026-08-31"), "УС");
    Term term =
        new Term(
            year,
            TermType.AUTUMN,
            "2025-1",
            LocalDate.parse("2025-09-01"),
            LocalDate.parse("2026-01-10"),
            15);
    return new CalendarEvent(term, kind, last.minusDays(4), last, level, course);
  }

  @Test
  @DisplayName("FXR-1 the narrowest window of level and course counts, to the end of its last day")
  void narrowest() {
    List<CalendarEvent> events =
        List.of(
            event(EventKind.SESSION, "2026-01-30", "BACHELOR", 1),
            event(EventKind.FX_WINDOW, "2026-01-23", null, null),
            event(EventKind.FX_WINDOW, "2026-01-16", null, 1),
            event(EventKind.FX_WINDOW, "2026-01-20", "MASTER", null));
    Deadline first = FxWindow.of(events, Level.BACHELOR, 1).orElseThrow();
    assertThat(first.lastDay()).isEqualTo("2026-01-16");
    assertThat(first.isKeptAt(Instant.parse("2026-01-16T18:59:59Z"), ALMATY)).isTrue();
    assertThat(first.isKeptAt(Instant.parse("2026-01-16T19:00:00Z"), ALMATY)).isFalse();
    assertThat(FxWindow.of(events, Level.BACHELOR, 2).orElseThrow().lastDay())
        .isEqualTo("2026-01-23");
    assertThat(FxWindow.of(events, Level.MASTER, 2).orElseThrow().lastDay())
        .isEqualTo("2026-01-20");
    assertThat(FxWindow.of(events.subList(0, 1), Level.BACHELOR, 1)).isEmpty();
  }

  @Test
  @DisplayName("FXR-1 SHT-11 a retake of the last course is no exam in the window of the others")
  void periods() {
    List<CalendarEvent> events =
        List.of(
            event(EventKind.FX_WINDOW, "2026-01-24", null, null),
            event(EventKind.FX_WINDOW, "2026-01-14", "BACHELOR", 4));
    List<Span> last = FxWindow.spans(events, Level.BACHELOR, 4);
    assertThat(last)
        .containsExactly(new Span(LocalDate.parse("2026-01-10"), LocalDate.parse("2026-01-14")));
    assertThat(FxWindow.spans(events, Level.BACHELOR, 3))
        .containsExactly(new Span(LocalDate.parse("2026-01-20"), LocalDate.parse("2026-01-24")));
  }
}
