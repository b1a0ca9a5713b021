package kz.miras.registrar.frame.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
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

  public String getLogin() {
    return request.getUserPrincipal() == null ? "" : request.getUserPrincipal().getName();
  }

  public boolean isSignedIn() {
    return request.getUserPrincipal() != null;
  }
}
