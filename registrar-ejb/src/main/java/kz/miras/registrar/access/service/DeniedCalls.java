package kz.miras.registrar.access.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.shared.RegistrarException;

/**
 * Stands before the container's own check of {@code @RolesAllowed} (jboss-ejb3.xml): what the
 * container denies is recorded and answered like every other denial.
 */
public class DeniedCalls {

  @AroundInvoke
  Object watch(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (EJBAccessException e) {
      Method method = call.getMethod();
      String permission = permission(method);
      trail()
          .recordApart(
              Outcome.DENIED,
              permission,
              "operation",
              method.getDeclaringClass().getSimpleName() + "." + method.getName());
      throw new RegistrarException.Forbidden(permission);
    }
  }

  private static String permission(Method method) {
    RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
    if (roles == null) {
      roles = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    }
    return roles == null || roles.value().length == 0 ? "unknown" : roles.value()[0];
  }

  private static AuditTrail trail() throws NamingException {
    return InitialContext.doLookup(
        "java:app/registrar-ejb/AuditTrail!" + AuditTrail.class.getName());
  }
}
