package kz.miras.registrar.attestation.appeal;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * APL-4. What happened at a hearing: who was there, how each voted, who presided.
 *
 * @param votes by member, of those who were present and vote
 * @param presiding member who presided; null where none was named
 * @param applicantPresent whether the student was there
 * @param arguments what was said, in words
 */
public record AppealHearing(
    Map<Long, Vote> votes,
    Long presiding,
    boolean applicantPresent,
    String arguments,
    AppealProposal proposal)
    implements Serializable {

  /** How a member voted. */
  public enum Vote implements Keyed {
    FOR,
    AGAINST;

    @Override
    public String key() {
      return "attestation.appeal.vote." + name();
    }
  }

  public AppealHearing {
    votes = Map.copyOf(votes);
    arguments = arguments == null ? "" : arguments.strip();
    Objects.requireNonNull(proposal, "proposal");
  }

  /** APL-4. How many of the members who vote have to be present. */
  public static int quorum(List<CommissionMember> members, RuleSet rules) {
    return rules.fraction(RuleParameter.APPEAL_QUORUM).leastOf(voters(members).size());
  }

  private static List<CommissionMember> voters(List<CommissionMember> members) {
    return members.stream().filter(member -> member.getOffice().votes()).toList();
  }

  /**
   * APL-4, SOD-8. Whether it decides, every reason against it at once. The examiner of the
   * applicant is a member of the commission all the same: without a vote, and never counted as
   * present.
   *
   * @param members of the commission
   * @param examiners teachers who gave the mark that is appealed
   */
  public Verdict judge(List<CommissionMember> members, Collection<Long> examiners, RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    int present = 0;
    for (CommissionMember member : members) {
      if (votes.containsKey(member.getId())) {
        Verdict may = SeparationOfDuty.votesOnAppeal(member.getTeacherId(), examiners);
        if (!member.getOffice().votes()) {
          may = may.and(refused("attestation.appeal.secretary-votes", "votes"));
        }
        present += may.isAllowed() ? 1 : 0;
        verdict = verdict.and(may);
      }
    }
    int needed = quorum(members, rules);
    if (present < needed) {
      verdict =
          verdict.and(
              refused(
                  "attestation.appeal.quorum", "votes", present, needed, voters(members).size()));
    }
    if (!presides(members)) {
      verdict = verdict.and(refused("attestation.appeal.presiding", "presiding"));
    }
    if (arguments.isEmpty()) {
      verdict = verdict.and(refused("attestation.appeal.arguments", "arguments"));
    }
    if (proposal.kind() == AppealProposal.Kind.KEEP && !isAdopted()) {
      verdict = verdict.and(refused("attestation.appeal.keep-rejected", "votes"));
    }
    return verdict;
  }

  /** The chair presides where present with a vote; else whoever of the present they choose. */
  private boolean presides(List<CommissionMember> members) {
    return members.stream()
        .filter(member -> member.getOffice() == CommissionOffice.CHAIR)
        .map(CommissionMember::getId)
        .filter(votes::containsKey)
        .findFirst()
        .map(chair -> chair.equals(presiding))
        .orElse(presiding != null && votes.containsKey(presiding));
  }

  /** APL-4. Whether the vote was for the proposal; who presides decides between equal halves. */
  public boolean isAdopted() {
    int against = count(Vote.AGAINST);
    int inFavour = count(Vote.FOR);
    return inFavour == against
        ? presiding != null && votes.get(presiding) == Vote.FOR
        : inFavour > against;
  }

  /** How many voted so. */
  public int count(Vote vote) {
    return (int) votes.values().stream().filter(one -> one == vote).count();
  }

  /** What is decided. */
  public AppealOutcome outcome(Integer wasRating, Integer wasScore) {
    return proposal.outcome(isAdopted(), wasRating, wasScore);
  }

  private static Verdict refused(String code, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "APL-4", args).at(field));
  }
}
