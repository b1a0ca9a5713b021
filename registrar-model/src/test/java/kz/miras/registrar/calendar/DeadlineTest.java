package kz.miras.registrar.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private final WorkingDays calendar =
      new WorkingDays(
          List.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 7)),
          List.of(LocalDate.of(2026, 5, 16)));

  @Test
  @DisplayName("DDL-1 working days leave out weekends and holidays and count worked Saturdays")
  void workingDaysLeaveOutHolidays() {
    LocalDate thursday = LocalDate.of(2026, 4, 30);
    assertThat(Deadline.workingDaysAfter(thursday, 1, calendar).lastDay()).isEqualTo("2026-05-04");
    assertThat(Deadline.workingDaysAfter(LocalDate.of(2026, 5, 6), 1, calendar).lastDay())
        .isEqualTo("2026-05-08");
    assertThat(Deadline.workingDaysAfter(LocalDate.of(2026, 5, 15), 1, calendar).lastDay())
        .isEqualTo("2026-05-16");
    assertThat(calendar.minusWorkingDays(LocalDate.of(2026, 5, 4), 1)).isEqualTo(thursday);
  }

  @Test
  @DisplayName(
      "DDL-1 worked examples: ministry in 3 working days, appeal by Monday, diploma in 30 days")
  void workedExamples() {
    WorkingDays newYear =
        new WorkingDays(List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)), List.of());
    assertThat(Deadline.workingDaysAfter(LocalDate.of(2025, 10, 3), 3, newYear).lastDay())
        .isEqualTo("2025-10-08");
    Deadline appeal =
        Deadline.workingDaysAfter(Instant.parse("2025-12-26T12:00:00Z"), 1, newYear, ALMATY);
    assertThat(appeal.lastDay()).isEqualTo("2025-12-29");
    assertThat(appeal.isKeptAt(Instant.parse("2025-12-29T18:59:59Z"), ALMATY)).isTrue();
    assertThat(appeal.isKeptAt(Instant.parse("2025-12-29T19:00:00Z"), ALMATY)).isFalse();
    assertThat(Deadline.workingDaysAfter(LocalDate.of(2025, 12, 31), 1, newYear).lastDay())
        .isEqualTo("2026-01-05");
    assertThat(Deadline.calendarDaysAfter(LocalDate.of(2026, 6, 20), 30).lastDay())
        .isEqualTo("2026-07-20");
  }

  @Test
  @DisplayName("DDL-1 every day of two years is followed by the next working one and back again")
  void forthAndBack() {
    for (int day = 0; day < 730; day++) {
      LocalDate from = LocalDate.of(2025, 1, 1).plusDays(day);
      for (int days = 0; days <= 15; days++) {
        LocalDate to = calendar.plusWorkingDays(from, days);
        assertThat(from.plusDays(1).datesUntil(to.plusDays(1)).filter(calendar::isWorking).count())
            .isEqualTo(days);
        assertThat(days == 0 || calendar.isWorking(to)).isTrue();
        if (calendar.isWorking(from)) {
          assertThat(calendar.minusWorkingDays(to, days)).isEqualTo(from);
        }
      }
    }
  }

  @Test
  @DisplayName("DDL-1 the last day counts until midnight of the university's zone")
  void lastDayCountsUntilMidnight() {
    Deadline deadline = Deadline.calendarDaysAfter(LocalDate.of(2026, 5, 1), 3);
    assertThat(deadline.isKeptAt(Instant.parse("2026-05-04T18:59:59Z"), ALMATY)).isTrue();
    assertThat(deadline.isKeptAt(Instant.parse("2026-05-04T19:00:00Z"), ALMATY)).isFalse();
  }

  @Test
  @DisplayName("DDL-1 a year whose holidays are not loaded is not trusted")
  void yearWithoutHolidaysIsNotCovered() {
    assertThat(calendar.covers(2026)).isTrue();
    assertThat(calendar.covers(2027)).isFalse();
  }
}
