package kz.miras.registrar.achievement.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.achievement.Ledger;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.shared.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

  private static Explanation explain(Ledger ledger, Figure figure, String of) {
    return all(ledger).explain(figure, of).orElseThrow();
  }

  private static Explanations all(Ledger ledger) {
    List<LedgerEntry> entries = new ArrayList<>();
    ledger.results().forEach(result -> entries.add(entry(result)));
    return Explanations.of(entries, RulesOfTime.always(Ledger.rules()));
  }

  private static LedgerEntry entry(Result result) {
    Cycle cycle =
        result.discipline().equals("PE")
            ? Cycle.GENERAL
            : result.discipline().equals("TR") ? null : Cycle.BASIC;
    return new LedgerEntry(
        new UUID(0, result.position()),
        1,
        result.position(),
        new LedgerEntry.Studied(
            null,
            result.discipline(),
            LocalizedText.of(result.discipline(), result.discipline(), result.discipline()),
            result.credits().value(),
            cycle,
            cycle == null ? null : Component.UNIVERSITY,
            false,
            result.is(Trait.ADDITIONAL_STUDY),
            false),
        new LedgerEntry.Outcome(
            1,
            result.term(),
            result.kind(),
            1,
            null,
            null,
            result.grade(),
            result.date(),
            "policy-bachelor"),
        new LedgerEntry.Source(
            null,
            null,
            "№ " + result.position(),
            result.corrects(),
            result.corrects() == null ? null : "why",
            false,
            "office",
            Instant.parse("2026-01-20T05:00:00Z")),
        new byte[0]);
  }

  @Test
  @DisplayName("ACH-9 the lines of a GPA add up to its sums, and those left out say by which rule")
  void cumulative() {
    Explanation why =
        explain(
            Ledger.autumn()
                .add("S5", Ledger.SUMMER, ResultKind.SUMMER, 5, "C+")
                .add("PE", 2, "P")
                .add("I", 5, "I"),
            Figure.GPA,
            null);
    assertThat(why.value()).isEqualByComparingTo("2.96");
    assertThat(why.points()).isEqualByComparingTo("88.67");
    assertThat(why.credits()).isEqualTo(30);
    assertThat(
            why.lines().stream()
                .filter(Explanation.Line::taken)
                .map(Explanation.Line::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(why.points());
    assertThat(
            why.lines().stream()
                .filter(Explanation.Line::taken)
                .mapToInt(Explanation.Line::credits)
                .sum())
        .isEqualTo(why.credits());
    assertThat(why.lines())
        .filteredOn(line -> !line.taken())
        .extracting(line -> line.code() + " " + line.sign() + " " + line.rule())
        .containsExactlyInAnyOrder("S5 F ACH_1", "PE P GPA_4", "I I ACH_4");
    assertThat(why.rules())
        .contains(CountingRule.GPA_1, CountingRule.GPA_7, CountingRule.ACH_1, CountingRule.GPA_4);
    assertThat(why.ruleSets()).containsExactly("policy-bachelor");
  }

  @Test
  @DisplayName("ACH-9 GPA-2 GPA-3 term and year explain what was counted within them")
  void periods() {
    Ledger ledger = Ledger.autumn().add("S5", Ledger.SUMMER, ResultKind.SUMMER, 5, "C+");
    Explanation autumn = explain(ledger, Figure.TERM_GPA, "2025/2026 AUTUMN");
    assertThat(autumn.value()).isEqualByComparingTo("2.57");
    assertThat(autumn.lines()).hasSize(6).allMatch(Explanation.Line::taken);
    assertThat(autumn.rules()).contains(CountingRule.GPA_2);
    Explanation year = explain(ledger, Figure.YEAR_GPA, "2025/2026");
    assertThat(year.value()).isEqualByComparingTo("2.96");
    assertThat(year.lines()).hasSize(7);
    assertThat(year.rules()).contains(CountingRule.GPA_3);
    assertThat(all(ledger).explain(Figure.YEAR_GPA, "2024/2025")).isEqualTo(Optional.empty());
  }

  @Test
  @DisplayName("ACH-9 credits are explained by cycle, additional study apart and not in the sum")
  void credits() {
    Explanation why =
        explain(
            Ledger.autumn()
                .add("PE", 2, "P")
                .add("TR", 5, "TR")
                .add("M", 5, "A")
                .with(Trait.ADDITIONAL_STUDY),
            Figure.CREDITS,
            null);
    assertThat(why.value()).isEqualByComparingTo("32");
    assertThat(why.lines())
        .extracting(Explanation.Line::group)
        .startsWith("curriculum.cycle.GENERAL", "curriculum.cycle.BASIC")
        .endsWith("curriculum.cycle.ADDITIONAL", "achievement.cycle.OTHER");
    assertThat(
            why.lines().stream()
                .filter(Explanation.Line::taken)
                .mapToInt(Explanation.Line::credits)
                .sum())
        .isEqualTo(32);
  }

  @Test
  @DisplayName("ACH-9 a correction, a failed raise and study over the plan name their rules")
  void rulesOfLines() {
    Explanation why =
        explain(
            Ledger.autumn()
                .add("S4", 6, "B")
                .correcting(4)
                .add("S6", Ledger.SPRING, ResultKind.GPA_RAISE, 4, "F")
                .add("M", 5, "A")
                .with(Trait.ADDITIONAL_STUDY),
            Figure.GPA,
            null);
    assertThat(why.lines())
        .extracting(line -> line.code() + " " + line.sign() + " " + line.rule().number())
        .contains("S4 C ACH-3", "S4 B GPA-1", "S6 F ACH-2", "S6 B+ ACH-2", "M A ACH-6");
  }

  @Test
  @DisplayName("ACH-9 a figure is asked for by its name")
  void named() {
    assertThat(Figure.named("YEAR_GPA")).contains(Figure.YEAR_GPA);
    assertThat(Figure.named("year")).isEmpty();
  }

  @Test
  @DisplayName("ACH-9 HON-1 what stands against honours names its entries, their documents and why")
  void honours() {
    Ledger ledger =
        new Ledger()
            .add("A", 5, "A")
            .add("W", 5, "W")
            .add("W", Ledger.SPRING, ResultKind.RETAKE, 5, "A")
            .add("Z", 5, "C")
            .add("Y", 5, "FX")
            .add("Y", Ledger.AUTUMN, ResultKind.FX, 5, "B")
            .add("M", 5, "D")
            .with(Trait.ADDITIONAL_STUDY);
    Explanation why = explain(ledger, Figure.HONOURS, null);
    assertThat(why.lines())
        .extracting(line -> line.code() + " " + line.document() + " " + line.why())
        .containsExactlyInAnyOrder(
            "Z № 4 achievement.honours.why.letter",
            "Y № 5 achievement.honours.why.retake",
            "Y № 6 achievement.honours.why.retake");
    assertThat(why.lines()).extracting(Explanation.Line::rule).containsOnly(CountingRule.HON_1);
    assertThat(why.rules()).containsExactly(CountingRule.HON_1, CountingRule.HON_2);
    assertThat(why.ruleSets()).isNotEmpty();
  }
}
