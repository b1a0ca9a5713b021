package kz.miras.registrar.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProposalLawfulTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

  @Test
  @DisplayName("PAR-5 a set begins after today and after the set it follows")
  void rulesBindForwardOnly() {
    assertThat(ProposalLawful.forward(TODAY.plusDays(1), TODAY, null).isAllowed()).isTrue();
    assertThat(ProposalLawful.forward(TODAY, TODAY, null).refusals())
        .extracting(Refusal::code)
        .containsExactly("curriculum.rule.backdated");
    assertThat(ProposalLawful.forward(TODAY.plusDays(1), TODAY, TODAY.plusDays(1)).refusals())
        .extracting(Refusal::code, Refusal::field)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("curriculum.rule.before-latest", "validFrom"));
  }

  @Test
  @DisplayName("PAR-1 PAR-5 values and date are judged together")
  void valuesAndDateAreJudgedTogether() {
    assertThat(
            ProposalLawful.judge(Map.of(RuleParameter.FX_RETAKES, "2"), TODAY, TODAY, null)
                .refusals())
        .extracting(Refusal::rule)
        .containsExactly("PAR-1", "PAR-5");
  }

  @Test
  @DisplayName("PAR-6 whoever proposed does not approve")
  void proposerDoesNotApprove() {
    assertThat(ProposalLawful.fourEyes("dir", "dir").isAllowed()).isFalse();
    assertThat(ProposalLawful.fourEyes("dir", "vr").isAllowed()).isTrue();
  }

  @Test
  @DisplayName("PAR-6 a proposal is decided once, and approval makes a complete set")
  void proposalIsDecidedOnce() {
    RuleProposal proposal =
        new RuleProposal(
            Level.MASTER,
            LocalDate.of(2027, 9, 1),
            "minutes 3",
            Map.of(RuleParameter.REG_SOFT_CREDITS, "28"),
            "dir",
            NOW);
    EnactedRules enacted =
        new EnactedRules(
            RuleSet.of(
                "policy-master-2027-09-01",
                1,
                proposal.getLevel(),
                proposal.getValidFrom(),
                proposal.getValues()),
            "minutes 3");
    proposal.approve(enacted, "vr", NOW, "agreed");

    assertThat(proposal.isOpen()).isFalse();
    assertThat(enacted.rules().integer(RuleParameter.REG_SOFT_CREDITS)).isEqualTo(28);
    assertThat(enacted.getValues()).containsEntry(RuleParameter.REG_HARD_CREDITS, "36");
    assertThatThrownBy(() -> proposal.withdraw("dir", NOW))
        .isInstanceOf(IllegalStateException.class);
  }
}
