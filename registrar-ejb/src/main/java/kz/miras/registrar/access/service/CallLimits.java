package kz.miras.registrar.access.service;

import jakarta.enterprise.context.RequestScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.PermissionMatrix;
import kz.miras.registrar.access.PersonalRight;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.subsystem.ApiScope;

/**
 * SUB-2. What the credentials of this very call may be used for; set at the border. What they leave
 * out is denied for the length of the call as if it had been taken from the account by order.
 */
@RequestScoped
public class CallLimits {

  private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

  private Set<ApiScope> scopes;
  private boolean own;

  /** Limits the call to these scopes. */
  public void limit(Set<ApiScope> to) {
    scopes = Set.copyOf(to);
  }

  /** SUB-6. Limits the call to these scopes of a student, whatever else the student may here. */
  public void limitToOwn(Set<ApiScope> to) {
    limit(to);
    own = true;
  }

  /** The scopes of the call; null where it has no limits beside the matrix. */
  public Set<ApiScope> scopes() {
    return scopes;
  }

  /** Whether the call may be used for all of this. */
  public boolean leave(Set<ApiScope> needed) {
    return scopes == null || scopes.containsAll(needed);
  }

  /** The actor with what is left. */
  Actor left(Actor actor) {
    if (scopes == null) {
      return actor;
    }
    Actor here = own ? actor.onlyAs(Role.STU) : actor;
    Set<String> left = ApiScope.permissions(scopes);
    List<PersonalRight> rights = new ArrayList<>(here.personalRights());
    for (String permission : PermissionMatrix.standard().permissions()) {
      if (!left.contains(permission)) {
        rights.add(new PersonalRight(permission, Set.of(), EVER, null, "scopes"));
      }
    }
    return new Actor(
        here.accountId(), here.login(), here.studentId(), here.teacherId(), here.grants(), rights);
  }
}
