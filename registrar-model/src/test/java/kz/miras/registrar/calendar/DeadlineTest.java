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
