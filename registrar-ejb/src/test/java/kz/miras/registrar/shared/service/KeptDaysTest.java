package kz.miras.registrar.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeptDaysTest {

  private static String written(String text) {
    return KeptDays.written(text, DateTimeFormatter.ofPattern("dd.MM.yyyy")::format);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "№ АК-1/3, 2026-06-10 | № АК-1/3, 10.06.2026",
        "2024-02-29; 2026-12-31 | 29.02.2024; 31.12.2026",
        "2026-02-30, 2026-02-28 | 2026-02-30, 28.02.2026"
      })
  @DisplayName("DOC-70 days of a kept text are written as people write them")
  void days(String kept, String shown) {
    assertThat(written(kept)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30",
        "2025-02-29",
        "2026-04-31",
        "0000-00-00",
        "2026-13-01",
        "A-2026-06-10",
        "2026-06-10/7",
        "12026-06-10",
        "2026-06-1",
        "",
        "$1 \\1"
      })
  @DisplayName("DOC-70 what is no day stays as it was kept")
  void others(String kept) {
    assertThat(written(kept)).isEqualTo(kept);
    assertThat(KeptDays.written("2026-06-10", (LocalDate day) -> kept)).isEqualTo(kept);
  }

  @Test
  @DisplayName("DOC-70 nothing kept is nothing written")
  void nothing() {
    assertThat(written(null)).isEmpty();
  }
}
