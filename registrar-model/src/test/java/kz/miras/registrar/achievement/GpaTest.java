package kz.miras.registrar.achievement;

import static kz.miras.registrar.achievement.Ledger.AUTUMN;
import static kz.miras.registrar.achievement.Ledger.SPRING;
import static kz.miras.registrar.achievement.Ledger.SUMMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.GpaComparison;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GpaTest {

  private final GpaCalculator calculator = new GpaCalculator(RulesOfTime.always(Ledger.rules()));
  private final GpaCalculator best = new GpaCalculator(RulesOfTime.always(Ledger.best()));

  private static Ledger afterSummer() {
    return Ledger.autumn().add("S5", SUMMER, ResultKind.RETAKE, 5, "C+");
  }

  @Test
  @DisplayName("GPA-1 autumn: 77.02 / 30 = 2.57, F in the denominator, 25 credits earned")
  void termGpaCountsFailures() {
    GpaStatement term = calculator.term(Ledger.autumn().results(), AUTUMN);
    assertThat(term.points()).isEqualByComparingTo("77.02");
    assertThat(term.credits()).isEqualTo(30);
    assertThat(term.rounded()).contains(new BigDecimal("2.57"));
    assertThat(term.earned()).isEqualTo(Credits.of(25));
  }

  @Test
  @DisplayName("GPA-1 with gpa.includeFail off it would be 77.02 / 25 = 3.08")
  void failuresMayBeLeftOutByParameter() {
    RuleSet without = Ledger.rules().with(RuleParameter.GPA_INCLUDE_FAIL, "false");
    GpaStatement term =
        new GpaCalculator(RulesOfTime.always(without)).term(Ledger.autumn().results(), AUTUMN);
    assertThat(term.rounded()).contains(new BigDecimal("3.08"));
    assertThat(term.lines())
        .filteredOn(it -> it.line().result().discipline().equals("S5"))
        .extracting(GpaLine::part)
        .containsExactly(GpaPart.FAIL_LEFT_OUT);
  }

  @Test
  @DisplayName("GPA-2 GPA-3 after the summer the term stays 2.57, year and cumulative are 2.96")
  void repeatInTheSummer() {
    List<Result> ledger = afterSummer().results();
    assertThat(calculator.term(ledger, AUTUMN).rounded()).contains(new BigDecimal("2.57"));
    assertThat(calculator.year(ledger, 2025).rounded()).contains(new BigDecimal("2.96"));
    GpaStatement all = calculator.cumulative(ledger);
    assertThat(all.points()).isEqualByComparingTo("88.67");
    assertThat(all.credits()).isEqualTo(30);
    assertThat(all.rounded()).contains(new BigDecimal("2.96"));
    assertThat(all.earned()).isEqualTo(Credits.of(30));
    assertThat(all.lines())
        .filteredOn(it -> it.line().result().discipline().equals("S5"))
        .extracting(it -> it.line().reason())
        .containsExactly(Reason.SUPERSEDED_BY_LATER, Reason.LAST_ATTEMPT);
  }

  @Test
  @DisplayName("GPA-4 P and recognition without a grade earn credits and leave GPA at 2.96")
  void resultsWithoutDigitalEquivalent() {
    GpaStatement all =
        calculator.cumulative(
            afterSummer()
                .add("PE", SPRING, ResultKind.MAIN, 2, "P")
                .add("R1", SPRING, ResultKind.RECOGNISED, 5, "TR")
                .results());
    assertThat(all.earned()).isEqualTo(Credits.of(37));
    assertThat(all.rounded()).contains(new BigDecimal("2.96"));
    assertThat(all.lines()).filteredOn(it -> it.part() == GpaPart.NO_DIGITAL).hasSize(2);
  }

  @Test
  @DisplayName("GPA-4 recognition with a grade counts: 103.35 / 34 = 3.04, 41 earned")
  void recognitionWithGrade() {
    GpaStatement all =
        calculator.cumulative(
            afterSummer()
                .add("PE", SPRING, ResultKind.MAIN, 2, "P")
                .add("R1", SPRING, ResultKind.RECOGNISED, 5, "TR")
                .add("R2", SPRING, ResultKind.RECOGNISED, 4, "A-")
                .results());
    assertThat(all.points()).isEqualByComparingTo("103.35");
    assertThat(all.credits()).isEqualTo(34);
    assertThat(all.rounded()).contains(new BigDecimal("3.04"));
    assertThat(all.earned()).isEqualTo(Credits.of(41));
  }

  @Test
  @DisplayName("GPA-1 FX that is not retaken counts 0.5: 2.65")
  void openFxCountsHalfAPoint() {
    GpaStatement term =
        calculator.term(
            new Ledger()
                .add("S1", 5, "A-")
                .add("S2", 5, "B-")
                .add("S3", 5, "A")
                .add("S4", 6, "C")
                .add("S5", 5, "FX")
                .add("S6", 4, "B+")
                .results(),
            AUTUMN);
    assertThat(term.points()).isEqualByComparingTo("79.52");
    assertThat(term.rounded()).contains(new BigDecimal("2.65"));
  }

  @Test
  @DisplayName("GPA-1 published example: (4.0·3 + 3.0·2 + 0.0·3) / 8 = 2.25")
  void publishedExample() {
    GpaStatement term =
        calculator.term(
            new Ledger().add("X", 3, "A").add("Y", 2, "B").add("Z", 3, "F").results(), AUTUMN);
    assertThat(term.points()).isEqualByComparingTo("18");
    assertThat(term.rounded()).contains(new BigDecimal("2.25"));
  }

  @Test
  @DisplayName("ACH-1 a raise that ends worse replaces under LAST (2.65) and not under BEST (2.96)")
  void raiseToAWorseGrade() {
    List<Result> ledger =
        afterSummer().add("S6", TermRef.autumn(2026), ResultKind.GPA_RAISE, 4, "D").results();
    GpaStatement last = calculator.cumulative(ledger);
    assertThat(last.points()).isEqualByComparingTo("79.35");
    assertThat(last.rounded()).contains(new BigDecimal("2.65"));
    GpaStatement underBest = best.cumulative(ledger);
    assertThat(underBest.rounded()).contains(new BigDecimal("2.96"));
    assertThat(underBest.lines())
        .filteredOn(it -> it.line().result().discipline().equals("S6"))
        .extracting(it -> it.line().reason())
        .containsExactly(Reason.BEST_ATTEMPT, Reason.SUPERSEDED_BY_BETTER);
  }

  @Test
  @DisplayName("GPA-5 no graded credits: no GPA, never zero")
  void nothingGradedHasNoGpa() {
    assertThat(calculator.cumulative(List.of()).gpa()).isEmpty();
    assertThat(calculator.cumulative(new Ledger().add("PE", 2, "P").results()).rounded()).isEmpty();
    assertThatThrownBy(() -> new Gpa(BigDecimal.ZERO, 0, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(calculator.cumulative(new Ledger().add("X", 5, "F").results()).rounded())
        .contains(new BigDecimal("0.00"));
  }

  @Test
  @DisplayName("GPA-6 excluded disciplines earn credits, additional study is shown apart")
  void excludedAndAdditional() {
    GpaStatement all =
        calculator.cumulative(
            new Ledger()
                .add("X", 5, "A")
                .add("PE", 2, "D")
                .with(Trait.OUTSIDE_GPA)
                .add("MIL", 10, "C")
                .with(Trait.ADDITIONAL_STUDY)
                .add("IA", 8, "B")
                .with(Trait.FINAL_ATTESTATION)
                .results());
    assertThat(all.credits()).isEqualTo(13);
    assertThat(all.points()).isEqualByComparingTo("44");
    assertThat(all.earned()).isEqualTo(Credits.of(15));
    assertThat(all.earnedAdditional()).isEqualTo(Credits.of(10));
  }

  @Test
  @DisplayName("GPA-2 the FX retake of the session belongs to the term of its attempt")
  void fxRetakeChangesItsOwnTerm() {
    List<Result> ledger =
        new Ledger().add("X", 5, "FX").add("X", AUTUMN, ResultKind.FX, 5, "C-").results();
    GpaStatement term = calculator.term(ledger, AUTUMN);
    assertThat(term.rounded()).contains(new BigDecimal("1.67"));
    assertThat(term.lines())
        .extracting(it -> it.line().reason())
        .containsExactly(Reason.CONTINUED, Reason.ONLY_ATTEMPT);
  }

  @Test
  @DisplayName("GPA-7 the exact fraction is kept, the printed value is HALF_UP")
  void roundingOfTheTie() {
    Gpa tie = new Gpa(new BigDecimal("79.35"), 30, 2);
    assertThat(tie.rounded()).isEqualTo(new BigDecimal("2.65"));
    Gpa below = new Gpa(new BigDecimal("3.495"), 1, 2);
    assertThat(below.reaches(new BigDecimal("3.50"), GpaComparison.ROUNDED)).isTrue();
    assertThat(below.reaches(new BigDecimal("3.50"), GpaComparison.EXACT)).isFalse();
    Gpa third = new Gpa(new BigDecimal("10"), 3, 2);
    assertThat(third.reaches(new BigDecimal("3.3333"), GpaComparison.EXACT)).isTrue();
    assertThat(third.reaches(new BigDecimal("3.3334"), GpaComparison.EXACT)).isFalse();
  }

  @Test
  @DisplayName("GPA-1 every statement adds up from its own lines")
  void linesAddUp() {
    GpaStatement all = calculator.cumulative(afterSummer().results());
    assertThat(
            all.lines().stream()
                .map(it -> it.points().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(all.points());
    assertThat(all.lines().stream().mapToInt(GpaLine::credits).sum()).isEqualTo(all.credits());
    assertThat(all.lines()).hasSize(7);
  }
}
