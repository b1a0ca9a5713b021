package kz.miras.registrar.curriculum.service;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.ProposalStatus;

/**
 * A proposal of rules as screens show it.
 *
 * @param basis document it rests on
 * @param decision what was decided, or why not; null while open
 * @param ruleSet code of the set it became; null otherwise
 * @param changes parameters whose value differs from the rules it would follow
 */
public record ProposalView(
    long id,
    Level level,
    LocalDate validFrom,
    String basis,
    ProposalStatus status,
    String proposedBy,
    Instant proposedAt,
    String decidedBy,
    Instant decidedAt,
    String decision,
    String ruleSet,
    List<RuleSetView.Line> changes)
    implements Serializable {

  public ProposalView {
    changes = List.copyOf(changes);
  }

  public boolean isOpen() {
    return status == ProposalStatus.PROPOSED;
  }
}
