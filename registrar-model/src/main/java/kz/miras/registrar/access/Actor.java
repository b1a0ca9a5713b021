package kz.miras.registrar.access;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who acts: an account with what it holds, read anew for every request. Answers always take the
 * day, because a grant that ends today is gone tomorrow.
 *
 * @param accountId key of the account
 * @param login its name, also the author in the audit record
 * @param studentId the student behind it, or null
 * @param teacherId the teacher behind it, or null
 * @param grants roles with their dates; also those not effective now
 * @param personalRights rights given or taken beside the roles
 */
public record Actor(
    long accountId,
    String login,
    Long studentId,
    Long teacherId,
    List<Grant> grants,
    List<PersonalRight> personalRights)
    implements Serializable {

  public Actor {
    Objects.requireNonNull(login, "login");
    grants = List.copyOf(grants);
    personalRights = List.copyOf(personalRights);
  }

  /**
   * The same with one role alone: what other roles and orders give is left out, what was taken
   * stays taken.
   */
  public Actor onlyAs(Role role) {
    return new Actor(
        accountId,
        login,
        studentId,
        teacherId,
        grants.stream().filter(grant -> grant.role() == role).toList(),
        personalRights.stream().filter(PersonalRight::isDenial).toList());
  }

  /** The roles held on the day, delegated ones included. */
  public Set<Role> roles(LocalDate today) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (Grant grant : grants) {
      if (grant.isEffectiveOn(today)) {
        roles.add(grant.role());
      }
    }
    return roles;
  }

  /** May the actor do it today, at least somewhere? */
  public boolean may(String permission, LocalDate today) {
    return !scopes(permission, today).isEmpty();
  }

  /**
   * How far the actor's right reaches today: the scopes of all grants together; none is denied.
   * What {@link SeparationOfDuty} forbids the roles is denied whoever granted it.
   */
  public Set<Scope> scopes(String permission, LocalDate today) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    if (!SeparationOfDuty.ofActor(this, permission, today).isAllowed()) {
      return Set.of();
    }
    for (Grant grant : grants) {
      if (grant.isEffectiveOn(today)) {
        scopes.addAll(PermissionMatrix.standard().scopes(grant.role(), permission));
      }
    }
    for (PersonalRight right : personalRights) {
      if (right.permission().equals(permission) && right.isEffectiveOn(today)) {
        if (right.isDenial()) {
          return Set.of();
        }
        scopes.addAll(right.scopes());
      }
    }
    return Collections.unmodifiableSet(scopes);
  }

  /**
   * Ids the right is limited to in this scope: the targets of the grants that carry it; for a right
   * given personally, those of all grants whose role reaches in this scope.
   */
  public Set<Long> targets(String permission, Scope scope, LocalDate today) {
    PermissionMatrix matrix = PermissionMatrix.standard();
    boolean personal =
        personalRights.stream()
            .anyMatch(
                right ->
                    right.permission().equals(permission)
                        && right.isEffectiveOn(today)
                        && right.scopes().contains(scope));
    Set<Long> ids = new HashSet<>();
    for (Grant grant : grants) {
      if (grant.isEffectiveOn(today)
          && (matrix.scopes(grant.role(), permission).contains(scope)
              || personal && matrix.uses(grant.role(), scope))) {
        ids.addAll(grant.targets());
      }
    }
    return Collections.unmodifiableSet(ids);
  }

  /** Schools the right is limited to where it reaches {@link Scope#OWN_SCHOOL}. */
  public Set<Long> schools(String permission, LocalDate today) {
    return targets(permission, Scope.OWN_SCHOOL, today);
  }

  /** Every operation the actor may do today, in some scope. */
  public Set<String> permissions(LocalDate today) {
    Set<String> held = new HashSet<>();
    for (String permission : PermissionMatrix.standard().permissions()) {
      if (may(permission, today)) {
        held.add(permission);
      }
    }
    return held;
  }

  /**
   * ACC-3. May the actor do it today to this very thing? A scope counts only where the target says
   * who it belongs to; what the target leaves out is nobody's.
   */
  public boolean may(String permission, Target target, LocalDate today) {
    for (Scope scope : scopes(permission, today)) {
      if (reaches(scope, permission, target, today)) {
        return true;
      }
    }
    return false;
  }

  private boolean reaches(Scope scope, String permission, Target target, LocalDate today) {
    return switch (scope) {
      case ALL -> true;
      case OWN_RECORD ->
          same(studentId, target.student()) || Long.valueOf(accountId).equals(target.owner());
      case OWN_GROUPS -> teacherId != null && target.teachers().contains(teacherId);
      case OWN_EXAM -> teacherId != null && target.examiners().contains(teacherId);
      case OWN_ADVISEES -> teacherId != null && target.advisers().contains(teacherId);
      case OWN_SCHOOL, OWN_COMMISSION, BY_AGREEMENT ->
          target.bodies(scope).stream().anyMatch(targets(permission, scope, today)::contains);
    };
  }

  private static boolean same(Long mine, Long theirs) {
    return mine != null && mine.equals(theirs);
  }
}
