package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.achievement.ClosingForecast.Change;
import kz.miras.registrar.achievement.ClosingLimits.Crossed;
import kz.miras.registrar.achievement.ClosingLimits.Crossing;
import kz.miras.registrar.achievement.ClosingLimits.Limit;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.GpaBasis;
import kz.miras.registrar.curriculum.GpaComparison;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
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
    assertThat(promotion(change(basis, YEAR, before, after))).isEqualTo(expected);
  }

  @Test
  @DisplayName("PRO-3 the average of the whole study is compared where the rules say so")
  void ofTheWholeStudy() {
    assertThat(
            promotion(
                ClosingForecast.change(
                    "1",
                    "A",
                    "F",
                    record(new BigDecimal("2.00"), YEAR, null),
                    record(new BigDecimal("1.99"), YEAR, null),
                    limits(GpaBasis.CUMULATIVE, "2.00"))))
        .isEqualTo(Crossing.FALLS);
  }

  @Test
  @DisplayName("PRO-1 without the council's threshold nothing is crossed, nor in another year")
  void noThreshold() {
    StudyRecord before = record(null, YEAR, new BigDecimal("2.50"));
    StudyRecord after = record(null, YEAR, new BigDecimal("1.00"));
    ClosingLimits none = limits(GpaBasis.YEAR, null);
    assertThat(promotion(ClosingForecast.change("1", "A", "F", before, after, none))).isNull();
    assertThat(
            promotion(change(GpaBasis.YEAR, "2024/2025", new BigDecimal("2.50"), BigDecimal.ONE)))
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

  private static ClosingLimits limits(GpaBasis basis, String promotion) {
    return new ClosingLimits(
        basis,
        TermRef.autumn(2025),
        promotion == null ? null : new BigDecimal(promotion),
        null,
        GpaComparison.EXACT,
        Set.of());
  }

  private static Crossing promotion(Change change) {
    return change.crossed().stream()
        .filter(one -> one.limit() == Limit.PROMOTION)
        .map(Crossed::way)
        .findFirst()
        .orElse(null);
  }

  private static StudyRecord record(String ledger) {
    List<LedgerEntry> entries = new java.util.ArrayList<>();
    for (String result : ledger.isEmpty() ? new String[0] : ledger.split(" ")) {
      entries.add(ForecastEntries.autumn(entries.size() + 1, result));
    }
    return StudyRecords.of(entries, RulesOfTime.always(Ledger.rules()));
  }

  @ParameterizedTest
  @CsvSource({
    "A, A B, , ",
    "A, A A C+, , HONOURS FALLS",
    "A A- A-, A A- A- C, STIPEND FALLS, HONOURS FALLS STIPEND FALLS",
    "C, C A A A A, STIPEND stays lost, HONOURS REACHES",
    "'', C, STIPEND FALLS, STIPEND FALLS",
    "'', B, , ",
    "'', NP, a failure, STIPEND FALLS",
    "'', EX, an exemption is no failure, ",
  })
  @DisplayName("HON-1 STP-2 closing tells who crosses the GPA of honours and the stipend's letters")
  void otherLimits(String before, String after, String why, String expected) {
    ClosingLimits limits = ClosingLimits.of(Ledger.rules(), TermRef.autumn(2025), 2, 4, true);
    Change change = ClosingForecast.change("1", "A", "B", record(before), record(after), limits);
    assertThat(
            String.join(
                " ", change.crossed().stream().map(one -> one.limit() + " " + one.way()).toList()))
        .as(why)
        .isEqualTo(expected == null ? "" : expected);
  }

  @Test
  @DisplayName("STP-2 who has no grant loses no stipend; masters have no honours")
  void notTheirs() {
    RuleSet master = RuleSet.defaults(Level.MASTER, LocalDate.of(2025, 9, 1));
    assertThat(ClosingLimits.of(master, TermRef.autumn(2025), 1, 2, false).honours()).isNull();
    ClosingLimits paying =
        ClosingLimits.of(
            Ledger.rules().with(RuleParameter.PROMOTION_GPA_BASIS, "CUMULATIVE"),
            TermRef.autumn(2025),
            1,
            4,
            false);
    assertThat(paying.basis()).isEqualTo(GpaBasis.CUMULATIVE);
    assertThat(paying.crossed(record(""), record("C"))).isEmpty();
  }

  @Test
  @DisplayName("SHT-24 the forecast of a session counts debts and limits of its students")
  void session() {
    ClosingLimits limits = ClosingLimits.of(Ledger.rules(), TermRef.autumn(2025), 2, 4, true);
    Change failing = ClosingForecast.change("1", "A", "F", record("A"), record("A F"), limits);
    Change fine = ClosingForecast.change("2", "B", "A", record("A"), record("A A"), limits);
    SessionForecast forecast = new SessionForecast(3, List.of(failing, fine));
    assertThat(forecast.withNewDebt()).isEqualTo(1);
    assertThat(forecast.withDebtClosed()).isZero();
    assertThat(forecast.falling("STIPEND")).isEqualTo(1);
    assertThat(forecast.falling("HONOURS")).isEqualTo(1);
    assertThat(forecast.reaching("HONOURS")).isZero();
    assertThat(forecast.remarkable()).containsExactly(failing);
  }

  private static Change change(GpaBasis basis, String year, BigDecimal before, BigDecimal after) {
    return ClosingForecast.change(
        "1",
        "A",
        "F",
        record(null, year, before),
        record(null, year, after),
        limits(basis, "2.00"));
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
