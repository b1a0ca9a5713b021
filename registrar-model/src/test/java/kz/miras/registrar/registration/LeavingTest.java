package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.SectionSlot.Weeks;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeavingTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 1, 19);
  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private final Deadline window = Leaving.window(MONDAY, WorkingDays.weekendsOnly(), rules);
  private final Instant until = window.end(ALMATY);

  @Test
  @DisplayName("REG-5 the change window has five working days, the first day of the term included")
  void windowOfFiveDays() {
    assertThat(window.lastDay()).isEqualTo("2026-01-23");
    WorkingDays holiday = new WorkingDays(List.of(LocalDate.of(2026, 1, 21)), List.of());
    assertThat(Leaving.window(MONDAY, holiday, rules).lastDay()).isEqualTo("2026-01-26");
    assertThat(Leaving.window(LocalDate.of(2026, 1, 17), holiday, rules).lastDay())
        .isEqualTo("2026-01-26");
  }

  @Test
  @DisplayName("REG-5 inside the window a student drops without a trace, after it not any more")
  void droppedInsideTheWindow() {
    for (int day = 0; day < 20; day++) {
      boolean allowed =
          Leaving.judge(EnrolmentStatus.DROPPED, false, noon(MONDAY.plusDays(day)), until, null)
              .isAllowed();
      assertThat(allowed).isEqualTo(day <= 4);
    }
  }

  @Test
  @DisplayName(
      "REG-5 after the window a student withdraws with a reason, and only the office cancels")
  void withdrawnWithAReason() {
    LocalDate late = MONDAY.plusDays(60);
    assertThat(codes(EnrolmentStatus.WITHDRAWN, false, late, " "))
        .containsExactly("registration.reason-needed");
    assertThat(codes(EnrolmentStatus.WITHDRAWN, false, late, "application 12")).isEmpty();
    assertThat(codes(EnrolmentStatus.CANCELLED_BY_OR, false, late, "group closed"))
        .containsExactly("registration.leave.not-so");
    assertThat(codes(EnrolmentStatus.CANCELLED_BY_OR, true, late, "group closed")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = EnrolmentStatus.class,
      names = {"REQUESTED", "WAITLISTED", "ENROLLED", "COMPLETED"})
  @DisplayName("REG-5 nobody leaves by calling the discipline completed")
  void noOtherEnds(EnrolmentStatus as) {
    assertThat(codes(as, true, MONDAY, "x")).containsExactly("registration.leave.not-so");
  }

  @Test
  @DisplayName("REG-5 a W is set by who may decide it, every other end needs no decision")
  void decidedW() {
    ZonedDateTime after = until.atZone(ALMATY);
    ZonedDateTime before = after.minusNanos(1);
    for (EnrolmentStatus as : EnrolmentStatus.values()) {
      assertThat(Leaving.decided(as, true, after, until).isAllowed()).isTrue();
      assertThat(Leaving.decided(as, false, before, until).isAllowed())
          .isEqualTo(as != EnrolmentStatus.WITHDRAWN);
      assertThat(Leaving.decided(as, false, after, until).isAllowed())
          .isEqualTo(as != EnrolmentStatus.WITHDRAWN && as != EnrolmentStatus.CANCELLED_BY_OR);
    }
  }

  @Test
  @DisplayName(
      "REG-5 a line without a seat leaves the plan to the last day of changes, while a window is"
          + " open; a draft at any time")
  void unseatedLines() {
    for (int day = -60; day < 20; day++) {
      LocalDate today = MONDAY.plusDays(day);
      assertThat(Leaving.unseated(true, false, noon(today), until).isAllowed()).isTrue();
      assertThat(Leaving.unseated(false, true, noon(today), until).isAllowed()).isEqualTo(day <= 4);
      assertThat(Leaving.unseated(false, false, noon(today), until).refusals())
          .extracting(refusal -> refusal.code())
          .containsExactly(
              day <= 4 ? "registration.leave.no-window" : "registration.leave.line-window");
    }
  }

  @Test
  @DisplayName("REG-5 a window of changes ends at its moment, and says when")
  void endsAtItsMoment() {
    Instant friday = LocalDate.of(2026, 1, 23).atTime(13, 0).atZone(ALMATY).toInstant();
    assertThat(Leaving.dropped(friday.minusNanos(1).atZone(ALMATY), friday).isAllowed()).isTrue();
    assertThat(Leaving.dropped(friday.atZone(ALMATY), friday).refusals())
        .containsExactly(
            Refusal.of("registration.leave.window", "REG-5", LocalDateTime.of(2026, 1, 23, 13, 0)));
    assertThat(Leaving.dropped(until.atZone(ALMATY), until).refusals())
        .containsExactly(
            Refusal.of("registration.leave.window", "REG-5", LocalDate.of(2026, 1, 23)));
  }

  private static ZonedDateTime noon(LocalDate day) {
    return day.atTime(12, 0).atZone(ALMATY);
  }

  private List<String> codes(EnrolmentStatus as, boolean office, LocalDate day, String reason) {
    return Leaving.judge(as, office, noon(day), until, reason).refusals().stream()
        .map(refusal -> refusal.code())
        .toList();
  }

  @Test
  @DisplayName("REG-5 an enrolment ends once; over all pairs of states only the drawn ways exist")
  void endsOnce() {
    for (EnrolmentStatus end : EnrolmentStatus.values()) {
      Enrolment enrolment = new Enrolment(1, 2, EnrolmentType.MAIN, 1, Instant.EPOCH);
      if (EnrolmentStatus.ENROLLED.next().contains(end)) {
        enrolment.end(end, "why", Instant.EPOCH);
        assertThat(enrolment.getStatus()).isEqualTo(end);
        for (EnrolmentStatus again : EnrolmentStatus.values()) {
          assertThatThrownBy(() -> enrolment.end(again, "why", Instant.EPOCH))
              .isInstanceOf(RegistrarException.Refused.class);
        }
      } else {
        assertThatThrownBy(() -> enrolment.end(end, "why", Instant.EPOCH))
            .isInstanceOf(RegistrarException.Refused.class);
      }
    }
  }

  @Test
  @DisplayName(
      "REG-5 what a swap gives up after the changes has W, unless it is the same discipline")
  void swapped() {
    ZonedDateTime inside = until.minusSeconds(1).atZone(ALMATY);
    ZonedDateTime after = until.atZone(ALMATY);
    for (EnrolmentStatus old : EnrolmentStatus.values()) {
      for (boolean same : new boolean[] {true, false}) {
        assertThat(Leaving.swapped(old, same, inside, until)).isEqualTo(EnrolmentStatus.DROPPED);
        assertThat(Leaving.swapped(old, same, after, until))
            .isEqualTo(
                old == EnrolmentStatus.ENROLLED && !same
                    ? EnrolmentStatus.WITHDRAWN
                    : EnrolmentStatus.DROPPED);
      }
    }
  }

  @Test
  @DisplayName("REG-4 an elective of 8 with a minimum of 10 is proposed for cancelling, no other")
  void smallGroups() {
    for (int enrolled = 0; enrolled <= 30; enrolled++) {
      for (Level level : Level.values()) {
        for (Component component : Component.values()) {
          boolean proposed =
              !GroupSize.judge("G", enrolled, component, level, rules).warnings().isEmpty();
          assertThat(proposed)
              .isEqualTo(
                  enrolled < 10 && component == Component.ELECTIVE && level == Level.BACHELOR);
        }
      }
    }
    assertThat(GroupSize.judge("G", 8, Component.ELECTIVE, Level.BACHELOR, rules).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.args()).containsExactly("G", 8, 10));
    assertThat(GroupSize.judge("G", 1, null, Level.BACHELOR, rules).warnings()).isEmpty();
  }

  @Test
  @DisplayName("REG-4 a stream of an elective below 30 is proposed where another could take it")
  void smallStreams() {
    for (int enrolled = 0; enrolled <= 40; enrolled++) {
      for (Component component : Component.values()) {
        for (int others = 0; others <= 2; others++) {
          assertThat(
                  GroupSize.stream("L", enrolled, others, component, Level.BACHELOR, rules)
                      .warnings()
                      .isEmpty())
              .isNotEqualTo(enrolled < 30 && others > 0 && component == Component.ELECTIVE);
        }
      }
    }
    assertThat(GroupSize.stream("L", 1, 1, null, Level.BACHELOR, rules).warnings()).isEmpty();
  }

  @Test
  @DisplayName("REG-11 lessons clash on the same day of a common week where their hours overlap")
  void clashes() {
    LessonTime nine = slot(DayOfWeek.MONDAY, 9, 10, Weeks.ALL);
    assertThat(nine.clashesWith(slot(DayOfWeek.MONDAY, 9, 10, Weeks.ODD))).isTrue();
    assertThat(nine.clashesWith(slot(DayOfWeek.MONDAY, 8, 11, Weeks.EVEN))).isTrue();
    assertThat(nine.clashesWith(slot(DayOfWeek.MONDAY, 10, 11, Weeks.ALL))).isFalse();
    assertThat(nine.clashesWith(slot(DayOfWeek.MONDAY, 8, 9, Weeks.ALL))).isFalse();
    assertThat(nine.clashesWith(slot(DayOfWeek.TUESDAY, 9, 10, Weeks.ALL))).isFalse();
    LessonTime odd = slot(DayOfWeek.MONDAY, 9, 10, Weeks.ODD);
    assertThat(odd.clashesWith(slot(DayOfWeek.MONDAY, 9, 10, Weeks.EVEN))).isFalse();
    assertThat(odd.clashesWith(odd)).isTrue();
  }

  private static LessonTime slot(DayOfWeek day, int from, int to, Weeks weeks) {
    return LessonTime.of(
        new SectionSlot(1, day, LocalTime.of(from, 0), LocalTime.of(to, 0), weeks, "101"));
  }

  @Test
  @DisplayName("REG-5 who leaves the university has W in a term that has begun, nothing in another")
  void departed() {
    for (EnrolmentStatus status : EnrolmentStatus.open()) {
      boolean seated = status == EnrolmentStatus.ENROLLED;
      assertThat(Leaving.departed(status, MONDAY, MONDAY))
          .isEqualTo(seated ? EnrolmentStatus.WITHDRAWN : EnrolmentStatus.DROPPED);
      assertThat(Leaving.departed(status, MONDAY, MONDAY.minusDays(1)))
          .isEqualTo(EnrolmentStatus.DROPPED);
    }
  }

  @Test
  @DisplayName("REG-5 what has ended ends no second time, over all pairs of states")
  void endsFromItsStateOnly() {
    for (EnrolmentStatus now : EnrolmentStatus.values()) {
      for (EnrolmentStatus as : EnrolmentStatus.values()) {
        assertThat(Leaving.ends(now, as).isAllowed()).isEqualTo(now.next().contains(as));
      }
      if (now.next().isEmpty()) {
        assertThat(Leaving.ends(now, EnrolmentStatus.WITHDRAWN).refusals())
            .containsExactly(Refusal.of("registration.enrolment.ended", "REG-5", now));
      }
    }
    assertThat(Leaving.ends(EnrolmentStatus.DROPPED, EnrolmentStatus.DROPPED).isAllowed())
        .isFalse();
  }
}
