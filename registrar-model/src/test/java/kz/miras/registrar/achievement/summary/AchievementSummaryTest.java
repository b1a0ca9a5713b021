package kz.miras.registrar.achievement.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.achievement.Ledger;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.curriculum.Cycle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AchievementSummaryTest {

  private static final String AUTUMN = "2025/2026 AUTUMN";

  private static AchievementSummary of(Ledger ledger, Map<Long, Cycle> cycles) {
    return AchievementSummary.of(ledger.results(), cycles, RulesOfTime.always(Ledger.rules()));
  }

  private static AchievementSummary of(Ledger ledger) {
    return of(ledger, Map.of());
  }

  @Test
  @DisplayName("ACH-7 the worked example: 77.02 of 30 credits, 25 earned, one failure of 5 credits")
  void workedExample() {
    AchievementSummary summary = of(Ledger.autumn());
    assertThat(summary.whole()).hasToString("25, 77.02/30");
    assertThat(summary.terms().get(AUTUMN)).hasToString("25, 77.02/30");
    assertThat(summary.years().get("2025/2026")).hasToString("25, 77.02/30");
    assertThat(summary.failed()).isEqualTo(1);
    assertThat(summary.failedCredits()).isEqualTo(5);
    assertThat(summary.position()).isEqualTo(6);
  }

  @Test
  @DisplayName(
      "ACH-7 GPA-2 a repeat in the summer changes the year and the whole, never the autumn")
  void repeatInTheSummer() {
    AchievementSummary summary =
        of(Ledger.autumn().add("S5", Ledger.SUMMER, ResultKind.SUMMER, 5, "C+"));
    assertThat(summary.whole()).hasToString("30, 88.67/30");
    assertThat(summary.years().get("2025/2026")).hasToString("30, 88.67/30");
    assertThat(summary.terms().get(AUTUMN)).hasToString("25, 77.02/30");
    assertThat(summary.failed()).isZero();
  }

  @Test
  @DisplayName("ACH-7 P and TR earn and leave the sums alone; W, I and NP earn nothing")
  void marks() {
    AchievementSummary summary =
        of(
            Ledger.autumn()
                .add("PE", 2, "P")
                .add("X", 5, "TR")
                .add("W", 5, "W")
                .add("I", 5, "I")
                .add("N", 3, "NP"));
    assertThat(summary.whole()).hasToString("32, 77.02/30");
    assertThat(summary.pending()).isEqualTo(1);
    assertThat(summary.failed()).as("F and NP").isEqualTo(2);
    assertThat(summary.failedCredits()).isEqualTo(8);
  }

  @Test
  @DisplayName("ACH-7 credits are told by cycle; additional study stands apart and owes nothing")
  void cycles() {
    Ledger ledger =
        Ledger.autumn()
            .add("M", 5, "A")
            .with(Trait.ADDITIONAL_STUDY)
            .add("Q", 3, "F")
            .with(Trait.ADDITIONAL_STUDY);
    Map<Long, Cycle> cycles =
        new HashMap<>(Map.of(1L, Cycle.GENERAL, 2L, Cycle.GENERAL, 3L, Cycle.BASIC));
    AchievementSummary summary = of(ledger, cycles);
    assertThat(summary.cycles())
        .isEqualTo(
            new TreeMap<>(Map.of("GENERAL", 10, "BASIC", 5, AchievementSummary.NO_CYCLE, 10)));
    assertThat(summary.earnedAdditional()).isEqualTo(5);
    assertThat(summary.whole().earned()).isEqualTo(25);
    assertThat(summary.failed()).isEqualTo(1);
  }

  @Test
  @DisplayName("ACH-7 GPA-5 without graded credits the denominator is zero, so there is no GPA")
  void nothingGraded() {
    assertThat(of(new Ledger().add("PE", 2, "P")).whole()).hasToString("2, 0.00/0");
  }

  @Test
  @DisplayName("ACH-7 each figure that is not as derived is named with both values")
  void differences() {
    AchievementSummary before = of(Ledger.autumn());
    AchievementSummary after =
        of(Ledger.autumn().add("S5", Ledger.SUMMER, ResultKind.SUMMER, 5, "C+"));
    assertThat(AchievementSummary.between(before, before)).isEmpty();
    List<AchievementSummary.Difference> found = AchievementSummary.between(before, after);
    assertThat(found)
        .extracting(AchievementSummary.Difference::figure)
        .containsExactly(
            "cycle OTHER",
            "earned",
            "failed",
            "gpa",
            "position",
            "term 2025/2026 SUMMER",
            "year 2025/2026");
    assertThat(found)
        .contains(new AchievementSummary.Difference("gpa", "77.02/30", "88.67/30"))
        .contains(new AchievementSummary.Difference("failed", "1 (5)", "0 (0)"));
    assertThat(AchievementSummary.between(null, before)).hasSize(before.figures().size());
  }
}
