package kz.miras.registrar.curriculum.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.EnactedRules;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.ProposalLawful;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleProposal;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.RuleValues;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** Proposes and approves rules (PAR-1 to PAR-6): one person each, for a day to come. */
@Stateless
@Guarded
public class RuleDesk {

  @Inject private RuleProposals proposals;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * Proposes a set of rules.
   *
   * @param basis the document it rests on
   * @param typed values by key of the parameter; a blank value means "not set"
   */
  @RolesAllowed(Permissions.RULES_PROPOSE)
  public Verdict propose(
      Level level, LocalDate validFrom, String basis, Map<String, String> typed) {
    Verdict verdict = Verdict.allowed();
    if (basis == null || basis.isBlank()) {
      verdict = required("basis");
    }
    if (validFrom == null) {
      return verdict.and(required("validFrom"));
    }
    Map<RuleParameter, String> values = RuleValues.typed(typed);
    verdict =
        verdict.and(ProposalLawful.judge(values, validFrom, time.today(), proposals.latest(level)));
    if (verdict.isAllowed()) {
      proposals.add(
          new RuleProposal(
              level, validFrom, basis.strip(), values, access.current().login(), time.now()));
    }
    return verdict;
  }

  /**
   * Puts a proposal in force from its day on; the proposer's own approval is refused.
   *
   * @param decision number and date of the decision
   */
  @RolesAllowed(Permissions.RULES_APPROVE)
  public Verdict approve(long id, String decision) {
    RuleProposal proposal = open(id);
    String login = access.current().login();
    Verdict verdict =
        ProposalLawful.fourEyes(proposal.getProposedBy(), login)
            .and(
                ProposalLawful.judge(
                    proposal.getValues(),
                    proposal.getValidFrom(),
                    time.today(),
                    proposals.latest(proposal.getLevel())));
    if (decision == null || decision.isBlank()) {
      verdict = verdict.and(required("decision"));
    }
    if (verdict.isAllowed()) {
      EnactedRules rules = new EnactedRules(rules(proposal), decision.strip());
      proposals.add(rules);
      proposal.approve(rules, login, time.now(), decision.strip());
    }
    return verdict;
  }

  private static RuleSet rules(RuleProposal proposal) {
    String code =
        "policy-"
            + proposal.getLevel().name().toLowerCase(Locale.ROOT)
            + "-"
            + proposal.getValidFrom();
    return RuleSet.of(code, 1, proposal.getLevel(), proposal.getValidFrom(), proposal.getValues());
  }

  /** Turns a proposal down, with the reason its author reads. */
  @RolesAllowed(Permissions.RULES_APPROVE)
  public Verdict reject(long id, String reason) {
    RuleProposal proposal = open(id);
    if (reason == null || reason.isBlank()) {
      return required("decision");
    }
    proposal.reject(access.current().login(), time.now(), reason.strip());
    return Verdict.allowed();
  }

  /** Takes one's own proposal back. */
  @RolesAllowed(Permissions.RULES_PROPOSE)
  public Verdict withdraw(long id) {
    RuleProposal proposal = open(id);
    String login = access.current().login();
    if (!proposal.getProposedBy().equals(login)) {
      return Verdict.refused(Refusal.of("curriculum.rule.not-own", "PAR-6"));
    }
    proposal.withdraw(login, time.now());
    return Verdict.allowed();
  }

  private RuleProposal open(long id) {
    RuleProposal proposal =
        proposals
            .proposal(id)
            .orElseThrow(() -> new RegistrarException.NotFound("rule-proposal", id));
    if (!proposal.isOpen()) {
      throw new RegistrarException.Conflict("curriculum.rule.decided");
    }
    return proposal;
  }

  private static Verdict required(String field) {
    return Verdict.refused(Refusal.of("field.required", "DAT-1").at(field));
  }
}
