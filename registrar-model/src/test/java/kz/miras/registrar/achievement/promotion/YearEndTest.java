package kz.miras.registrar.achievement.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.Ledger;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.promotion.YearEndFacts.Attestation;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class YearEndTest {

  private static final Optional<Gpa> GOOD = Optional.of(new Gpa(new BigDecimal("90"), 30, 2));
  private static final Optional<Gpa> LOW = Optional.of(new Gpa(new BigDecimal("58.35"), 30, 2));

  private final YearEndPolicy policy = new YearEndPolicy(rules(Map.of()));

  private static RuleSet rules(Map<RuleParameter, String> more) {
    Map<RuleParameter, String> values = new EnumMap<>(RuleParameter.class);
    values.put(RuleParameter.PROMOTION_THRESHOLDS, "1=1.80; 2=2.00; 3=2.10");
    values.put(RuleParameter.PROMOTION_DECISION_NUMBER, "11");
    values.put(RuleParameter.PROMOTION_DECISION_DATE, "2025-05-28");
    values.putAll(more);
    RuleSet base = Ledger.rules();
    return RuleSet.of("b", 1, base.level(), base.validFrom(), values);
  }

  private static YearEndFacts course(int course, Optional<Gpa> gpa, int debts, boolean repeated) {
    return new YearEndFacts(
        course, 4, gpa, Credits.of(debts), 0, 60, 240, Attestation.NONE, repeated, List.of());
  }

  private static YearEndFacts last(int earned, int debts, Attestation attestation) {
    return new YearEndFacts(
        4, 4, GOOD, Credits.of(debts), 0, earned, 240, attestation, false, List.of());
  }

  private static List<String> codes(List<Refusal> reasons) {
    return reasons.stream().map(one -> one.code().replaceFirst(".*\\.", "")).toList();
  }

  @Test
  @DisplayName("PRO-3 every outcome before the last course is proposed with its figures")
  void goingOn() {
    YearEndProposal good = policy.propose(course(2, GOOD, 0, false), true);
    assertThat(good.decided()).contains(PromotionOutcome.PROMOTED);
    assertThat(codes(good.reasons())).containsExactly("reached");
    YearEndProposal debt = policy.propose(course(2, GOOD, 5, false), true);
    assertThat(debt.decided()).contains(PromotionOutcome.PROMOTED_WITH_DEBT);
    assertThat(codes(debt.reasons())).containsExactly("reached", "debt");
    YearEndProposal low = policy.propose(course(2, LOW, 0, false), true);
    assertThat(low.decided()).contains(PromotionOutcome.REPEAT);
    assertThat(low.reasons().get(0).args()).containsExactly("1.95", "2.00");
    YearEndProposal strict =
        new YearEndPolicy(rules(Map.of(RuleParameter.PROMOTION_MAX_DEBT_CREDITS, "10")))
            .propose(course(2, GOOD, 11, false), true);
    assertThat(strict.decided()).contains(PromotionOutcome.REPEAT);
    assertThat(codes(strict.reasons())).containsExactly("reached", "too-much-debt");
  }

  @Test
  @DisplayName("PRO-1 PRO-3 without a threshold or a GPA nothing is proposed, never a repeat year")
  void nothingProposed() {
    YearEndProposal none = policy.propose(course(2, Optional.empty(), 0, false), true);
    assertThat(none.decided()).isEmpty();
    assertThat(codes(none.reasons())).containsExactly("no-gpa");
    YearEndProposal undecided =
        new YearEndPolicy(Ledger.rules()).propose(course(2, GOOD, 0, false), true);
    assertThat(undecided.decided()).isEmpty();
    assertThat(codes(undecided.reasons())).containsExactly("no-threshold");
  }

  @Test
  @DisplayName("PRO-8 the last course is left by graduation with credits, attestation and no debt")
  void lastCourse() {
    YearEndProposal complete = policy.propose(last(240, 0, Attestation.PASSED), true);
    assertThat(complete.decided()).contains(PromotionOutcome.GRADUATED);
    assertThat(complete.threshold()).isNull();
    YearEndProposal missing = policy.propose(last(230, 5, Attestation.NONE), true);
    assertThat(missing.decided()).isEmpty();
    assertThat(codes(missing.reasons()))
        .containsExactly("credits-missing", "debts-open", "no-attestation");
    assertThat(YearEndPolicy.graduates(last(240, 0, Attestation.FAILED)).isAllowed()).isFalse();
    assertThat(YearEndPolicy.graduates(last(239, 0, Attestation.PASSED)).isAllowed()).isFalse();
    assertThat(YearEndPolicy.graduates(last(240, 1, Attestation.PASSED)).isAllowed()).isFalse();
  }

  @Test
  @DisplayName(
      "PRO-11 a second repeat year, a failed attestation, used up attempts are only flagged")
  void grounds() {
    YearEndProposal again = policy.propose(course(2, LOW, 0, true), true);
    assertThat(again.decided()).contains(PromotionOutcome.REPEAT);
    assertThat(codes(again.grounds())).containsExactly("ground-repeated");
    assertThat(policy.propose(course(2, LOW, 0, false), true).grounds()).isEmpty();
    assertThat(policy.propose(course(2, GOOD, 0, true), true).grounds()).isEmpty();
    assertThat(codes(policy.propose(last(240, 0, Attestation.FAILED), true).grounds()))
        .containsExactly("ground-attestation");
    YearEndFacts exhausted =
        new YearEndFacts(
            1, 4, GOOD, Credits.of(5), 0, 25, 240, Attestation.NONE, false, List.of("MAT1"));
    YearEndProposal flagged = policy.propose(exhausted, true);
    assertThat(flagged.decided()).contains(PromotionOutcome.PROMOTED_WITH_DEBT);
    assertThat(flagged.grounds().get(0).args()).containsExactly("MAT1");
  }

  @Test
  @DisplayName("PRO-12 another outcome needs a reason, and none the course does not allow")
  void otherwise() {
    assertThat(allows(false, false, PromotionOutcome.REPEAT, "council of the school")).isTrue();
    assertThat(allows(false, false, PromotionOutcome.REPEAT, " ")).isFalse();
    assertThat(allows(true, false, PromotionOutcome.PROMOTED, "x")).isFalse();
    assertThat(allows(true, false, PromotionOutcome.PROMOTED_WITH_DEBT, "x")).isFalse();
    assertThat(allows(true, false, PromotionOutcome.GRADUATED, "x")).isFalse();
    assertThat(allows(false, false, PromotionOutcome.GRADUATED, "x")).isFalse();
    assertThat(allows(true, true, PromotionOutcome.GRADUATED, "x")).isTrue();
    assertThat(allows(true, false, PromotionOutcome.REPEAT, "x")).isTrue();
    assertThat(allows(true, false, null, "waits for the attestation")).isTrue();
  }

  private static boolean allows(
      boolean last, boolean complete, PromotionOutcome wished, String reason) {
    return YearEndPolicy.decides(last, complete, wished, reason).isAllowed();
  }

  @Test
  @DisplayName("PRO-4 a repeat year is paid and of the same course; a promotion changes no funding")
  void paragraphs() {
    PromotionParagraph repeat = PromotionParagraph.of(PromotionOutcome.REPEAT);
    assertThat(repeat.kind()).isEqualTo(OrderKind.REPEAT_YEAR);
    assertThat(repeat.funding()).isEqualTo(Funding.PAID);
    for (PromotionOutcome outcome :
        List.of(PromotionOutcome.PROMOTED, PromotionOutcome.PROMOTED_WITH_DEBT)) {
      assertThat(PromotionParagraph.of(outcome).kind()).isEqualTo(OrderKind.COURSE_PROMOTION);
      assertThat(PromotionParagraph.of(outcome).funding()).isNull();
    }
    assertThat(PromotionParagraph.of(PromotionOutcome.GRADUATED).kind())
        .isEqualTo(OrderKind.GRADUATION);
  }

  @Test
  @DisplayName("PRO-4 after a repeat year the GPA of that year promotes; that of all years may not")
  void repeatedYear() {
    Ledger ledger = new Ledger();
    for (int i = 0; i < 6; i++) {
      ledger.add("C" + i, 5, "C-");
    }
    for (int i = 0; i < 4; i++) {
      ledger.add("D" + i, 5, "C");
    }
    ledger.add("F0", 5, "F").add("F1", 5, "F");
    GpaCalculator calculator = new GpaCalculator(RulesOfTime.always(rules(Map.of())));
    Gpa first = calculator.year(ledger.results(), 2025).gpa().orElseThrow();
    assertThat(first.rounded()).isEqualByComparingTo("1.50");
    assertThat(policy.propose(course(1, Optional.of(first), 10, false), true).decided())
        .contains(PromotionOutcome.REPEAT);
    List<Result> again =
        ledger
            .add("F0", TermRef.autumn(2026), ResultKind.RETAKE, 5, "B-")
            .add("F1", TermRef.autumn(2026), ResultKind.RETAKE, 5, "C+")
            .results();
    Gpa year = calculator.year(again, 2026).gpa().orElseThrow();
    assertThat(year.rounded()).isEqualByComparingTo("2.50");
    Gpa all = calculator.cumulative(again).gpa().orElseThrow();
    assertThat(all.rounded()).isEqualByComparingTo("1.92");
    assertThat(policy.propose(course(1, Optional.of(year), 0, true), true).decided())
        .contains(PromotionOutcome.PROMOTED);
    assertThat(policy.propose(course(1, Optional.of(all), 0, true), true).decided())
        .contains(PromotionOutcome.PROMOTED);
    assertThat(policy.propose(course(2, Optional.of(all), 0, true), true).decided())
        .contains(PromotionOutcome.REPEAT);
  }

  @Test
  @DisplayName(
      "PRO-6 open sheets, enrolments without a sheet and an empty last term make a preview")
  void finished() {
    assertThat(finished(List.of(), 0, false)).isTrue();
    assertThat(finished(List.of("17"), 0, false)).isFalse();
    assertThat(finished(List.of(), 1, false)).isFalse();
    assertThat(finished(List.of(), 0, true)).isFalse();
  }

  @Test
  @DisplayName(
      "PRO-6 PRO-2 a year in which nothing is open yet is a preview until its summer is over")
  void summerIsOver() {
    LocalDate ends = LocalDate.of(2026, 7, 31);
    PromotionRunPolicy.Unfinished nothing = new PromotionRunPolicy.Unfinished(List.of(), 0, false);
    assertThat(PromotionRunPolicy.finished(nothing, ends, LocalDate.of(2026, 6, 5)).refusals())
        .extracting(Refusal::rule)
        .containsExactly("PRO-6");
    assertThat(PromotionRunPolicy.finished(nothing, ends, ends).isAllowed()).isFalse();
    assertThat(PromotionRunPolicy.finished(nothing, ends, ends.plusDays(1)).isAllowed()).isTrue();
  }

  private static boolean finished(List<String> sheets, int enrolments, boolean empty) {
    LocalDate ends = LocalDate.of(2026, 7, 31);
    return PromotionRunPolicy.finished(
            new PromotionRunPolicy.Unfinished(sheets, enrolments, empty), ends, ends.plusDays(1))
        .isAllowed();
  }

  @Test
  @DisplayName("PRO-7 whoever submitted a run or decided lines of it otherwise does not agree it")
  void fourEyes() {
    assertThat(PromotionRunPolicy.agrees("a", "b", List.of("c")).isAllowed()).isTrue();
    assertThat(PromotionRunPolicy.agrees("a", "a", List.of()).isAllowed()).isFalse();
    assertThat(PromotionRunPolicy.agrees("a", "b", List.of("c", "a")).isAllowed()).isFalse();
  }

  @Test
  @DisplayName("PRO-9 lines by other rules than those in force stop a run and name the rules")
  void judgedByOtherRules() {
    RuleSet inForce = RuleSet.defaults(Level.MASTER, LocalDate.of(2025, 9, 1));
    assertThat(PromotionRunPolicy.judged(inForce, List.of()).isAllowed()).isTrue();
    assertThat(PromotionRunPolicy.judged(inForce, List.of("1", "2")).refusals().get(0).args())
        .containsExactly(Level.MASTER, "default-MASTER", 2, "1, 2");
  }

  @Test
  @DisplayName("PRO-9 PRO-13 stale and undecided students stop a run and are named, at most five")
  void staleAndUndecided() {
    assertThat(PromotionRunPolicy.fresh(List.of()).isAllowed()).isTrue();
    assertThat(
            PromotionRunPolicy.fresh(List.of("1", "2", "3", "4", "5", "6"))
                .refusals()
                .get(0)
                .args())
        .containsExactly(6, "1, 2, 3, 4, 5 …");
    assertThat(PromotionRunPolicy.decided(3, List.of(), List.of()).isAllowed()).isTrue();
    assertThat(PromotionRunPolicy.decided(3, List.of("1"), List.of()).isAllowed()).isFalse();
    assertThat(PromotionRunPolicy.decided(0, List.of(), List.of()).isAllowed()).isFalse();
    assertThat(PromotionRunPolicy.decided(3, List.of(), List.of("7", "8")).refusals())
        .as("who came to belong to the run later")
        .singleElement()
        .satisfies(one -> assertThat(one.args()).containsExactly(2, "7, 8"));
  }

  @Test
  @DisplayName("PRO-10 a decision of the council has a number and was taken for this year")
  void council() {
    assertThat(council("11", LocalDate.of(2025, 5, 28))).isTrue();
    assertThat(council("11", LocalDate.of(2025, 3, 1))).isTrue();
    assertThat(council("11", LocalDate.of(2025, 2, 28))).isFalse();
    assertThat(council("11", LocalDate.of(2026, 9, 1))).isTrue();
    assertThat(council("11", LocalDate.of(2026, 9, 2))).isFalse();
    assertThat(council(" ", LocalDate.of(2025, 5, 28))).isFalse();
    assertThat(council("11", null)).isFalse();
  }

  @Test
  @DisplayName("PRO-1 PRO-10 the thresholds in force rest on the decision that is named, no other")
  void councilOfTheRules() {
    LocalDate begins = LocalDate.of(2025, 9, 1);
    LocalDate decided = LocalDate.of(2025, 5, 28);
    assertThat(PromotionRunPolicy.council(" 11 ", decided, rules(Map.of()), begins).isAllowed())
        .isTrue();
    assertThat(PromotionRunPolicy.council("12", decided, rules(Map.of()), begins).isAllowed())
        .isFalse();
    assertThat(
            PromotionRunPolicy.council("11", decided.plusDays(1), rules(Map.of()), begins)
                .isAllowed())
        .isFalse();
    assertThat(
            PromotionRunPolicy.council("11", decided, rules(Map.of()), begins.plusYears(1))
                .isAllowed())
        .as("the thresholds of the year before")
        .isFalse();
    RuleSet without = RuleSet.defaults(Level.MASTER, begins);
    assertThat(PromotionRunPolicy.council("11", decided, without, begins).isAllowed()).isFalse();
  }

  private static boolean council(String number, LocalDate day) {
    return PromotionRunPolicy.council(number, day, LocalDate.of(2025, 9, 1)).isAllowed();
  }
}
