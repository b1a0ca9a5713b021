package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.rule.WindowFact;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RegistrationWindowTest {

  private static final Instant OPENS = Instant.parse("2026-08-20T04:00:00Z");
  private static final Instant CLOSES = Instant.parse("2026-08-25T13:00:00Z");
  private static final Instant TERM_END = Instant.parse("2027-01-25T19:00:00Z");
  private static final UUID WINDOW = UUID.fromString("5b0ee3a0-94d5-4b2e-8f7f-3a1f0c6f9d11");

  private static Verdict judge(WindowKind kind, WindowPlan plan, TermType term) {
    return WindowSound.judge(kind, plan, term, TERM_END, List.of());
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("WIN-1 a window closes after it opens, and with its term at the latest")
  void timesInOrder() {
    WindowKind kind = WindowKind.REGISTRATION;
    assertThat(judge(kind, WindowPlan.of(OPENS, CLOSES), TermType.AUTUMN))
        .isEqualTo(Verdict.allowed());
    assertThat(judge(kind, WindowPlan.of(OPENS, TERM_END), TermType.AUTUMN))
        .isEqualTo(Verdict.allowed());
    assertThat(codes(judge(kind, WindowPlan.of(OPENS, OPENS), TermType.AUTUMN)))
        .containsExactly("registration.window.order");
    assertThat(codes(judge(kind, WindowPlan.of(OPENS, TERM_END.plusMillis(1)), TermType.AUTUMN)))
        .containsExactly("registration.window.after-term");
    assertThat(codes(judge(kind, WindowPlan.of(OPENS, null), TermType.AUTUMN)))
        .containsExactly("registration.window.times");
    assertThat(codes(judge(kind, WindowPlan.of(null, CLOSES), TermType.AUTUMN)))
        .containsExactly("registration.window.times");
  }

  @Test
  @DisplayName("WIN-1 a stage that is off has no times")
  void offHasNoTimes() {
    assertThat(judge(WindowKind.CHOICE, WindowPlan.OFF, TermType.SPRING).isAllowed()).isTrue();
    WindowPlan mixed = new WindowPlan(true, OPENS, CLOSES, 1, 0);
    assertThat(codes(judge(WindowKind.CHOICE, mixed, TermType.SPRING)))
        .containsExactly("registration.window.off-times");
  }

  @ParameterizedTest
  @CsvSource({
    // the window is 129 hours long
    "1,0,''",
    "3,120,''",
    "48,160,''",
    "0,0,registration.window.waves",
    "49,1,registration.window.waves",
    "1,30,registration.window.minutes",
    "2,0,registration.window.minutes",
    "2,1441,registration.window.minutes",
    "2,1440,''",
    // the last of 44 waves would begin with the end
    "44,180,registration.window.last-wave",
    "43,180,''"
  })
  @DisplayName("WIN-1 waves are 1 to 48, a day apart at most, and the last begins before the end")
  void wavesFit(int waves, int minutes, String refused) {
    WindowPlan plan = new WindowPlan(false, OPENS, CLOSES, waves, minutes);
    assertThat(codes(judge(WindowKind.REGISTRATION, plan, TermType.AUTUMN)))
        .isEqualTo(refused.isEmpty() ? List.of() : List.of(refused));
  }

  @ParameterizedTest
  @EnumSource(TermType.class)
  @DisplayName("WIN-1 the summer has a registration of its own, the other terms have none of it")
  void summerIsApart(TermType term) {
    for (WindowKind kind : WindowKind.values()) {
      boolean always = kind == WindowKind.CHANGE || kind == WindowKind.LATE;
      boolean fits = always || (kind == WindowKind.SUMMER) == term.isSummer();
      Verdict verdict = judge(kind, WindowPlan.of(OPENS, CLOSES), term);
      assertThat(verdict.isAllowed()).as("%s in %s", kind, term).isEqualTo(fits);
    }
  }

  @Test
  @DisplayName("WIN-1 a programme has one level; a window for another level of it is for nobody")
  void levelOfTheProgramme() {
    WindowReach reach = new WindowReach(Level.MASTER, 7L, null);
    assertThat(codes(WindowSound.reach(reach, Level.BACHELOR)))
        .containsExactly("registration.window.level");
    assertThat(WindowSound.reach(reach, Level.MASTER).isAllowed()).isTrue();
    assertThat(WindowSound.reach(reach, null).isAllowed()).isTrue();
    assertThat(WindowSound.reach(WindowReach.ALL, Level.BACHELOR).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("WIN-2 a window that leaves the period of the academic calendar is warned of")
  void outsideTheCalendar() {
    WindowSound.Span exact = new WindowSound.Span(OPENS, CLOSES);
    WindowSound.Span late = new WindowSound.Span(OPENS.plusSeconds(1), CLOSES);
    WindowSound.Span brief = new WindowSound.Span(OPENS, CLOSES.minusSeconds(1));
    assertThat(warned(List.of())).isFalse();
    assertThat(warned(List.of(exact))).isFalse();
    assertThat(warned(List.of(late))).isTrue();
    assertThat(warned(List.of(brief))).isTrue();
    assertThat(warned(List.of(brief, exact))).isFalse();
  }

  private static boolean warned(List<WindowSound.Span> calendar) {
    Verdict verdict =
        WindowSound.judge(
            WindowKind.LATE, WindowPlan.of(OPENS, CLOSES), TermType.AUTUMN, TERM_END, calendar);
    assertThat(verdict.isAllowed()).isTrue();
    return !verdict.warnings().isEmpty();
  }

  @Test
  @DisplayName("WIN-3 who prepared a window does not approve it, and nothing is approved twice")
  void twoPeople() {
    assertThat(WindowApproval.judge(WindowStatus.PREPARED, "deputy", "director").isAllowed())
        .isTrue();
    assertThat(codes(WindowApproval.judge(WindowStatus.PREPARED, "deputy", "deputy")))
        .containsExactly("registration.window.own");
    assertThat(codes(WindowApproval.judge(WindowStatus.APPROVED, "deputy", "director")))
        .containsExactly("registration.window.approved");
    assertThat(WindowApproval.asSeen(3, 3).isAllowed()).isTrue();
    assertThat(codes(WindowApproval.asSeen(3, 4))).containsExactly("registration.window.stale");
  }

  @Test
  @DisplayName("WIN-3 a change waits for approval; what was approved stays in force until then")
  void changeWaits() {
    RegistrationWindow window = window(WindowReach.ALL, WindowPlan.of(OPENS, CLOSES));
    assertThat(window.inForce()).isEmpty();
    assertThat(window.personal("26-0001")).isEmpty();
    window.approve("director", OPENS);
    assertThat(window.getStatus()).isEqualTo(WindowStatus.APPROVED);
    WindowPlan longer = WindowPlan.of(OPENS, CLOSES.plusSeconds(7200));
    window.prepare(longer, "senior", OPENS);
    assertThat(window.getStatus()).isEqualTo(WindowStatus.PREPARED);
    assertThat(window.plan()).isEqualTo(longer);
    assertThat(window.inForce()).contains(WindowPlan.of(OPENS, CLOSES));
    window.approve("director", OPENS);
    assertThat(window.inForce()).contains(longer);
    assertThat(WindowApproval.changed(true).warnings()).hasSize(1);
    assertThat(WindowApproval.changed(false)).isEqualTo(Verdict.allowed());
  }

  @Test
  @DisplayName("WIN-4 a programme is narrower than a course, a course than a level, all than none")
  void narrowest() {
    WindowReach student = new WindowReach(Level.BACHELOR, 7L, 2);
    List<WindowReach> fromWide =
        List.of(
            WindowReach.ALL,
            new WindowReach(Level.BACHELOR, null, null),
            new WindowReach(null, null, 2),
            new WindowReach(Level.BACHELOR, null, 2),
            new WindowReach(null, 7L, null),
            new WindowReach(Level.BACHELOR, 7L, null),
            new WindowReach(null, 7L, 2),
            student);
    assertThat(fromWide).allMatch(reach -> reach.includes(student));
    assertThat(fromWide.stream().map(WindowReach::narrowness)).isSorted().doesNotHaveDuplicates();
    assertThat(
            List.of(
                new WindowReach(Level.MASTER, null, null),
                new WindowReach(null, 8L, null),
                new WindowReach(null, 7L, 3),
                new WindowReach(Level.BACHELOR, 7L, 1)))
        .noneMatch(reach -> reach.includes(student));
  }

  @Test
  @DisplayName(
      "WIN-4 the open window tells, else the next, else the last one, else one that is off")
  void tellingWindow() {
    PersonalWindow early = PersonalWindow.of(WindowKind.REGISTRATION, OPENS, CLOSES);
    PersonalWindow change = PersonalWindow.of(WindowKind.CHANGE, CLOSES, CLOSES.plusSeconds(60));
    PersonalWindow late = PersonalWindow.of(WindowKind.LATE, OPENS, TERM_END);
    PersonalWindow off = new PersonalWindow("w", WindowKind.CHOICE, true, null, null, 1, 1);
    List<PersonalWindow> own = List.of(off, late, change, early);
    assertThat(PersonalWindow.telling(own, OPENS.minusMillis(1))).contains(early);
    assertThat(PersonalWindow.telling(own, OPENS)).contains(early);
    assertThat(PersonalWindow.telling(own, CLOSES.minusMillis(1))).contains(early);
    assertThat(PersonalWindow.telling(own, CLOSES)).contains(change);
    assertThat(PersonalWindow.telling(own, CLOSES.plusSeconds(60))).contains(late);
    assertThat(PersonalWindow.telling(own, TERM_END)).contains(late);
    assertThat(PersonalWindow.telling(List.of(off), OPENS)).contains(off);
    assertThat(PersonalWindow.telling(List.of(), OPENS)).isEmpty();
    assertThat(off.isOpenAt(OPENS) || off.isAheadOf(OPENS) || off.isOverAt(OPENS)).isFalse();
  }

  @Test
  @DisplayName(
      "WIN-4 the choice of disciplines gives no seat; registration that is off none at all")
  void windowsForSeats() {
    PersonalWindow choice = PersonalWindow.of(WindowKind.CHOICE, OPENS, CLOSES);
    PersonalWindow change = PersonalWindow.of(WindowKind.CHANGE, OPENS, TERM_END);
    PersonalWindow late = PersonalWindow.of(WindowKind.LATE, OPENS, TERM_END);
    for (WindowKind kind : List.of(WindowKind.REGISTRATION, WindowKind.SUMMER)) {
      PersonalWindow stage = PersonalWindow.of(kind, OPENS, CLOSES);
      PersonalWindow off = new PersonalWindow("w", kind, true, null, null, 1, 1);
      assertThat(PersonalWindow.forSeats(List.of(stage, change, choice, late)))
          .containsExactly(stage, change, late);
      assertThat(PersonalWindow.forSeats(List.of(off, change, choice, late))).containsExactly(off);
      assertThat(PersonalWindow.forSeats(List.of(off, stage))).contains(stage);
    }
    PersonalWindow off = new PersonalWindow("w", WindowKind.CHOICE, true, null, null, 1, 1);
    assertThat(PersonalWindow.forSeats(List.of(off, change))).containsExactly(change);
    assertThat(PersonalWindow.forSeats(List.of(choice))).isEmpty();
    WindowFact fact = WindowFact.of(List.of(off), OPENS);
    assertThat(fact.isOff()).isTrue();
    assertThat(WindowFact.of(List.of(choice), OPENS).isOff()).isFalse();
    assertThat(WindowFact.NONE.isOff()).isFalse();
  }

  @Test
  @DisplayName("WIN-5 the lot is stable, even and known before: a worked example")
  void lot() {
    assertThat(WindowLot.wave(WINDOW, "26-0001", 1)).isZero();
    int[] drawn = new int[3];
    for (int i = 0; i < 3000; i++) {
      String student = "26-" + i;
      int wave = WindowLot.wave(WINDOW, student, 3);
      assertThat(WindowLot.wave(WINDOW, student, 3)).isEqualTo(wave);
      drawn[wave]++;
    }
    assertThat(Arrays.stream(drawn)).allMatch(n -> n > 900 && n < 1100);
    // printf '5b0ee3a0-94d5-4b2e-8f7f-3a1f0c6f9d11:26-0001' | sha256sum
    assertThat(WindowLot.wave(WINDOW, "26-0001", 1000)).isEqualTo(755);
  }

  @Test
  @DisplayName("WIN-5 the ticket is the start of the drawn wave; every wave closes together")
  void ticket() {
    RegistrationWindow window =
        window(WindowReach.ALL, new WindowPlan(false, OPENS, CLOSES, 4, 30));
    window.approve("director", OPENS);
    for (int i = 0; i < 50; i++) {
      String student = "26-" + i;
      PersonalWindow own = window.personal(student).orElseThrow();
      int wave = WindowLot.wave(window.getUuid(), student, 4);
      assertThat(own.wave()).isEqualTo(wave + 1);
      assertThat(own.opensAt()).isEqualTo(OPENS.plusSeconds(1800L * wave));
      assertThat(own.closesAt()).isEqualTo(CLOSES);
      assertThat(own.isOpenAt(own.opensAt())).isTrue();
      assertThat(own.isOpenAt(own.opensAt().minusMillis(1))).isFalse();
    }
  }

  private static RegistrationWindow window(WindowReach reach, WindowPlan plan) {
    return new RegistrationWindow(1, WindowKind.REGISTRATION, reach, plan, "deputy", OPENS);
  }

  @Test
  @DisplayName(
      "WIN-3 a window in force is taken away by who approves, a prepared one by who prepares")
  void takenAway() {
    for (boolean inForce : new boolean[] {true, false}) {
      for (boolean prepares : new boolean[] {true, false}) {
        for (boolean approves : new boolean[] {true, false}) {
          assertThat(codes(WindowApproval.removed("moved", inForce, prepares, approves)))
              .isEqualTo(
                  (inForce ? approves : prepares)
                      ? List.of()
                      : List.of("registration.window.removal"));
        }
      }
    }
    assertThat(WindowApproval.removed(" ", true, true, true).refusals())
        .containsExactly(Refusal.of("field.required", "WIN-3").at("reason"));
  }
}
