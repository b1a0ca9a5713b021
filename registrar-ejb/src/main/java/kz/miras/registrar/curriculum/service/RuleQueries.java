package kz.miras.registrar.curriculum.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.EnactedRules;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleProposal;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.RuleValues;
import kz.miras.registrar.curriculum.service.RuleSetView.Line;
import kz.miras.registrar.curriculum.service.RuleSetView.Row;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** The sets of rules and their proposals for screens. */
@Stateless
@Guarded
public class RuleQueries {

  private static final int SHOWN = 50;

  @Inject private RuleProposals proposals;
  @Inject private RuleBook book;
  @Inject private UniversityTime time;

  /** The sets of a level, the latest first. */
  @RolesAllowed(Permissions.RULES_READ)
  public List<Row> sets(Level level) {
    return proposals.sets(level).stream()
        .map(set -> new Row(set.getCode(), set.getLevel(), set.getValidFrom(), set.getApprovedBy()))
        .toList();
  }

  /**
   * A set with all its values, compared with the one it followed.
   *
   * @param code code of the set; null for the one of the level in force today
   */
  @RolesAllowed(Permissions.RULES_READ)
  public RuleSetView set(Level level, String code) {
    String inForce = book.inForce(level, time.today()).code();
    EnactedRules set =
        proposals
            .set(code == null ? inForce : code)
            .orElseThrow(() -> new RegistrarException.NotFound("rules", code));
    List<EnactedRules> all = proposals.sets(set.getLevel());
    int place = all.indexOf(set);
    LocalDate until = place == 0 ? null : all.get(place - 1).getValidFrom().minusDays(1);
    RuleSet rules = set.rules();
    RuleSet before = place + 1 < all.size() ? all.get(place + 1).rules() : rules;
    return new RuleSetView(
        set.getCode(),
        set.getLevel(),
        set.getValidFrom(),
        until,
        set.getApprovedBy(),
        set.getCode().equals(inForce),
        lines(rules.texts(), before.texts()));
  }

  /** Proposals, open ones first. */
  @RolesAllowed(Permissions.RULES_READ)
  public List<ProposalView> proposals() {
    return proposals.proposals(SHOWN).stream().map(this::view).toList();
  }

  /** One proposal. */
  @RolesAllowed(Permissions.RULES_READ)
  public ProposalView proposal(long id) {
    return proposals
        .proposal(id)
        .map(this::view)
        .orElseThrow(() -> new RegistrarException.NotFound("rule-proposal", id));
  }

  /** All values of a proposal, as it was made: by parameter. */
  @RolesAllowed(Permissions.RULES_READ)
  public Map<RuleParameter, String> values(long id) {
    return proposals
        .proposal(id)
        .map(RuleProposal::getValues)
        .map(RuleValues::complete)
        .orElseThrow(() -> new RegistrarException.NotFound("rule-proposal", id));
  }

  private ProposalView view(RuleProposal proposal) {
    LocalDate eve = proposal.getValidFrom().minusDays(1);
    List<Line> lines =
        lines(
            RuleValues.complete(proposal.getValues()),
            book.inForce(proposal.getLevel(), eve).texts());
    return new ProposalView(
        proposal.getId(),
        proposal.getLevel(),
        proposal.getValidFrom(),
        proposal.getBasis(),
        proposal.getStatus(),
        proposal.getProposedBy(),
        proposal.getProposedAt(),
        proposal.getDecidedBy(),
        proposal.getDecidedAt(),
        proposal.getDecision(),
        proposal.getRuleSetCode(),
        lines.stream().filter(Line::isChanged).toList());
  }

  private static List<Line> lines(
      Map<RuleParameter, String> values, Map<RuleParameter, String> before) {
    List<Line> lines = new ArrayList<>();
    for (RuleParameter parameter : RuleParameter.values()) {
      lines.add(Line.of(parameter, values.get(parameter), before.get(parameter)));
    }
    return lines;
  }
}
