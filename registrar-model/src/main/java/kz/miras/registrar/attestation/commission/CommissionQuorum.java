package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * AK-5. Who of a commission is present at a meeting.
 *
 * @param voters how many of the commission vote, the chair included
 * @param present how many of them are there
 */
public record CommissionQuorum(int voters, int present, boolean chair, boolean secretary)
    implements Serializable {

  /** How many have to be there. */
  public int needed(RuleSet rules) {
    return rules.fraction(RuleParameter.AK_QUORUM).leastOf(voters);
  }

  /** Whether the commission may decide, every reason against it at once. */
  public Verdict judge(RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    int needed = needed(rules);
    if (present < needed) {
      verdict = refused("attestation.ak.quorum", present, needed, voters);
    }
    if (!chair) {
      verdict = verdict.and(refused("attestation.ak.chair-absent"));
    }
    return secretary ? verdict : verdict.and(refused("attestation.ak.secretary-absent"));
  }

  /**
   * Whether a vote carries what was proposed: the majority does, and where votes are equal the
   * chair, who then has voted for it.
   *
   * @param against how many of those present voted against
   */
  public Verdict carries(int against) {
    return against < 0 || against * 2 > present
        ? Verdict.refused(
            Refusal.of("attestation.ak.outvoted", "AK-5", against, present).at("against"))
        : Verdict.allowed();
  }

  private static Verdict refused(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "AK-5", args).at("present"));
  }
}
