package kz.miras.registrar.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * ACC-5, ACC-6. What a grant must have before it is entered: a basis, dates in order, the schools
 * or commissions its role needs; a delegation has an end, does not outlast the appointment it
 * stands for and is not passed on; administration and audit are not combined with other work.
 */
public final class GrantSound {

  private static final Set<Role> APPROVED = EnumSet.of(Role.SEN, Role.SPE, Role.JUN);

  private GrantSound() {}

  /**
   * ACC-9. Does a grant of this role wait for the director's approval? Heads and people outside the
   * office hold theirs by an order from above.
   */
  public static boolean needsApproval(Role role) {
    return APPROVED.contains(role);
  }

  /**
   * Judges a grant to be entered.
   *
   * @param grant the grant
   * @param held what the receiver holds already
   * @param delegator what the person stood in for holds; empty where it is no delegation
   */
  public static Verdict judge(Grant grant, List<Grant> held, List<Grant> delegator) {
    Verdict verdict = Verdict.allowed();
    if (grant.basis().isEmpty()) {
      verdict = verdict.and(refused("access.grant.basis-missing", "ACC-5", "basis"));
    }
    if (grant.to() != null && grant.to().isBefore(grant.from())) {
      verdict = verdict.and(refused("access.grant.dates-reversed", "ACC-5", "to"));
    }
    if (grant.targets().isEmpty() && needsTarget(grant.role())) {
      verdict = verdict.and(refused("access.grant.target-missing", "ACC-5", "target"));
    }
    if (grant.isDelegated()) {
      verdict = verdict.and(delegation(grant, delegator));
    }
    if (held.stream().anyMatch(other -> overlaps(grant, other) && clash(grant, other))) {
      verdict = verdict.and(refused("access.grant.roles-clash", "SOD-9", "role"));
    }
    return verdict;
  }

  private static Verdict delegation(Grant grant, List<Grant> delegator) {
    if (grant.to() == null) {
      return refused("access.grant.delegation-without-end", "ACC-6", "to");
    }
    boolean covered =
        delegator.stream()
            .anyMatch(
                own ->
                    !own.isDelegated()
                        && own.role() == grant.role()
                        && own.isEffectiveOn(grant.from())
                        && own.isEffectiveOn(grant.to())
                        && own.targets().containsAll(grant.targets()));
    return covered
        ? Verdict.allowed()
        : refused("access.grant.delegation-uncovered", "ACC-6", "delegatedFrom");
  }

  private static boolean needsTarget(Role role) {
    return Arrays.stream(Scope.values())
        .filter(Scope::needsTarget)
        .anyMatch(scope -> PermissionMatrix.standard().uses(role, scope));
  }

  private static boolean clash(Grant one, Grant other) {
    Set<Role> alone = EnumSet.of(Role.ADM, Role.AUD, Role.SUBSYSTEM, Role.SYSTEM, Role.EXT);
    return one.role() != other.role()
        && (alone.contains(one.role()) || alone.contains(other.role()));
  }

  private static boolean overlaps(Grant one, Grant other) {
    boolean oneEndsBefore = one.to() != null && one.to().isBefore(other.from());
    boolean otherEndsBefore = other.to() != null && other.to().isBefore(one.from());
    return !oneEndsBefore && !otherEndsBefore;
  }

  private static Verdict refused(String code, String rule, String field) {
    return Verdict.refused(Refusal.of(code, rule).at(field));
  }
}
