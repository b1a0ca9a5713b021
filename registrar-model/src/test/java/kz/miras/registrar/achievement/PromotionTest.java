package kz.miras.registrar.achievement;

import static kz.miras.registrar.achievement.Ledger.AUTUMN;
import static kz.miras.registrar.achievement.Ledger.SUMMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PromotionTest {

  private final RuleSet rules = decided(Map.of());
  private final PromotionPolicy policy = new PromotionPolicy(rules);

  private static RuleSet decided(Map<RuleParameter, String> more) {
    Map<RuleParameter, String> values = new EnumMap<>(RuleParameter.class);
    values.put(RuleParameter.PROMOTION_THRESHOLDS, "1=1.80; 2=2.00; 3=2.10; 4=2.20");
    values.put(RuleParameter.PROMOTION_DECISION_NUMBER, "11");
    values.put(RuleParameter.PROMOTION_DECISION_DATE, "2025-05-28");
    values.putAll(more);
    RuleSet base = Ledger.rules();
    return RuleSet.of("b", 1, base.level(), base.validFrom(), values);
  }

  private PromotionDecision decide(Ledger ledger) {
    List<Result> results = ledger.results();
    List<Debt> debts =
        DebtPolicy.debts(
            CountedResults.of(results, RulesOfTime.always(rules)), List.of(), SUMMER, List.of());
    return policy.decide(
        2,
        new GpaCalculator(RulesOfTime.always(rules)).year(results, 2025).gpa(),
        DebtPolicy.credits(debts),
        true);
  }

  @Test
  @DisplayName("PRO-3 (a) 58.35 / 30 = 1.945 prints 1.95, below 2.00: repeat year")
  void belowTheThresholdRepeats() {
    PromotionDecision decision =
        decide(
            new Ledger()
                .add("1", 5, "C-")
                .add("2", 5, "C+")
                .add("3", 5, "C")
                .add("4", 5, "C")
                .add("5", 5, "C")
                .add("6", 5, "C-"));
    assertThat(decision.gpa()).isEqualTo(new BigDecimal("1.95"));
    assertThat(decision.decided()).contains(PromotionOutcome.REPEAT);
    assertThat(PromotionOutcome.REPEAT.transferStatus()).hasValue(23);
  }

  @Test
  @DisplayName("PRO-3 (b) exactly 2.00 is promoted")
  void exactlyTheThresholdIsPromoted() {
    PromotionDecision decision =
        decide(new Ledger().add("1", 5, "C+").add("2", 5, "C-").add("3", 5, "C"));
    assertThat(decision.gpa()).isEqualTo(new BigDecimal("2.00"));
    assertThat(decision.decided()).contains(PromotionOutcome.PROMOTED);
  }

  @Test
  @DisplayName("PRO-3 DEB-1 (c) 2.57 with an F: promoted with a debt of 5 credits")
  void openDebtIsCarried() {
    PromotionDecision decision = decide(Ledger.autumn());
    assertThat(decision.decided()).contains(PromotionOutcome.PROMOTED_WITH_DEBT);
    assertThat(decision.debtCredits()).isEqualTo(Credits.of(5));
  }

  @Test
  @DisplayName("PRO-3 DEB-2 (d) the summer closes the debt: 2.96, promoted")
  void summerClosesTheDebt() {
    PromotionDecision decision =
        decide(Ledger.autumn().add("S5", SUMMER, ResultKind.RETAKE, 5, "C+"));
    assertThat(decision.gpa()).isEqualTo(new BigDecimal("2.96"));
    assertThat(decision.decided()).contains(PromotionOutcome.PROMOTED);
    assertThat(PromotionOutcome.PROMOTED.transferStatus()).hasValue(4);
    assertThat(PromotionOutcome.GRADUATED.transferStatus()).isEmpty();
  }

  @Test
  @DisplayName("PRO-3 (e) 1.995 exactly prints 2.00 and is promoted")
  void comparedAsPrinted() {
    PromotionDecision decision =
        policy.decide(2, Optional.of(new Gpa(new BigDecimal("399"), 200, 2)), Credits.ZERO, true);
    assertThat(decision.decided()).contains(PromotionOutcome.PROMOTED);
  }

  @Test
  @DisplayName("PRO-1 without the council's decision there is no promotion run")
  void noDecisionNoPromotion() {
    PromotionDecision decision =
        new PromotionPolicy(Ledger.rules())
            .decide(2, Optional.of(new Gpa(BigDecimal.TEN, 3, 2)), Credits.ZERO, true);
    assertThat(decision.decided()).isEmpty();
    assertThat(decision.verdict().refusals()).extracting(Refusal::rule).containsExactly("PRO-1");
    assertThat(policy.decide(6, Optional.empty(), Credits.ZERO, true).decided()).isEmpty();
  }

  @Test
  @DisplayName("PRO-2 before the summer is closed the decision is provisional")
  void provisionalBeforeTheSummerIsClosed() {
    PromotionDecision decision =
        policy.decide(2, Optional.of(new Gpa(BigDecimal.ONE, 1, 2)), Credits.ZERO, false);
    assertThat(decision.decided()).contains(PromotionOutcome.REPEAT);
    assertThat(decision.verdict().provisional()).isTrue();
    assertThat(decision.verdict().warnings()).extracting(Refusal::rule).containsExactly("PRO-2");
  }

  @Test
  @DisplayName("PRO-3 debts above the university's maximum repeat; no GPA decides nothing")
  void limitsOfDebt() {
    PromotionPolicy strict =
        new PromotionPolicy(decided(Map.of(RuleParameter.PROMOTION_MAX_DEBT_CREDITS, "10")));
    Optional<Gpa> good = Optional.of(new Gpa(new BigDecimal("3"), 1, 2));
    assertThat(strict.decide(2, good, Credits.of(10), true).decided())
        .contains(PromotionOutcome.PROMOTED_WITH_DEBT);
    assertThat(strict.decide(2, good, Credits.of(11), true).decided())
        .contains(PromotionOutcome.REPEAT);
    PromotionDecision none = strict.decide(2, Optional.empty(), Credits.ZERO, true);
    assertThat(none.decided()).isEmpty();
    assertThat(none.verdict().refusals()).extracting(Refusal::rule).containsExactly("PRO-3");
  }

  @Test
  @DisplayName("DEB-1 failed, not taken and difference are debts; I within its deadline is none")
  void causesOfDebts() {
    CountedResults counted =
        CountedResults.of(
            new Ledger().add("F1", 5, "F").add("OK", 5, "D").add("I1", 5, "I").results(),
            RulesOfTime.always(rules));
    List<Debt> debts =
        DebtPolicy.debts(
            counted,
            List.of(
                Obligation.planned("OK", Credits.of(5), AUTUMN),
                Obligation.planned("F1", Credits.of(5), AUTUMN),
                Obligation.planned("I1", Credits.of(5), AUTUMN),
                Obligation.planned("N1", Credits.of(4), AUTUMN),
                new Obligation("D1", Credits.of(3), AUTUMN, LocalDate.of(2026, 9, 1)),
                Obligation.planned("L1", Credits.of(5), SUMMER)),
            AUTUMN,
            List.of());
    assertThat(debts)
        .extracting(Debt::discipline, Debt::cause)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("F1", Debt.Cause.FAILED),
            org.assertj.core.groups.Tuple.tuple("N1", Debt.Cause.NOT_TAKEN),
            org.assertj.core.groups.Tuple.tuple("D1", Debt.Cause.DIFFERENCE));
    assertThat(DebtPolicy.credits(debts)).isEqualTo(Credits.of(12));
  }
}
