package kz.miras.registrar.frame.web;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.miras.registrar.access.service.AuditContext;

/** Headers every answer carries, and the origin of the call for the audit trail. */
public class Headers implements Filter {

  @Inject private AuditContext audit;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest call = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("X-Frame-Options", "DENY");
    answer.setHeader("Referrer-Policy", "same-origin");
    answer.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    if (call.isSecure()) {
      answer.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (call.getRequestURI().startsWith("/resources/")) {
      answer.setHeader("Cache-Control", "max-age=600");
    } else if (!call.getRequestURI().startsWith("/jakarta.faces.resource/")) {
      answer.setHeader("Cache-Control", "no-store");
    }
    if (call.getDispatcherType() != DispatcherType.REQUEST) {
      // the sign-in page and error pages of the server come this way
      chain.doFilter(request, response);
      return;
    }
    audit.begin(call.getRemoteAddr());
    try {
      chain.doFilter(request, response);
    } finally {
      audit.end();
    }
  }
}
