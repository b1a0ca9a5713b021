package kz.miras.registrar.calendar;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CAL-3. What the calendar of a regular term must name before the Academic council sees it, and in
 * which order: registration, first and second midterm, session. Warnings only: a calendar grows.
 */
public final class TermComplete {

  private static final List<EventKind> ORDER =
      List.of(EventKind.RK1, EventKind.RK2, EventKind.SESSION);

  private TermComplete() {}

  /**
   * Judges the periods of one term.
   *
   * @param code the term's code, for the message
   * @param type its kind; a summer semester needs no midterms
   * @param events earliest period of each kind
   */
  public static Verdict judge(String code, TermType type, Map<EventKind, Span> events) {
    Verdict verdict = Verdict.allowed();
    for (EventKind kind : List.of(EventKind.REGISTRATION, EventKind.RK1, EventKind.RK2)) {
      boolean needed = kind == EventKind.REGISTRATION || !type.isSummer();
      if (needed && !events.containsKey(kind)) {
        verdict = verdict.and(warning("calendar.event.missing." + kind, code));
      }
    }
    LocalDate last = null;
    for (EventKind kind : ORDER) {
      Span span = events.get(kind);
      if (span == null) {
        continue;
      }
      if (last != null && span.from().isBefore(last)) {
        verdict = verdict.and(warning("calendar.event.order", code, span.from()));
      }
      last = span.from();
    }
    return verdict;
  }

  /** The earliest period of each kind among events. */
  public static Map<EventKind, Span> earliest(Iterable<CalendarEvent> events) {
    Map<EventKind, Span> earliest = new EnumMap<>(EventKind.class);
    for (CalendarEvent event : events) {
      earliest.merge(
          event.getKind(),
          new Span(event.getStartsOn(), event.getEndsOn()),
          (one, other) -> one.from().isAfter(other.from()) ? other : one);
    }
    return earliest;
  }

  private static Verdict warning(String code, java.io.Serializable... args) {
    return Verdict.warning(Refusal.of(code, "CAL-3", args));
  }
}
