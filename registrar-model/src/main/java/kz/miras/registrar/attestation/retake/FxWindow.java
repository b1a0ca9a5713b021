package kz.miras.registrar.attestation.retake;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.curriculum.Level;

/** FXR-1. When a student may retake an exam after FX: by the calendar, the narrowest period. */
public final class FxWindow {

  private FxWindow() {}

  /**
   * The last day of a student's window.
   *
   * @param events periods of the calendar of the term of the FX; other kinds are passed over
   * @return empty where the calendar has none for this level and course: then no end is known
   */
  public static Optional<Deadline> of(
      Collection<CalendarEvent> events, Level level, int courseYear) {
    return spans(events, level, courseYear).stream()
        .map(Span::to)
        .max(Comparator.<LocalDate>naturalOrder())
        .map(Deadline::new);
  }

  /**
   * The periods of a student's window; an FX retake is on a day of one of them.
   *
   * @param events as above
   * @return none where the calendar has none for this level and course
   */
  public static List<Span> spans(Collection<CalendarEvent> events, Level level, int courseYear) {
    List<CalendarEvent> own =
        events.stream()
            .filter(event -> event.getKind() == EventKind.FX_WINDOW)
            .filter(event -> event.getLevel() == null || event.getLevel().equals(level.name()))
            .filter(event -> event.getCourseYear() == null || event.getCourseYear() == courseYear)
            .toList();
    int narrowest = own.stream().mapToInt(FxWindow::narrowness).max().orElse(0);
    return own.stream()
        .filter(event -> narrowness(event) == narrowest)
        .map(event -> new Span(event.getStartsOn(), event.getEndsOn()))
        .toList();
  }

  private static int narrowness(CalendarEvent event) {
    return (event.getCourseYear() == null ? 0 : 2) + (event.getLevel() == null ? 0 : 1);
  }
}
