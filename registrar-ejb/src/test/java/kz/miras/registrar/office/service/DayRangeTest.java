package kz.miras.registrar.office.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRangeTest {

  @ParameterizedTest
  @CsvSource({
    "24.11.2026,2026-11-24,2026-11-24",
    "1.9.2026,2026-09-01,2026-09-01",
    "2026-11-24,2026-11-24,2026-11-24",
    "02.2024,2024-02-01,2024-02-29",
    "2026-02,2026-02-01,2026-02-28",
    "2026,2026-01-01,2026-12-31",
    "01.11.2026–24.11.2026,2026-11-01,2026-11-24",
    "01.11.2026..11.2026,2026-11-01,2026-11-30",
    "2025 - 2026,2025-01-01,2026-12-31"
  })
  @DisplayName("days, months, years and spans of them are understood")
  void daysMonthsAndYearsAreUnderstood(String typed, LocalDate from, LocalDate to) {
    assertThat(DayRange.of(typed)).isEqualTo(new DayRange(from, to));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "31.02.2026", "13.2026", "24.11", "1' OR 1=1", "0.0.0000"})
  @DisplayName("what is no day matches nothing")
  void whatIsNoDayMatchesNothing(String typed) {
    DayRange range = DayRange.of(typed);
    assertThat(range.from()).isAfter(range.to());
  }
}
