package kz.miras.registrar.frame.ws;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Callable;
import kz.miras.registrar.access.service.AuditContext;
import org.wildfly.security.auth.server.SecurityIdentity;

/** The one door of the services: headers, origin for the audit trail, who calls, how much. */
@WebFilter("/*")
public class Entrance implements Filter {

  /** Bytes of the largest body a REST call may send. */
  static final int LARGEST_BODY = 64 * 1024;

  /** Attribute of the request: how the caller signed in. */
  public static final String SCHEME = "kz.miras.registrar.scheme";

  /** DOC-3. What anybody may ask, without an account. */
  private static final String OPEN = "/v1/verify";

  private static final String CHALLENGE_BASIC = "Basic realm=\"registrar\", charset=\"UTF-8\"";

  @Inject private AuditContext audit;
  @Inject private Credentials credentials;
  @Inject private SoapEntrance soap;
  @Inject private SoapSender senders;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest call = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    if (call.isSecure()) {
      answer.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    audit.begin("api " + call.getRemoteAddr());
    try {
      route(call, answer, chain);
    } catch (IOException e) {
      // the caller has gone away, or sent less than announced
      refuse(call, answer, Problem.of(400, "bad-request"));
    } catch (ServletException | RuntimeException e) {
      refuse(call, answer, Failures.problem(e));
    } finally {
      audit.end();
    }
  }

  private void route(HttpServletRequest call, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    String path = call.getRequestURI().substring(call.getContextPath().length());
    if (path.startsWith("/v1/")) {
      rest(call, answer, chain);
    } else if (path.startsWith("/soap/")) {
      soap.serve(call, answer, chain, path);
    } else if (path.equals("/gateway/async")) {
      // nobody signs in: who sends is told by the signature of the message, which is read there, as
      // far as it may be long
      chain.doFilter(call, answer);
    } else if (path.equals("/openapi.json")) {
      if (!call.getMethod().matches("GET|HEAD")) {
        answer.setHeader("Allow", "GET, HEAD");
        throw new ProblemException(Problem.of(405, "method"));
      }
      chain.doFilter(call, answer);
    } else {
      throw new ProblemException(Problem.of(404, "no-such-address"));
    }
  }

  private void rest(HttpServletRequest call, HttpServletResponse answer, FilterChain chain)
      throws IOException, ServletException {
    if (OPEN.equals(call.getRequestURI().substring(call.getContextPath().length()))) {
      chain.doFilter(ReadBody.of(call, LARGEST_BODY), answer);
      return;
    }
    SecurityIdentity caller = credentials.of(call);
    senders.admit(caller, call);
    String header = call.getHeader("Authorization");
    ReadBody read = ReadBody.of(call, LARGEST_BODY);
    read.setAttribute(SCHEME, header.substring(0, header.indexOf(' ')));
    as(caller, () -> chain.doFilter(read, answer));
  }

  /** Something done in a caller's name. */
  interface Deed {
    void run() throws IOException, ServletException;
  }

  static void as(SecurityIdentity caller, Deed deed) throws IOException, ServletException {
    try {
      caller.runAs(
          (Callable<Void>)
              () -> {
                deed.run();
                return null;
              });
    } catch (IOException | ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  static void refuse(HttpServletRequest call, HttpServletResponse answer, Problem problem)
      throws IOException {
    if (problem.status() == 401) {
      answer.addHeader("WWW-Authenticate", "Bearer realm=\"registrar\"");
      answer.addHeader("WWW-Authenticate", CHALLENGE_BASIC);
    }
    problem.headers().forEach(answer::setHeader);
    problem.send(answer, Languages.of(call));
  }
}
