package kz.miras.registrar.achievement.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.Ledger;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.achievement.promotion.HonoursOutlook.State;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("HON-2 the outlook on honours")
class HonoursOutlookTest {

  private static HonoursOutlook of(Ledger ledger) {
    return of(ledger, Ledger.rules());
  }

  private static HonoursOutlook of(Ledger ledger, RuleSet rules) {
    return HonoursOutlook.of(ledger.results(), RulesOfTime.always(rules), 240, 8);
  }

  private static List<String> codes(HonoursOutlook outlook) {
    return outlook.reasons().stream().map(Refusal::code).distinct().toList();
  }

  private static Ledger complete(String attestation) {
    return new Ledger()
        .add("A", 132, "A")
        .add("B", 100, "B")
        .add("IA", Ledger.SPRING, ResultKind.FINAL_ATTESTATION, 8, attestation)
        .with(Trait.FINAL_ATTESTATION);
  }

  @Test
  @DisplayName("HON-2 everything passed, attestation A: earned")
  void earned() {
    HonoursOutlook outlook = of(complete("A"));
    assertThat(outlook.state()).isEqualTo(State.EARNED);
    assertThat(outlook.needed()).isNull();
    assertThat(outlook.reasons()).isEmpty();
  }

  @Test
  @DisplayName("HON-2 open: what the remaining credits have to bring, and the attestation")
  void open() {
    HonoursOutlook outlook = of(new Ledger().add("A", 60, "A").add("B", 60, "B"));
    assertThat(outlook.state()).isEqualTo(State.OPEN);
    assertThat(outlook.remaining()).isEqualTo(120);
    assertThat(outlook.needed()).isEqualByComparingTo("3.50");
    assertThat(codes(outlook)).containsExactly("achievement.honours.no-final-attestation");
    HonoursOutlook behind = of(new Ledger().add("B", 120, "B"));
    assertThat(behind.state()).isEqualTo(State.OPEN);
    assertThat(behind.needed()).isEqualByComparingTo("4.00");
    assertThat(codes(behind))
        .containsExactly("achievement.honours.gpa", "achievement.honours.no-final-attestation");
  }

  @Test
  @DisplayName("HON-2 lost where even A in everything that remains would not be enough")
  void outOfReach() {
    HonoursOutlook outlook = of(new Ledger().add("B", 121, "B"));
    assertThat(outlook.state()).isEqualTo(State.LOST);
    assertThat(codes(outlook)).containsExactly("achievement.honours.out-of-reach");
  }

  @Test
  @DisplayName("HON-2 without a GPA the outlook says so, whether credits remain or not")
  void withoutGpa() {
    HonoursOutlook begins = of(new Ledger());
    assertThat(begins.state()).isEqualTo(State.OPEN);
    assertThat(begins.gpa()).isNull();
    assertThat(codes(begins))
        .containsExactly("achievement.honours.no-gpa", "achievement.honours.no-final-attestation");
    HonoursOutlook passedOnly =
        HonoursOutlook.of(
            new Ledger().add("P", 240, "P").results(), RulesOfTime.always(Ledger.rules()), 240, 0);
    assertThat(passedOnly.state()).isEqualTo(State.LOST);
    assertThat(codes(passedOnly)).containsExactly("achievement.honours.no-gpa-left");
    assertThat(passedOnly.reasons().get(0).args().toString()).doesNotContain("—");
  }

  @Test
  @DisplayName("HON-2 lost where nothing remains that could raise the GPA")
  void nothingRemains() {
    HonoursOutlook outlook =
        of(
            new Ledger()
                .add("B", 232, "B")
                .add("IA", Ledger.SPRING, ResultKind.FINAL_ATTESTATION, 8, "A")
                .with(Trait.FINAL_ATTESTATION));
    assertThat(outlook.state()).isEqualTo(State.LOST);
    assertThat(codes(outlook)).containsExactly("achievement.honours.gpa-final");
  }

  @Test
  @DisplayName("HON-2 the printed value compared reaches a little further than the exact one")
  void comparedAsTheRulesSay() {
    Ledger ledger = new Ledger().add("B", 121, "B");
    RuleSet rounded = Ledger.rules().with(RuleParameter.HONOURS_COMPARE, "ROUNDED");
    assertThat(of(ledger, rounded).state()).isEqualTo(State.OPEN);
  }

  @Test
  @DisplayName(
      "HON-2 lost by a C, by a failure, by an attestation of B+, with the entry that did it")
  void lost() {
    assertThat(codes(of(new Ledger().add("A", 60, "A").add("Z", 5, "C"))))
        .containsExactly("achievement.honours.letter");
    HonoursOutlook failed =
        of(
            new Ledger()
                .add("A", 60, "A")
                .add("Z", 5, "F")
                .add("Z", Ledger.SPRING, ResultKind.RETAKE, 5, "A"));
    assertThat(failed.state()).isEqualTo(State.LOST);
    assertThat(failed.reasons().get(0).args()).contains("Z");
    assertThat(of(complete("B+")).state()).isEqualTo(State.LOST);
  }

  @Test
  @DisplayName(
      "HON-2 nobody but bachelors has an outlook, and a wrong failure put right does no harm")
  void notLost() {
    RuleSet master = RuleSet.defaults(Level.MASTER, LocalDate.of(2025, 9, 1));
    assertThat(of(complete("A"), master).state()).isEqualTo(State.LOST);
    Ledger corrected = new Ledger().add("A", 60, "A").add("Z", 5, "F").add("Z", 5, "A");
    assertThat(of(corrected.correcting(2)).state()).isEqualTo(State.OPEN);
  }

  @Test
  @DisplayName("HON-2 a final attestation still to come remains, however much was earned before it")
  void attestationToCome() {
    // 3.49 over 240 credits; with A in the 8 of the attestation 3.51
    Ledger full = new Ledger().add("A", 118, "A").add("B", 120, "B").add("C", 2, "B-");
    HonoursOutlook outlook = of(full);
    assertThat(outlook.gpa()).isEqualByComparingTo("3.49");
    assertThat(outlook.state()).isEqualTo(State.OPEN);
    assertThat(outlook.remaining()).isEqualTo(8);
    assertThat(outlook.needed()).isLessThanOrEqualTo(new BigDecimal("4.00"));
    full.add("IA", Ledger.SPRING, ResultKind.FINAL_ATTESTATION, 8, "A")
        .with(Trait.FINAL_ATTESTATION);
    assertThat(of(full).state()).isEqualTo(State.EARNED);
    assertThat(of(new Ledger().add("A", 240, "A")).state())
        .as("nothing is earned before it")
        .isEqualTo(State.OPEN);
  }

  @Test
  @DisplayName("HON-2 GPA-7 with more decimals the printed value reaches less far")
  void moreDecimals() {
    // 839.67 / 240 = 3.498625; over 480 credits 3.4950 is enough with two decimals, not with three
    Ledger ledger = new Ledger().add("A", 120, "A").add("B", 119, "B").add("C", 1, "B-");
    RuleSet two = Ledger.rules().with(RuleParameter.HONOURS_COMPARE, "ROUNDED");
    RuleSet three = two.with(RuleParameter.GPA_DIGITS, "3");
    HonoursOutlook wide = HonoursOutlook.of(ledger.results(), RulesOfTime.always(two), 480, 0);
    HonoursOutlook narrow = HonoursOutlook.of(ledger.results(), RulesOfTime.always(three), 480, 0);
    assertThat(wide.gpa()).isEqualByComparingTo("3.50");
    assertThat(narrow.gpa()).isEqualByComparingTo("3.499");
    assertThat(wide.needed()).isEqualByComparingTo("3.50");
    assertThat(narrow.needed()).isEqualByComparingTo("3.51");
  }
}
