package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.registration.rule.LessonTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WeekFeedDaysTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 9, 1);
  private static final LocalDate THURSDAY = LocalDate.of(2026, 9, 24);

  private static List<LocalDate> days(DayOfWeek day, LocalDate... holidays) {
    LessonTime lesson =
        new LessonTime(day, LocalTime.of(9, 0), LocalTime.of(9, 50), SectionSlot.Weeks.ALL, 1, 40);
    return WeekFeeds.days(
        lesson, TUESDAY, THURSDAY, 4, new WorkingDays(Set.of(holidays), Set.of()));
  }

  @Test
  @DisplayName("a term that begins on a Tuesday has no lesson on the Monday before")
  void notBeforeTheTerm() {
    assertThat(days(DayOfWeek.MONDAY))
        .containsExactly(
            LocalDate.of(2026, 9, 7), LocalDate.of(2026, 9, 14), LocalDate.of(2026, 9, 21));
  }

  @Test
  @DisplayName("a term that ends on a Thursday has no lesson on the Friday after")
  void notAfterTheTerm() {
    assertThat(days(DayOfWeek.FRIDAY)).hasSize(3).allMatch(day -> day.isBefore(THURSDAY));
  }

  @Test
  @DisplayName("Saturdays have lessons, a Saturday that is a holiday has none")
  void noLessonOnHolidays() {
    LocalDate holiday = LocalDate.of(2026, 9, 12);
    assertThat(days(DayOfWeek.SATURDAY, holiday))
        .containsExactly(LocalDate.of(2026, 9, 5), LocalDate.of(2026, 9, 19));
    assertThat(days(DayOfWeek.WEDNESDAY, LocalDate.of(2026, 9, 9)))
        .containsExactly(
            LocalDate.of(2026, 9, 2), LocalDate.of(2026, 9, 16), LocalDate.of(2026, 9, 23));
  }
}
