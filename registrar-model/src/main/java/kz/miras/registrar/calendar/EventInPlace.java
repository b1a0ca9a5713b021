package kz.miras.registrar.calendar;

import java.time.LocalDate;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CAL-3. A period of the calendar lies where its kind demands: control and session inside their
 * term, registration no later than the term, vacations and practice inside the academic year.
 */
public final class EventInPlace {

  private EventInPlace() {}

  /**
   * Judges one period.
   *
   * @param kind what it is
   * @param span first and last day
   * @param term first and last day of its term
   * @param year first and last day of its academic year
   */
  public static Verdict judge(EventKind kind, Span span, Span term, Span year) {
    return switch (kind) {
      case STUDY, RK1, RK2, SESSION -> between(span, term.from(), term.to());
      case REGISTRATION, CHANGE, LATE -> between(span, null, term.to());
      case FX_WINDOW -> between(span, term.from(), null);
      case VACATION, PRACTICE, AK, GOS -> between(span, year.from(), year.to());
    };
  }

  private static Verdict between(Span span, LocalDate earliest, LocalDate latest) {
    if (earliest != null && span.from().isBefore(earliest)) {
      return outside("calendar.event.too-early", earliest, "starts_on");
    }
    return latest != null && span.to().isAfter(latest)
        ? outside("calendar.event.too-late", latest, "ends_on")
        : Verdict.allowed();
  }

  private static Verdict outside(String code, LocalDate bound, String field) {
    return Verdict.refused(Refusal.of(code, "CAL-3", bound).at(field));
  }
}
