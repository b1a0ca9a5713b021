package kz.miras.registrar.access.service;

import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import kz.miras.registrar.access.AuditRecord.Outcome;
import kz.miras.registrar.shared.RegistrarException;

/** Checks the live grants before a service method runs. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class GuardInterceptor {

  @Inject private Access access;
  @Inject private AuditTrail audit;

  @AroundInvoke
  Object check(InvocationContext call) throws Exception {
    String[] required = required(call.getMethod());
    if (required.length > 0 && !access.mayAny(required)) {
      Method method = call.getMethod();
      audit.recordApart(
          Outcome.DENIED,
          required[0],
          "operation",
          method.getDeclaringClass().getSimpleName() + "." + method.getName());
      throw new RegistrarException.Forbidden(required[0]);
    }
    return call.proceed();
  }

  private static String[] required(Method method) {
    RolesAllowed own = method.getAnnotation(RolesAllowed.class);
    if (own != null) {
      return own.value();
    }
    if (method.isAnnotationPresent(PermitAll.class)) {
      return new String[0];
    }
    RolesAllowed common = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
    return common == null ? new String[0] : common.value();
  }
}
