package kz.miras.registrar.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Level;

/**
 * WIN-4. The windows of a term as they stand, to be asked for any number of students. Of the
 * approved windows of a kind the narrowest that includes the student is the student's; where none
 * does, the academic calendar opens it; where it names no period for changes either, the working
 * days of REG-5 do.
 */
public final class TermWindows {

  private final Term term;
  private final List<RegistrationWindow> windows;
  private final List<CalendarEvent> calendar;
  private final Function<Level, Deadline> change;
  private final ZoneId zone;

  /**
   * The windows of a term.
   *
   * @param windows of the term, approved or not
   * @param calendar periods of the term
   * @param change last day of changes by the level, where neither windows nor calendar tell it
   * @param zone where the days of the calendar begin
   */
  public TermWindows(
      Term term,
      List<RegistrationWindow> windows,
      List<CalendarEvent> calendar,
      Function<Level, Deadline> change,
      ZoneId zone) {
    this.term = term;
    this.windows = List.copyOf(windows);
    this.calendar = List.copyOf(calendar);
    this.change = change;
    this.zone = zone;
  }

  /** Every window of a student in the term, in the order of kinds. */
  public List<PersonalWindow> of(WindowReach student, String studentNo) {
    List<PersonalWindow> own = new ArrayList<>();
    for (WindowKind kind : WindowKind.values()) {
      if (kind.fits(term.getType())) {
        own.addAll(of(kind, student, studentNo));
      }
    }
    return own;
  }

  /**
   * REG-5. First moment after a student's changes: where the own window of changes ends; where that
   * stage is off, with registration, after which nothing is changed.
   */
  public Instant changesUntil(WindowReach student, String studentNo) {
    List<PersonalWindow> own = of(student, studentNo);
    return last(own, EnumSet.of(WindowKind.CHANGE))
        .or(() -> last(own, EnumSet.of(WindowKind.REGISTRATION, WindowKind.SUMMER)))
        .orElseGet(() -> start(term.getStartsOn()));
  }

  /**
   * REG-33. Until when a place in a queue lasts: to the end of changes, or of the window that is
   * open if that is later; for who is put there after all of them, to the end of the term.
   */
  public Instant waitsUntil(WindowReach student, String studentNo, Instant now) {
    Instant changes = changesUntil(student, studentNo);
    Instant until =
        of(student, studentNo).stream()
            .filter(own -> own.isOpenAt(now))
            .map(PersonalWindow::closesAt)
            .filter(changes::isBefore)
            .max(Comparator.naturalOrder())
            .orElse(changes);
    return until.isAfter(now) ? until : end();
  }

  private static Optional<Instant> last(List<PersonalWindow> own, Set<WindowKind> kinds) {
    return own.stream()
        .filter(one -> kinds.contains(one.kind()) && !one.off())
        .map(PersonalWindow::closesAt)
        .max(Comparator.naturalOrder());
  }

  private List<PersonalWindow> of(WindowKind kind, WindowReach student, String studentNo) {
    List<RegistrationWindow> approved =
        narrowest(
            windows.stream()
                .filter(window -> window.getKind() == kind && window.inForce().isPresent())
                .filter(window -> window.reach().includes(student))
                .toList(),
            window -> window.reach().narrowness());
    if (!approved.isEmpty()) {
      return approved.stream()
          .map(window -> window.personal(studentNo))
          .flatMap(Optional::stream)
          .toList();
    }
    List<PersonalWindow> byCalendar =
        narrowest(
                calendar.stream()
                    .filter(event -> kind.event().filter(event.getKind()::equals).isPresent())
                    .filter(event -> reach(event).includes(student))
                    .toList(),
                event -> reach(event).narrowness())
            .stream()
            .map(event -> days(kind, event.getStartsOn(), event.getEndsOn()))
            .toList();
    return byCalendar.isEmpty() && kind == WindowKind.CHANGE
        ? List.of(days(kind, term.getStartsOn(), change.apply(student.level()).lastDay()))
        : byCalendar;
  }

  private PersonalWindow days(WindowKind kind, LocalDate first, LocalDate last) {
    return PersonalWindow.of(kind, start(first), start(last.plusDays(1)));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static <W> List<W> narrowest(List<W> all, ToIntFunction<W> narrowness) {
    int most = all.stream().mapToInt(narrowness).max().orElse(0);
    return all.stream().filter(one -> narrowness.applyAsInt(one) == most).toList();
  }

  /** Periods of the calendar of one kind that a window for these should lie in, as instants. */
  public List<WindowSound.Span> periods(WindowKind kind, WindowReach reach) {
    return calendar.stream()
        .filter(event -> kind.event().filter(event.getKind()::equals).isPresent())
        .filter(event -> meets(reach(event), reach))
        .sorted(Comparator.comparing(CalendarEvent::getStartsOn))
        .map(
            event ->
                new WindowSound.Span(
                    start(event.getStartsOn()), start(event.getEndsOn().plusDays(1))))
        .toList();
  }

  /** Whether a period may concern somebody a window is for. */
  private static boolean meets(WindowReach period, WindowReach window) {
    boolean level =
        period.level() == null || window.level() == null || period.level() == window.level();
    boolean course =
        period.courseYear() == null
            || window.courseYear() == null
            || period.courseYear().equals(window.courseYear());
    return level && course;
  }

  /** When the last students can register no more; empty where nothing tells when they can. */
  public Optional<Instant> registrationCloses() {
    return closes(term.getType().isSummer() ? WindowKind.SUMMER : WindowKind.REGISTRATION);
  }

  /** When the last students can change no more. */
  public Instant changesClose() {
    return closes(WindowKind.CHANGE)
        .orElseGet(
            () ->
                Arrays.stream(Level.values())
                    .map(level -> start(change.apply(level).lastDay().plusDays(1)))
                    .max(Comparator.naturalOrder())
                    .orElseThrow());
  }

  /**
   * REG-4. Whether small groups are proposed to be closed now: registration is over for everybody,
   * and their students can still change.
   */
  public boolean proposesGroups(Instant now) {
    return registrationCloses().filter(closes -> !now.isBefore(closes)).isPresent()
        && now.isBefore(changesClose());
  }

  /** The last end of a kind; the calendar counts unless an approved window is for everybody. */
  private Optional<Instant> closes(WindowKind kind) {
    List<RegistrationWindow> approved =
        windows.stream()
            .filter(window -> window.getKind() == kind && window.inForce().isPresent())
            .toList();
    Stream<Instant> own =
        approved.stream()
            .flatMap(window -> window.inForce().stream())
            .filter(plan -> !plan.off())
            .map(WindowPlan::closesAt);
    boolean everybody = approved.stream().anyMatch(one -> one.reach().equals(WindowReach.ALL));
    Stream<Instant> days =
        everybody
            ? Stream.empty()
            : calendar.stream()
                .filter(event -> kind.event().filter(event.getKind()::equals).isPresent())
                .map(event -> start(event.getEndsOn().plusDays(1)));
    return Stream.concat(own, days).max(Comparator.naturalOrder());
  }

  /** First instant after the term. */
  public Instant end() {
    return start(term.getEndsOn().plusDays(1));
  }

  private static WindowReach reach(CalendarEvent event) {
    return new WindowReach(
        event.getLevel() == null ? null : Level.valueOf(event.getLevel()),
        null,
        event.getCourseYear());
  }
}
