package kz.miras.registrar.calendar.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.service.YearView;
import kz.miras.registrar.calendar.service.YearView.EventView;
import kz.miras.registrar.calendar.service.YearView.TermView;

/** Places the periods of a year on a strip of {@value #WIDTH} units, in lanes by purpose. */
final class Timeline {

  static final int WIDTH = 1200;
  private static final int TOP = 24;
  private static final int LANE = 26;
  private static final Map<EventKind, Integer> LANES =
      Map.ofEntries(
          Map.entry(EventKind.STUDY, 1),
          Map.entry(EventKind.RK1, 2),
          Map.entry(EventKind.RK2, 2),
          Map.entry(EventKind.SESSION, 2),
          Map.entry(EventKind.FX_WINDOW, 3),
          Map.entry(EventKind.REGISTRATION, 3),
          Map.entry(EventKind.CHANGE, 4),
          Map.entry(EventKind.LATE, 4),
          Map.entry(EventKind.PRACTICE, 4),
          Map.entry(EventKind.VACATION, 1),
          Map.entry(EventKind.AK, 5),
          Map.entry(EventKind.GOS, 5));

  private final LocalDate first;
  private final long days;

  Timeline(YearView year) {
    LocalDate earliest = year.startsOn();
    LocalDate latest = year.endsOn();
    for (TermView term : year.terms()) {
      for (EventView event : term.events()) {
        earliest = event.startsOn().isBefore(earliest) ? event.startsOn() : earliest;
        latest = event.endsOn().isAfter(latest) ? event.endsOn() : latest;
      }
    }
    this.first = earliest.withDayOfMonth(1);
    this.days = ChronoUnit.DAYS.between(first, latest.withDayOfMonth(latest.lengthOfMonth())) + 1;
  }

  /** One bar: terms have kind TERM. */
  public record Bar(
      long x, int y, long width, String kind, String key, LocalDate from, LocalDate to, String of) {

    /** Room for a name of usual length. */
    public boolean isWide() {
      return width > 90;
    }
  }

  /** The first day of a month on the strip. */
  public record Month(long x, String label) {}

  List<Bar> bars(YearView year) {
    List<Bar> bars = new ArrayList<>();
    for (TermView term : year.terms()) {
      bars.add(bar(0, "TERM", term.type().key(), term.startsOn(), term.endsOn(), term.code()));
      for (EventView event : term.events()) {
        bars.add(
            bar(
                LANES.get(event.kind()),
                event.kind().name(),
                event.kind().key(),
                event.startsOn(),
                event.endsOn(),
                term.code()));
      }
    }
    return bars;
  }

  private Bar bar(int lane, String kind, String key, LocalDate from, LocalDate to, String of) {
    long x = place(from);
    return new Bar(
        x, TOP + lane * LANE, Math.max(4, place(to.plusDays(1)) - x - 1), kind, key, from, to, of);
  }

  List<Month> months() {
    List<Month> months = new ArrayList<>();
    for (LocalDate month = first;
        ChronoUnit.DAYS.between(first, month) < days;
        month = month.plusMonths(1)) {
      months.add(
          new Month(
              place(month), String.format("%02d.%d", month.getMonthValue(), month.getYear())));
    }
    return months;
  }

  /** Where a day begins; -1 outside the strip. */
  long place(LocalDate day) {
    long since = ChronoUnit.DAYS.between(first, day);
    return since < 0 || since > days ? -1 : since * WIDTH / days;
  }

  int height() {
    return TOP + 6 * LANE;
  }
}
