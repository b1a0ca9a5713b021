package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Level;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TermWindowsTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final Instant NINE = Instant.parse("2026-08-20T04:00:00Z");
  private static final Instant SIX = Instant.parse("2026-08-25T13:00:00Z");
  private static final WindowReach SECOND_YEAR = new WindowReach(Level.BACHELOR, 7L, 2);

  private final Term autumn = term(TermType.AUTUMN);
  private final List<RegistrationWindow> windows = new ArrayList<>();
  private final List<CalendarEvent> calendar = new ArrayList<>();

  private static Term term(TermType type) {
    return new Term(
        new AcademicYear(2026, FIRST, LocalDate.of(2027, 8, 31), null),
        type,
        "2026-" + type,
        FIRST,
        LocalDate.of(2027, 1, 25),
        15);
  }

  private RegistrationWindow window(WindowKind kind, WindowReach reach, WindowPlan plan) {
    RegistrationWindow window = new RegistrationWindow(1, kind, reach, plan, "deputy", NINE);
    windows.add(window);
    return window;
  }

  private void approved(WindowKind kind, WindowReach reach, WindowPlan plan) {
    window(kind, reach, plan).approve("director", NINE);
  }

  private void period(EventKind kind, String first, String last, String level, Integer course) {
    calendar.add(
        new CalendarEvent(
            autumn, kind, LocalDate.parse(first), LocalDate.parse(last), level, course));
  }

  private List<PersonalWindow> own(Term term, WindowReach student) {
    return new TermWindows(
            term, windows, calendar, level -> new Deadline(LocalDate.of(2026, 9, 7)), ALMATY)
        .of(student, "26-0001");
  }

  private List<PersonalWindow> own(WindowKind kind) {
    return own(autumn, SECOND_YEAR).stream().filter(one -> one.kind() == kind).toList();
  }

  private PersonalWindow one(WindowKind kind) {
    assertThat(own(kind)).hasSize(1);
    return own(kind).get(0);
  }

  @Test
  @DisplayName("WIN-4 of the windows that include a student the narrowest is the student's")
  void narrowestWins() {
    approved(WindowKind.REGISTRATION, WindowReach.ALL, WindowPlan.of(NINE, SIX));
    WindowPlan course = WindowPlan.of(NINE.plusSeconds(60), SIX);
    approved(WindowKind.REGISTRATION, new WindowReach(Level.BACHELOR, null, 2), course);
    approved(WindowKind.REGISTRATION, new WindowReach(null, 8L, null), WindowPlan.of(SIX, SIX));
    assertThat(one(WindowKind.REGISTRATION).opensAt()).isEqualTo(course.opensAt());
    WindowPlan programme = WindowPlan.of(NINE.plusSeconds(120), SIX);
    approved(WindowKind.REGISTRATION, new WindowReach(null, 7L, null), programme);
    assertThat(one(WindowKind.REGISTRATION).opensAt()).isEqualTo(programme.opensAt());
  }

  @Test
  @DisplayName("WIN-4 a programme switches a stage off for itself, whatever the calendar says")
  void stageOff() {
    period(EventKind.REGISTRATION, "2026-08-20", "2026-08-25", null, null);
    approved(WindowKind.REGISTRATION, WindowReach.ALL, WindowPlan.of(NINE, SIX));
    approved(WindowKind.REGISTRATION, new WindowReach(null, 7L, null), WindowPlan.OFF);
    assertThat(one(WindowKind.REGISTRATION).off()).isTrue();
    assertThat(own(autumn, new WindowReach(Level.BACHELOR, 8L, 2)))
        .filteredOn(own -> own.kind() == WindowKind.REGISTRATION)
        .noneMatch(PersonalWindow::off);
  }

  @Test
  @DisplayName("WIN-3 WIN-4 a window nobody has approved opens nothing; the wider one stands")
  void preparedOpensNothing() {
    approved(WindowKind.REGISTRATION, WindowReach.ALL, WindowPlan.of(NINE, SIX));
    window(WindowKind.REGISTRATION, new WindowReach(null, 7L, null), WindowPlan.OFF);
    assertThat(one(WindowKind.REGISTRATION).opensAt()).isEqualTo(NINE);
  }

  @Test
  @DisplayName("WIN-4 without a window the calendar opens registration, by days of the university")
  void calendarOpens() {
    assertThat(own(WindowKind.REGISTRATION)).isEmpty();
    period(EventKind.REGISTRATION, "2026-08-20", "2026-08-25", null, null);
    period(EventKind.REGISTRATION, "2026-08-18", "2026-08-19", "MASTER", null);
    period(EventKind.REGISTRATION, "2026-08-22", "2026-08-25", "BACHELOR", 2);
    PersonalWindow own = one(WindowKind.REGISTRATION);
    assertThat(own.opensAt()).isEqualTo("2026-08-21T19:00:00Z");
    assertThat(own.closesAt()).isEqualTo("2026-08-25T19:00:00Z");
    assertThat(own.window()).isNull();
  }

  @Test
  @DisplayName("REG-5 WIN-4 changes end with the calendar's period, else with the working days")
  void changes() {
    PersonalWindow usual = one(WindowKind.CHANGE);
    assertThat(usual.opensAt()).isEqualTo("2026-08-31T19:00:00Z");
    assertThat(usual.closesAt()).isEqualTo("2026-09-07T19:00:00Z");
    period(EventKind.CHANGE, "2026-09-01", "2026-09-04", null, null);
    assertThat(one(WindowKind.CHANGE).closesAt()).isEqualTo("2026-09-04T19:00:00Z");
    approved(WindowKind.CHANGE, WindowReach.ALL, WindowPlan.of(NINE, SIX));
    assertThat(one(WindowKind.CHANGE).closesAt()).isEqualTo(SIX);
  }

  @Test
  @DisplayName("WIN-4 the choice of disciplines exists only where a window says so")
  void choiceNeedsAWindow() {
    period(EventKind.REGISTRATION, "2026-08-20", "2026-08-25", null, null);
    assertThat(own(WindowKind.CHOICE)).isEmpty();
    approved(WindowKind.CHOICE, WindowReach.ALL, WindowPlan.of(NINE, SIX));
    assertThat(one(WindowKind.CHOICE).opensAt()).isEqualTo(NINE);
  }

  @Test
  @DisplayName("WIN-4 in the summer the calendar's registration is that of the summer")
  void summer() {
    period(EventKind.REGISTRATION, "2026-08-20", "2026-08-25", null, null);
    assertThat(own(term(TermType.SUMMER), SECOND_YEAR))
        .extracting(PersonalWindow::kind)
        .containsExactly(WindowKind.SUMMER, WindowKind.CHANGE);
    assertThat(own(autumn, SECOND_YEAR))
        .extracting(PersonalWindow::kind)
        .containsExactly(WindowKind.REGISTRATION, WindowKind.CHANGE);
  }

  @Test
  @DisplayName("WIN-2 only periods that may concern somebody a window is for bound it")
  void periodsOfAWindow() {
    period(EventKind.LATE, "2026-09-08", "2026-09-10", "MASTER", null);
    period(EventKind.LATE, "2026-09-01", "2026-09-03", "BACHELOR", 1);
    TermWindows term = new TermWindows(autumn, windows, calendar, level -> null, ALMATY);
    assertThat(term.periods(WindowKind.LATE, WindowReach.ALL))
        .extracting(WindowSound.Span::from)
        .containsExactly(
            Instant.parse("2026-08-31T19:00:00Z"), Instant.parse("2026-09-07T19:00:00Z"));
    assertThat(term.periods(WindowKind.LATE, SECOND_YEAR)).isEmpty();
    assertThat(term.periods(WindowKind.CHOICE, WindowReach.ALL)).isEmpty();
    assertThat(term.end()).isEqualTo("2027-01-25T19:00:00Z");
  }

  private TermWindows term() {
    return new TermWindows(
        autumn, windows, calendar, level -> new Deadline(LocalDate.of(2026, 9, 7)), ALMATY);
  }

  @Test
  @DisplayName(
      "REG-5 changes end with the student's own window, else the calendar's, else the days")
  void changesUntil() {
    assertThat(term().changesUntil(SECOND_YEAR, "26-0001")).isEqualTo("2026-09-07T19:00:00Z");
    period(EventKind.CHANGE, "2026-09-01", "2026-09-04", null, null);
    assertThat(term().changesUntil(SECOND_YEAR, "26-0001")).isEqualTo("2026-09-04T19:00:00Z");
    Instant october = Instant.parse("2026-10-01T08:00:00Z");
    approved(WindowKind.CHANGE, WindowReach.ALL, WindowPlan.of(NINE, october));
    assertThat(term().changesUntil(SECOND_YEAR, "26-0001")).isEqualTo(october);
  }

  @Test
  @DisplayName("REG-5 where changes are off, nothing is dropped after registration")
  void changesOff() {
    approved(WindowKind.CHANGE, WindowReach.ALL, WindowPlan.OFF);
    assertThat(term().changesUntil(SECOND_YEAR, "26-0001")).isEqualTo("2026-08-31T19:00:00Z");
    approved(WindowKind.REGISTRATION, WindowReach.ALL, WindowPlan.of(NINE, SIX));
    assertThat(term().changesUntil(SECOND_YEAR, "26-0001")).isEqualTo(SIX);
  }

  @Test
  @DisplayName("REG-33 a place in a queue lasts to the end of changes, or of the window open now")
  void waitsUntil() {
    Instant changes = Instant.parse("2026-09-07T19:00:00Z");
    approved(WindowKind.REGISTRATION, WindowReach.ALL, WindowPlan.of(NINE, SIX));
    Instant late = Instant.parse("2026-09-15T13:00:00Z");
    approved(WindowKind.LATE, WindowReach.ALL, WindowPlan.of(changes, late));
    assertThat(term().waitsUntil(SECOND_YEAR, "26-0001", NINE)).isEqualTo(changes);
    assertThat(term().waitsUntil(SECOND_YEAR, "26-0001", changes.minusSeconds(1)))
        .isEqualTo(changes);
    assertThat(term().waitsUntil(SECOND_YEAR, "26-0001", changes)).isEqualTo(late);
    assertThat(term().waitsUntil(SECOND_YEAR, "26-0001", late))
        .as("the office puts somebody there after all windows")
        .isEqualTo(term().end());
  }

  @Test
  @DisplayName("REG-4 registration closes with its last window, or as the calendar says")
  void registrationCloses() {
    assertThat(term().registrationCloses()).isEmpty();
    period(EventKind.REGISTRATION, "2026-08-20", "2026-08-27", null, null);
    Instant calendarEnds = Instant.parse("2026-08-27T19:00:00Z");
    assertThat(term().registrationCloses()).contains(calendarEnds);
    approved(
        WindowKind.REGISTRATION,
        new WindowReach(Level.BACHELOR, null, null),
        WindowPlan.of(NINE, SIX));
    assertThat(term().registrationCloses())
        .as("the others still have the calendar's days")
        .contains(calendarEnds);
    approved(WindowKind.REGISTRATION, WindowReach.ALL, WindowPlan.of(NINE, SIX.minusSeconds(60)));
    assertThat(term().registrationCloses()).contains(SIX);
    approved(WindowKind.REGISTRATION, new WindowReach(null, 7L, null), WindowPlan.OFF);
    window(
        WindowKind.REGISTRATION,
        new WindowReach(null, 8L, null),
        WindowPlan.of(NINE, SIX.plusSeconds(60)));
    assertThat(term().registrationCloses())
        .as("neither one that is off nor one nobody approved counts")
        .contains(SIX);
  }

  @Test
  @DisplayName("REG-4 changes close with their last window, else with the working days of REG-5")
  void changesClose() {
    assertThat(term().changesClose()).isEqualTo(Instant.parse("2026-09-07T19:00:00Z"));
    approved(WindowKind.CHANGE, WindowReach.ALL, WindowPlan.of(NINE, SIX));
    assertThat(term().changesClose()).isEqualTo(SIX);
  }

  @Test
  @DisplayName("REG-4 a small group is proposed, one that has grown no more, one left runs on")
  void proposedWhileSmall() {
    assertThat(SectionClosing.after(null, true)).isEqualTo(SectionClosing.PROPOSED);
    assertThat(SectionClosing.after(null, false)).isNull();
    assertThat(SectionClosing.after(SectionClosing.PROPOSED, true))
        .isEqualTo(SectionClosing.PROPOSED);
    assertThat(SectionClosing.after(SectionClosing.PROPOSED, false)).isNull();
    assertThat(SectionClosing.after(SectionClosing.LEFT, true)).isEqualTo(SectionClosing.LEFT);
  }

  @Test
  @DisplayName("REG-4 groups are proposed from the end of registration to the end of changes")
  void proposedBetween() {
    Instant changes = term().changesClose();
    assertThat(term().proposesGroups(SIX)).as("nothing tells when registration ends").isFalse();
    approved(WindowKind.REGISTRATION, WindowReach.ALL, WindowPlan.of(NINE, SIX));
    assertThat(term().proposesGroups(SIX.minusNanos(1000))).isFalse();
    assertThat(term().proposesGroups(SIX)).isTrue();
    assertThat(term().proposesGroups(changes.minusNanos(1000))).isTrue();
    assertThat(term().proposesGroups(changes)).isFalse();
  }
}
