package kz.miras.registrar.achievement;

import static kz.miras.registrar.achievement.Ledger.AUTUMN;
import static kz.miras.registrar.achievement.Ledger.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("HON-1 diploma with honours")
class HonoursTest {

  private final HonoursPolicy policy = new HonoursPolicy(RulesOfTime.always(Ledger.rules()));

  /** 240 credits of the worked example (a); the final attestation is among them. */
  private static Ledger excellent(String finalLetter) {
    return new Ledger()
        .add("A", 120, "A")
        .add("A-", 52, "A-")
        .add("B+", 30, "B+")
        .add("B-", 15, "B-")
        .add("C+", 15, "C+")
        .add("IA", SPRING, ResultKind.FINAL_ATTESTATION, 8, finalLetter)
        .with(Trait.FINAL_ATTESTATION);
  }

  private static List<String> codes(HonoursPolicy policy, Ledger ledger) {
    return policy.judge(ledger.results()).refusals().stream()
        .map(Refusal::code)
        .distinct()
        .toList();
  }

  @Test
  @DisplayName("HON-1 (a) 875.10 / 240 = 3.65, attestation A-, no retakes: honours")
  void honours() {
    Ledger ledger = excellent("A-");
    GpaStatement gpa =
        new GpaCalculator(RulesOfTime.always(Ledger.rules())).cumulative(ledger.results());
    assertThat(gpa.points()).isEqualByComparingTo("875.10");
    assertThat(gpa.credits()).isEqualTo(240);
    assertThat(gpa.rounded().orElseThrow()).isEqualByComparingTo("3.65");
    assertThat(codes(policy, ledger)).isEmpty();
  }

  @Test
  @DisplayName("HON-1 (b) one FX retake in year 1: no")
  void fxRetake() {
    Ledger ledger = excellent("A-").add("Z", 5, "FX").add("Z", AUTUMN, ResultKind.FX, 5, "A");
    assertThat(codes(policy, ledger)).containsExactly("achievement.honours.retake");
  }

  @Test
  @DisplayName("HON-1 ACH-10 an exemption harms no honours, not after a withdrawal either")
  void exempt() {
    Ledger ledger =
        excellent("A-")
            .add("Z", 5, "EX")
            .add("Y", 5, "W")
            .add("Y", SPRING, ResultKind.RETAKE, 5, "EX");
    assertThat(codes(policy, ledger)).isEmpty();
  }

  @Test
  @DisplayName("HON-1 (c) one C anywhere: no")
  void oneSatisfactory() {
    assertThat(codes(policy, excellent("A-").add("Z", 5, "C")))
        .containsExactly("achievement.honours.letter");
  }

  @Test
  @DisplayName("HON-1 (d) 826.60 / 240 = 3.44 below 3.5: no")
  void gpaTooLow() {
    Ledger ledger =
        new Ledger()
            .add("A", 52, "A")
            .add("IA", SPRING, ResultKind.FINAL_ATTESTATION, 8, "A")
            .with(Trait.FINAL_ATTESTATION)
            .add("A-", 60, "A-")
            .add("B+", 60, "B+")
            .add("B", 40, "B")
            .add("C+", 20, "C+");
    GpaStatement gpa =
        new GpaCalculator(RulesOfTime.always(Ledger.rules())).cumulative(ledger.results());
    assertThat(gpa.points()).isEqualByComparingTo("826.60");
    assertThat(gpa.rounded().orElseThrow()).isEqualByComparingTo("3.44");
    assertThat(codes(policy, ledger)).containsExactly("achievement.honours.gpa");
  }

  @Test
  @DisplayName("HON-1 (e) attestation B+ or missing: no")
  void finalAttestation() {
    assertThat(codes(policy, excellent("B+")))
        .containsExactly("achievement.honours.final-attestation");
    assertThat(codes(policy, new Ledger().add("A", 240, "A")))
        .containsExactly("achievement.honours.no-final-attestation");
  }

  @Test
  @DisplayName("HON-1 (f) C- only in an additional type of study: honours")
  void additionalStudyIsLeftOut() {
    assertThat(codes(policy, excellent("A-").add("MIL", 8, "C-").with(Trait.ADDITIONAL_STUDY)))
        .isEmpty();
  }

  @Test
  @DisplayName(
      "HON-1 (g) 3.50 exactly is enough; 3.495 only where the rules compare the printed value")
  void exactComparison() {
    Ledger half =
        new Ledger()
            .add("A", 92, "A")
            .add("B", 100, "B")
            .add("IA", SPRING, ResultKind.FINAL_ATTESTATION, 8, "A")
            .with(Trait.FINAL_ATTESTATION);
    assertThat(
            new GpaCalculator(RulesOfTime.always(Ledger.rules()))
                .cumulative(half.results())
                .rounded()
                .orElseThrow())
        .isEqualByComparingTo("3.50");
    assertThat(codes(policy, half)).isEmpty();
    Ledger below =
        new Ledger()
            .add("A", 91, "A")
            .add("B", 101, "B")
            .add("IA", SPRING, ResultKind.FINAL_ATTESTATION, 8, "A")
            .with(Trait.FINAL_ATTESTATION);
    assertThat(codes(policy, below)).containsExactly("achievement.honours.gpa");
    RuleSet rounded = Ledger.rules().with(RuleParameter.HONOURS_COMPARE, "ROUNDED");
    assertThat(codes(new HonoursPolicy(RulesOfTime.always(rounded)), below)).isEmpty();
  }

  @Test
  @DisplayName("HON-1 P, an appeal and an individual sitting do no harm; a repeat of a pass does")
  void whatIsNoRetake() {
    Ledger harmless =
        excellent("A-")
            .add("PE", 8, "P")
            .add("Y", 5, "C")
            .add("Y", 5, "B")
            .correcting(8)
            .add("V", 5, "I")
            .add("V", AUTUMN, ResultKind.INDIVIDUAL, 5, "A");
    assertThat(codes(policy, harmless)).isEmpty();
    assertThat(codes(policy, excellent("A-").add("A", SPRING, ResultKind.MAIN, 120, "A")))
        .containsExactly("achievement.honours.retake");
  }

  @Test
  @DisplayName("HON-1 an FX retake overtaken by an appeal does no harm, one that stands does")
  void overtakenRetake() {
    Ledger overtaken =
        excellent("A-")
            .add("Y", 5, "FX")
            .add("Y", AUTUMN, ResultKind.FX, 5, "FX")
            .add("Y", 5, "B")
            .correcting(7);
    assertThat(codes(policy, overtaken)).isEmpty();
    Ledger better =
        excellent("A-")
            .add("Y", 5, "FX")
            .add("Y", AUTUMN, ResultKind.FX, 5, "A")
            .add("Y", 5, "B")
            .correcting(7);
    assertThat(codes(policy, better)).containsExactly("achievement.honours.retake");
    Ledger difference =
        excellent("A-")
            .add("Y", AUTUMN, ResultKind.DIFFERENCE, 5, "C+")
            .add("Y", Ledger.SUMMER, ResultKind.DIFFERENCE, 5, "B");
    assertThat(codes(policy, difference)).isEmpty();
  }

  @Test
  @DisplayName(
      "HON-1 a withdrawal before the first attempt does no harm, a retake of a failure does")
  void withdrawalIsNoAttempt() {
    for (ResultKind kind : List.of(ResultKind.MAIN, ResultKind.RETAKE, ResultKind.SUMMER)) {
      Ledger studiedLater = excellent("A-").add("Y", 5, "W").add("Y", SPRING, kind, 5, "A");
      assertThat(codes(policy, studiedLater)).as(kind.name()).isEmpty();
    }
    Ledger failed = excellent("A-").add("Y", 5, "W").add("Y", SPRING, ResultKind.RETAKE, 5, "F");
    assertThat(codes(policy, failed))
        .containsExactly("achievement.honours.letter", "achievement.honours.retake");
    Ledger raised =
        excellent("A-")
            .add("Y", 5, "B")
            .add("Y", SPRING, ResultKind.GPA_RAISE, 5, "W")
            .add("Y", Ledger.SUMMER, ResultKind.GPA_RAISE, 5, "A");
    assertThat(codes(policy, raised)).containsExactly("achievement.honours.retake");
    assertThat(codes(policy, excellent("A-").add("Y", SPRING, ResultKind.RETAKE, 5, "A")))
        .as("taken over without what was before it")
        .containsExactly("achievement.honours.retake");
  }

  @Test
  @DisplayName("HON-1 names only programmes of higher education")
  void onlyHigherEducation() {
    RuleSet master = RuleSet.defaults(Level.MASTER, Ledger.rules().validFrom());
    assertThat(codes(new HonoursPolicy(RulesOfTime.always(master)), excellent("A")))
        .containsExactly("achievement.honours.level");
  }
}
