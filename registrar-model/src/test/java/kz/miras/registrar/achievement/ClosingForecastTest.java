package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.ClosingForecast.Change;
import kz.miras.registrar.achievement.ClosingForecast.Crossing;
import kz.miras.registrar.achievement.ClosingForecast.Threshold;
import kz.miras.registrar.curriculum.GpaBasis;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosingForecastTest {

  private static final String YEAR = "2025/2026";

  @ParameterizedTest
  @CsvSource({
    "YEAR, 2.00, 1.99, FALLS",
    "YEAR, 1.99, 2.00, REACHES",
    "YEAR, 2.00, 2.00,",
    "YEAR, 2.01, 2.00,",
    "YEAR, 1.98, 1.99,",
    "YEAR, , 1.50,",
    "YEAR, 2.50, ,",
    "CUMULATIVE, 2.00, 1.99,"
  })
  @DisplayName("PRO-3 closing tells whose average of the year passes the threshold of 2.00")
  void ofTheYear(GpaBasis basis, BigDecimal before, BigDecimal after, Crossing expected) {
    assertThat(change(basis, YEAR, before, after).crossing()).isEqualTo(expected);
  }

  @Test
  @DisplayName("PRO-3 the average of the whole study is compared where the rules say so")
  void ofTheWholeStudy() {
    assertThat(
            ClosingForecast.change(
                    "1",
                    "A",
                    "F",
                    record(new BigDecimal("2.00"), YEAR, null),
                    record(new BigDecimal("1.99"), YEAR, null),
                    new Threshold(GpaBasis.CUMULATIVE, YEAR, new BigDecimal("2.00")))
                .crossing())
        .isEqualTo(Crossing.FALLS);
  }

  @Test
  @DisplayName("PRO-1 without the council's threshold nothing is crossed, nor in another year")
  void noThreshold() {
    StudyRecord before = record(null, YEAR, new BigDecimal("2.50"));
    StudyRecord after = record(null, YEAR, new BigDecimal("1.00"));
    Threshold none = new Threshold(GpaBasis.YEAR, YEAR, null);
    assertThat(ClosingForecast.change("1", "A", "F", before, after, none).crossing()).isNull();
    assertThat(
            change(GpaBasis.YEAR, "2024/2025", new BigDecimal("2.50"), BigDecimal.ONE).crossing())
        .isNull();
  }

  @Test
  @DisplayName("PRO-3 the forecast counts who falls below")
  void counted() {
    Change falls = change(GpaBasis.YEAR, YEAR, new BigDecimal("2.50"), BigDecimal.ONE);
    Change stays = change(GpaBasis.YEAR, YEAR, new BigDecimal("2.50"), new BigDecimal("2.40"));
    assertThat(
            new ClosingForecast(LocalDate.EPOCH, null, false, List.of(falls, stays, falls))
                .fallen())
        .isEqualTo(2);
  }

  private static Change change(GpaBasis basis, String year, BigDecimal before, BigDecimal after) {
    return ClosingForecast.change(
        "1",
        "A",
        "F",
        record(null, year, before),
        record(null, year, after),
        new Threshold(basis, YEAR, new BigDecimal("2.00")));
  }

  private static StudyRecord record(BigDecimal gpa, String year, BigDecimal ofYear) {
    return new StudyRecord(
        List.of(),
        List.of(new StudyRecord.YearPart(year, 0, ofYear, BigDecimal.ZERO, 0)),
        0,
        0,
        gpa,
        BigDecimal.ZERO,
        0,
        List.of());
  }
}
