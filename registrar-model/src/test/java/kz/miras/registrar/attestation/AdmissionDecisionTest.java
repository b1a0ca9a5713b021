package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AdmissionDecisionTest {

  private static final LocalDate TODAY = LocalDate.of(2025, 12, 20);
  private static final BasisDocument MEMO =
      new BasisDocument(BasisDocument.Type.MEMO, "12", TODAY, "не прошёл инструктаж");

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));

  @Test
  @DisplayName("EXM-10 an exam is denied on a document to who is admitted and has no result yet")
  void deniesOnADocument() {
    AdmissionDecision deny = new AdmissionDecision(true, MEMO);
    assertThat(deny.judge(RowScores.ratings(80, 80), false, false, rules, TODAY).isAllowed())
        .isTrue();
    assertThat(deny.judge(RowScores.of(80, 80, Mark.AB), false, false, rules, TODAY).isAllowed())
        .isTrue();
    assertThat(codes(deny, RowScores.of(80, 80, 70), false))
        .containsExactly("attestation.denial.settled");
    assertThat(codes(deny, RowScores.of(80, 80, Mark.AE), false))
        .containsExactly("attestation.denial.settled");
    assertThat(codes(deny, RowScores.of(80, 80, Mark.W), false))
        .containsExactly("attestation.denial.settled");
    assertThat(codes(deny, RowScores.ratings(49, 49), false))
        .containsExactly("attestation.denial.by-rating");
    assertThat(codes(deny, RowScores.ratings(80, 80), true))
        .containsExactly("attestation.denial.done");
    BasisDocument none = new BasisDocument(BasisDocument.Type.MEMO, " ", TODAY, "");
    assertThat(codes(new AdmissionDecision(true, none), RowScores.ratings(80, 80), false))
        .containsExactly("attestation.basis.needed", "attestation.basis.reason");
  }

  @Test
  @DisplayName("EXM-10 who is denied is admitted again by another decision, and nobody else")
  void admitsAgain() {
    AdmissionDecision admit = new AdmissionDecision(false, MEMO);
    assertThat(admit.judge(RowScores.of(80, 80, Mark.NA), true, false, rules, TODAY).isAllowed())
        .isTrue();
    assertThat(codes(admit, RowScores.ratings(80, 80), false))
        .containsExactly("attestation.denial.not-denied");
  }

  @Test
  @DisplayName("EXM-10 no score is typed of who is denied")
  void noScoreIsTyped() {
    assertThat(AdmissionDecision.scoreRefused(true).orElseThrow().rule()).isEqualTo("EXM-10");
    assertThat(AdmissionDecision.scoreRefused(false)).isEmpty();
    assertThat(AdmissionDecision.isOpen(RowScores.ratings(80, 80), false, false)).isTrue();
    assertThat(AdmissionDecision.isOpen(RowScores.of(80, 80, 70), false, false)).isFalse();
    assertThat(AdmissionDecision.isOpen(RowScores.of(80, 80, Mark.NA), true, false)).isTrue();
  }

  @Test
  @DisplayName(
      "EXM-10 CTL-16 an exam is not denied to who was seen in the room; of what happened there an"
          + " act is drawn up")
  void deniesNothingThatIsSat() {
    AdmissionDecision deny = new AdmissionDecision(true, MEMO);
    assertThat(
            deny.judge(RowScores.ratings(80, 80), false, true, rules, TODAY).refusals().stream()
                .map(Refusal::code))
        .containsExactly("attestation.denial.sat");
    assertThat(AdmissionDecision.isOpen(RowScores.ratings(80, 80), false, true)).isFalse();
    AdmissionDecision admit = new AdmissionDecision(false, MEMO);
    assertThat(admit.judge(RowScores.of(80, 80, Mark.NA), true, true, rules, TODAY).isAllowed())
        .isTrue();
  }

  @Test
  @DisplayName("EXM-10 ATT-1 SHT-25 nobody is admitted again who has left or is exempt")
  void admitsNobodyWhoIsGone() {
    AdmissionDecision admit = new AdmissionDecision(false, MEMO);
    for (Mark mark : List.of(Mark.W, Mark.EX)) {
      RowScores row = RowScores.of(80, 80, mark);
      assertThat(codes(admit, row, true)).containsExactly("attestation.denial.closed");
      assertThat(AdmissionDecision.isOpen(row, true, false)).isFalse();
    }
  }

  private List<String> codes(AdmissionDecision decision, RowScores row, boolean denied) {
    return decision.judge(row, denied, false, rules, TODAY).refusals().stream()
        .map(Refusal::code)
        .toList();
  }
}
