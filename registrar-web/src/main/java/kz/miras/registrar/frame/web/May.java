package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;

/**
 * {@code #{may.can('sheet.close')}}: what the screens show follows the same matrix as the services.
 */
@Named("may")
@RequestScoped
public class May {

  @Inject private Access access;
  @Inject private HttpServletRequest request;

  private final Map<String, Boolean> asked = new HashMap<>();

  public boolean can(String permission) {
    return request.getUserPrincipal() != null && asked.computeIfAbsent(permission, access::may);
  }

  /** Whether the caller may do it to the own record and to nothing else, as students may. */
  public boolean onlyOwn(String permission) {
    return can(permission) && access.scopes(permission).equals(Set.of(Scope.OWN_RECORD));
  }

  public String getLogin() {
    return request.getUserPrincipal() == null ? "" : request.getUserPrincipal().getName();
  }

  public boolean isSignedIn() {
    return request.getUserPrincipal() != null;
  }
}
