package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Again;

/**
 * Where adviser, dean and office decide about submitted plans: line by line, or many plans at once,
 * each for itself in a transaction of its own that is tried again where the database asks for it,
 * so that no student waits for the plans of others.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlanApprovalDesk {

  @Inject private PlanDecisions plans;

  /**
   * A plan as whoever decides has seen it.
   *
   * @param version of what was seen; nothing is decided about another one
   */
  public record Seen(UUID id, int version) implements Serializable {}

  /**
   * What became of one plan.
   *
   * @param student number of the student
   */
  public record Decided(UUID plan, String student, Verdict verdict) implements Serializable {}

  /**
   * What the rules say of a plan, for who decides about it.
   *
   * @param lines by key of line
   */
  public record Findings(Verdict whole, Map<Long, Verdict> lines) implements Serializable {

    /** What they say of one line. */
    public Verdict line(long key) {
      return lines.getOrDefault(key, Verdict.allowed());
    }
  }

  /** All rules about the plan, as whoever decides sees them. */
  @RolesAllowed({
    Permissions.PLAN_APPROVE,
    Permissions.PLAN_CONFIRM,
    Permissions.PLAN_SIGN,
    Permissions.PLAN_READ
  })
  public Findings findings(UUID id) {
    return plans.findings(id);
  }

  /** Whether the dean signs plans like this one. */
  @RolesAllowed({Permissions.PLAN_SIGN, Permissions.PLAN_READ})
  public boolean isSigned(UUID id) {
    return plans.isSigned(id);
  }

  /**
   * The adviser approves lines.
   *
   * @param keys of the lines; empty for all that lie with the adviser
   */
  @RolesAllowed(Permissions.PLAN_APPROVE)
  public Verdict approve(Seen seen, Collection<Long> keys) {
    return Again.of(() -> plans.approve(seen, keys));
  }

  /** The adviser approves plans at once; only those every rule is satisfied with. */
  @RolesAllowed(Permissions.PLAN_APPROVE)
  public List<Decided> approveAll(Collection<Seen> seen) {
    return each(seen, plans::approveTogether);
  }

  /**
   * The office confirms lines that are approved.
   *
   * @param keys of the lines; empty for all that are approved
   */
  @RolesAllowed(Permissions.PLAN_CONFIRM)
  public Verdict confirm(Seen seen, Collection<Long> keys) {
    return Again.of(() -> plans.confirm(seen, keys));
  }

  /** The office confirms plans at once; only those every rule is satisfied with. */
  @RolesAllowed(Permissions.PLAN_CONFIRM)
  public List<Decided> confirmAll(Collection<Seen> seen) {
    return each(seen, plans::confirmTogether);
  }

  /** The dean signs plans the adviser approved. */
  @RolesAllowed(Permissions.PLAN_SIGN)
  public List<Decided> sign(Collection<Seen> seen) {
    return each(seen, plans::sign);
  }

  /**
   * IUP-5, IUP-6. Gives lines back with a remark each, a dean those that wait for the signature;
   * their seats are kept for the days the rules say.
   *
   * @param remarks why, by key of line
   */
  @RolesAllowed({Permissions.PLAN_APPROVE, Permissions.PLAN_CONFIRM, Permissions.PLAN_SIGN})
  public Verdict giveBack(Seen seen, Map<Long, String> remarks) {
    return Again.of(() -> plans.giveBack(seen, remarks));
  }

  private static List<Decided> each(Collection<Seen> seen, Function<Seen, Decided> decide) {
    List<Decided> decided = new ArrayList<>();
    for (Seen one : seen) {
      decided.add(Again.of(() -> decide.apply(one)));
    }
    return decided;
  }
}
