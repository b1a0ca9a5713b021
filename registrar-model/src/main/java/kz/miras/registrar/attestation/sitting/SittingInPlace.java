package kz.miras.registrar.attestation.sitting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SHT-11. An exam lies in its window of the calendar, on no Sunday and no holiday. */
public final class SittingInPlace {

  private SittingInPlace() {}

  /**
   * Periods of the calendar an exam of this kind belongs in; none for what is defended or passed
   * during the term, and for what an order sets.
   *
   * @param control how the discipline ends
   */
  public static Set<EventKind> windows(SheetKind kind, ControlForm control) {
    return switch (kind) {
      case FX -> EnumSet.of(EventKind.FX_WINDOW);
      case FINAL -> EnumSet.of(EventKind.AK);
      case GOS_HISTORY -> EnumSet.of(EventKind.GOS, EventKind.SESSION);
      case MAIN, RETAKE, SUMMER, DIFFERENCE ->
          control.hasRating() ? EnumSet.of(EventKind.SESSION) : EnumSet.noneOf(EventKind.class);
      case PRACTICE, COURSEWORK, INDIVIDUAL, APPEAL, RATING -> EnumSet.noneOf(EventKind.class);
    };
  }

  /**
   * Whether a sheet's exam may be on a day.
   *
   * @param day null where none is set yet
   * @param term first and last day of its term
   * @param windows periods of {@link #windows} the calendar has for its term and level; where there
   *     is none, the term itself is the window
   */
  public static Verdict judge(
      SheetKind kind, LocalDate day, Span term, Collection<Span> windows, WorkingDays days) {
    if (day == null) {
      return Verdict.allowed();
    }
    return free(day, days).and(window(kind, day, term, windows));
  }

  private static Verdict free(LocalDate day, WorkingDays days) {
    boolean sunday = day.getDayOfWeek() == DayOfWeek.SUNDAY && !days.isWorking(day);
    return sunday || days.isHoliday(day)
        ? Verdict.refused(Refusal.of("attestation.sitting.free-day", "SHT-11", day).at("exam_date"))
        : Verdict.allowed();
  }

  private static Verdict window(
      SheetKind kind, LocalDate day, Span term, Collection<Span> windows) {
    if (windows.isEmpty()) {
      return outsideTerm(kind, day, term)
          ? outside(day, term.from(), term.to())
          : Verdict.allowed();
    }
    if (windows.stream().anyMatch(w -> !day.isBefore(w.from()) && !day.isAfter(w.to()))) {
      return Verdict.allowed();
    }
    LocalDate first = windows.stream().map(Span::from).min(LocalDate::compareTo).orElseThrow();
    LocalDate last = windows.stream().map(Span::to).max(LocalDate::compareTo).orElseThrow();
    return outside(day, first, last);
  }

  /** What follows a first sitting may come after the term: an order or a late window sets it. */
  private static boolean outsideTerm(SheetKind kind, LocalDate day, Span term) {
    return day.isBefore(term.from()) || day.isAfter(term.to()) && !kind.continuesAttempt();
  }

  private static Verdict outside(LocalDate day, LocalDate from, LocalDate to) {
    return Verdict.refused(
        Refusal.of("attestation.sitting.outside", "SHT-11", day, from, to).at("exam_date"));
  }
}
