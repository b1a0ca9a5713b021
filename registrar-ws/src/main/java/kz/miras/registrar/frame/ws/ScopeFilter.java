package kz.miras.registrar.frame.ws;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.access.service.CallLimits;
import kz.miras.registrar.access.subsystem.ApiScope;

/** SUB-2. Refuses a call its credentials may not be used for, before anything is read. */
@Provider
public class ScopeFilter implements ContainerRequestFilter {

  @Inject private CallLimits limits;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext call) {
    Set<ApiScope> needed = EnumSet.noneOf(ApiScope.class);
    Needs needs = resource.getResourceMethod().getAnnotation(Needs.class);
    if (needs != null) {
      needed.addAll(Arrays.asList(needs.value()));
    }
    if (!limits.leave(needed)) {
      throw new ProblemException(Problem.of(403, Problem.SCOPE, ApiScope.write(needed)));
    }
  }
}
