package kz.miras.registrar.access.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Who is calling and what they may do now. Grants are read from the database once in a request and
 * never kept longer.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Access {

  @Resource private SessionContext context;
  @Inject private CallerOfRequest caller;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * The caller with the grants of this moment.
   *
   * @throws RegistrarException.Forbidden where nobody has signed in
   */
  public Actor current() {
    return caller().orElseThrow(() -> new RegistrarException.Forbidden("screens.use"));
  }

  /** The same; empty where nobody has signed in. */
  public Optional<Actor> caller() {
    return caller.of(context.getCallerPrincipal().getName());
  }

  /** May the caller do it today, in some scope? False for a visitor. */
  public boolean may(String permission) {
    return mayAny(permission);
  }

  /** May the caller do one of these today? False for a visitor. */
  public boolean mayAny(String... permissions) {
    return caller()
        .map(
            actor -> {
              for (String permission : permissions) {
                if (actor.may(permission, time.today())) {
                  return true;
                }
              }
              return false;
            })
        .orElse(false);
  }

  /** May the caller do it to this very thing? False for a visitor, and for the system itself. */
  public boolean may(String permission, Target target) {
    return caller().map(actor -> actor.may(permission, target, time.today())).orElse(false);
  }

  /** How far the caller's right reaches today. */
  public Set<Scope> scopes(String permission) {
    return current().scopes(permission, time.today());
  }

  /**
   * Insists on a right over a thing.
   *
   * @throws RegistrarException.Forbidden after recording the attempt
   */
  public void require(String permission, Target target, String entity, Object id) {
    if (!may(permission, target)) {
      audit.recordApart(Outcome.DENIED, permission, entity, String.valueOf(id));
      throw new RegistrarException.Forbidden(permission);
    }
  }

  /**
   * Insists on a right over a thing the caller must not even learn of.
   *
   * @throws RegistrarException.NotFound after recording the attempt
   */
  public void requireVisible(
      String permission, Target target, String entity, java.io.Serializable id) {
    if (!may(permission, target)) {
      audit.recordApart(Outcome.DENIED, permission, entity, String.valueOf(id));
      throw new RegistrarException.NotFound(entity, id);
    }
  }
}
