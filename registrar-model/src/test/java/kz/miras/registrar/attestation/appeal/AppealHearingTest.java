package kz.miras.registrar.attestation.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.appeal.AppealHearing.Vote;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppealHearingTest {

  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private static final long CHAIR = 1;
  private static final long SECRETARY = 6;
  private static final AppealProposal RAISE =
      new AppealProposal(AppealProposal.Kind.CHANGE, 55, 70);

  /** Five who vote, of teachers 11 to 15, and a secretary. */
  private static List<CommissionMember> five() {
    List<CommissionMember> members = new ArrayList<>();
    for (long key = CHAIR; key <= SECRETARY; key++) {
      CommissionOffice office =
          key == CHAIR
              ? CommissionOffice.CHAIR
              : key == SECRETARY ? CommissionOffice.SECRETARY : CommissionOffice.MEMBER;
      members.add(member(key, office));
    }
    return members;
  }

  private static CommissionMember member(long key, CommissionOffice office) {
    CommissionMember member =
        new CommissionMember(1, new AppealCommission.Seat(office, key + 10, null));
    try {
      Field id = CommissionMember.class.getDeclaredField("id");
      id.setAccessible(true);
      id.set(member, key);
      return member;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<Long, Vote> votes(int inFavour, long... against) {
    Map<Long, Vote> votes = new HashMap<>();
    for (long key = CHAIR; key <= inFavour; key++) {
      votes.put(key, Vote.FOR);
    }
    for (long key : against) {
      votes.put(key, Vote.AGAINST);
    }
    return votes;
  }

  private static AppealHearing hearing(Map<Long, Vote> votes, Long presiding) {
    return new AppealHearing(votes, presiding, true, "question 3 was answered", RAISE);
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static List<String> codes(AppealHearing hearing, Long... examiners) {
    return codes(hearing.judge(five(), Set.of(examiners), RULES));
  }

  @Test
  @DisplayName("APL-4 two thirds of five who vote are four; three decide nothing")
  void quorum() {
    assertThat(AppealHearing.quorum(five(), RULES)).isEqualTo(4);
    assertThat(codes(hearing(votes(4), CHAIR))).isEmpty();
    assertThat(codes(hearing(votes(3), CHAIR))).containsExactly("attestation.appeal.quorum");
  }

  @Test
  @DisplayName("APL-4 SOD-8 the applicant's examiner neither votes nor counts as present")
  void examiner() {
    assertThat(codes(hearing(votes(4), CHAIR), 12L))
        .containsExactly("access.duty.examiner-votes", "attestation.appeal.quorum");
    assertThat(codes(hearing(votes(5), CHAIR), 12L))
        .as("four others are there, yet the vote is not the examiner's")
        .containsExactly("access.duty.examiner-votes");
    Map<Long, Vote> others = votes(5);
    others.remove(2L);
    assertThat(codes(hearing(others, CHAIR), 12L)).isEmpty();
  }

  @Test
  @DisplayName("APL-4 the secretary is present without a vote")
  void secretary() {
    assertThat(codes(hearing(votes(3, SECRETARY), CHAIR)))
        .containsExactly("attestation.appeal.secretary-votes", "attestation.appeal.quorum");
  }

  @Test
  @DisplayName("APL-4 the majority decides, and who presides where votes are equal")
  void majority() {
    assertThat(hearing(votes(3, 4), CHAIR).isAdopted()).isTrue();
    assertThat(hearing(votes(1, 2, 3, 4), CHAIR).isAdopted()).isFalse();
    assertThat(hearing(votes(2, 3, 4), CHAIR).isAdopted()).as("2:2, chair for").isTrue();
    Map<Long, Vote> against = votes(0, 1, 2);
    against.put(3L, Vote.FOR);
    against.put(4L, Vote.FOR);
    assertThat(hearing(against, CHAIR).isAdopted()).as("2:2, chair against").isFalse();
    assertThat(hearing(against, CHAIR).outcome(70, 49)).isEqualTo(AppealOutcome.KEPT);
    assertThat(hearing(votes(4), CHAIR).outcome(70, 49)).isEqualTo(AppealOutcome.RAISED);
  }

  @Test
  @DisplayName("APL-4 the chair presides where present, else one of those who vote")
  void presiding() {
    assertThat(codes(hearing(votes(4), 2L))).containsExactly("attestation.appeal.presiding");
    assertThat(codes(hearing(votes(4), null))).containsExactly("attestation.appeal.presiding");
    Map<Long, Vote> without = votes(5);
    without.remove(CHAIR);
    assertThat(codes(hearing(without, 2L), 11L)).as("the chair is the examiner").isEmpty();
    assertThat(codes(hearing(without, CHAIR))).containsExactly("attestation.appeal.presiding");
  }

  @Test
  @DisplayName("APL-4 the protocol says what was found; who is against keeping proposes a score")
  void arguments() {
    AppealHearing silent = new AppealHearing(votes(4), CHAIR, false, " ", RAISE);
    assertThat(codes(silent)).containsExactly("attestation.appeal.arguments");
    AppealHearing keep =
        new AppealHearing(votes(1, 2, 3, 4), CHAIR, true, "all correct", AppealProposal.keep());
    assertThat(codes(keep)).containsExactly("attestation.appeal.keep-rejected");
    assertThat(
            new AppealHearing(votes(4), CHAIR, true, "all correct", AppealProposal.keep())
                .outcome(70, 49))
        .isEqualTo(AppealOutcome.KEPT);
  }

  private static List<String> proposed(Integer score, Integer rating, RuleSet rules) {
    return codes(
        new AppealProposal(AppealProposal.Kind.CHANGE, score, rating).judge(70, 49, true, rules));
  }

  @Test
  @DisplayName("APL-5 a score is raised, never lowered unless the rules say so; annulment may be")
  void raisedOrKept() {
    assertThat(proposed(55, 70, RULES)).isEmpty();
    assertThat(proposed(48, 70, RULES)).containsExactly("attestation.appeal.lower");
    RuleSet lowering = RULES.with(RuleParameter.APPEAL_ALLOW_LOWER, "true");
    assertThat(proposed(48, 70, lowering)).isEmpty();
    assertThat(new AppealProposal(AppealProposal.Kind.CHANGE, 48, 70).outcome(true, 70, 49))
        .isEqualTo(AppealOutcome.LOWERED);
    assertThat(proposed(49, 70, RULES)).containsExactly("attestation.appeal.same");
    assertThat(proposed(101, 70, RULES)).containsExactly("attestation.appeal.score");
    assertThat(proposed(null, 70, RULES)).containsExactly("attestation.appeal.score");
    assertThat(codes(RAISE.judge(70, 49, false, RULES)))
        .as("no result comes of it")
        .containsExactly("attestation.appeal.score");
    assertThat(AppealProposal.annul().judge(70, 49, true, RULES).isAllowed()).isTrue();
    assertThat(AppealProposal.annul().outcome(true, 70, 49)).isEqualTo(AppealOutcome.ANNULLED);
    assertThat(AppealOutcome.KEPT.changesResult()).isFalse();
  }

  @Test
  @DisplayName("APL-6 the rating stays unless the rules let it be appealed, and is not lowered")
  void rating() {
    assertThat(proposed(55, 75, RULES)).containsExactly("attestation.appeal.rating");
    RuleSet rated = RULES.with(RuleParameter.APPEAL_RATING_ALLOWED, "true");
    assertThat(proposed(49, 75, rated)).isEmpty();
    assertThat(proposed(55, 69, rated)).containsExactly("attestation.appeal.lower");
    assertThat(codes(RAISE.judge(null, 49, true, rated)))
        .as("a control without a rating gets none")
        .containsExactly("attestation.appeal.rating");
  }

  @Test
  @DisplayName("DOC-70 a protocol is the last word unless it changes a result that moved meanwhile")
  void settled() {
    assertThat(AppealStatus.UNDER_REVIEW.isSettled(null, false)).isFalse();
    assertThat(AppealStatus.DECIDED.isSettled(AppealOutcome.RAISED, false)).isTrue();
    assertThat(AppealStatus.DECIDED.isSettled(AppealOutcome.RAISED, true)).isFalse();
    assertThat(AppealStatus.DECIDED.isSettled(AppealOutcome.KEPT, true)).isTrue();
    assertThat(AppealStatus.APPLIED.isSettled(AppealOutcome.RAISED, true)).isTrue();
  }
}
