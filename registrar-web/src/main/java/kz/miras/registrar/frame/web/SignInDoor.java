package kz.miras.registrar.frame.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.miras.registrar.access.TicketTurn;
import kz.miras.registrar.access.service.Doorkeeper;

/**
 * ACC-10. Stands before the sign-in page: whoever has to wait gets the waiting page instead, under
 * the same address. No session is made for them.
 */
public class SignInDoor implements Filter {

  /** The cookie that holds the ticket. */
  static final String COOKIE = "registrar-place";

  private static final String TICKET = SignInDoor.class.getName() + ".ticket";
  private static final String PAGE = "/sign-in.xhtml";
  private static final int KEPT_SECONDS = 6 * 3600;

  @Inject private Doorkeeper door;
  @Inject private WaitingPage page;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest call = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    String shown = cookie(call, COOKIE).orElse(null);
    Optional<TicketTurn> turn = door.knock(shown);
    if (turn.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    String ticket = door.write(turn.get().ticket());
    if (!ticket.equals(shown)) {
      keep(answer, ticket, KEPT_SECONDS);
    }
    if (turn.get().open()) {
      request.setAttribute(TICKET, ticket);
      chain.doFilter(request, response);
    } else {
      page.show(call, answer, turn.get());
    }
  }

  /** The ticket a request to the sign-in page came in with; null where none was needed. */
  static String ticket(HttpServletRequest request) {
    return (String) request.getAttribute(TICKET);
  }

  /** Whoever comes next from this browser is somebody new. */
  static void dropTicket(HttpServletResponse answer) {
    keep(answer, "", 0);
  }

  private static void keep(HttpServletResponse answer, String value, int seconds) {
    Cookie cookie = new Cookie(COOKIE, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setMaxAge(seconds);
    answer.addCookie(cookie);
  }

  static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** The sign-in page, with the page that was asked for in the first place. */
  static String address(HttpServletRequest request) {
    String wanted = request.getParameter("wanted");
    return wanted == null || wanted.isEmpty()
        ? PAGE
        : PAGE + "?wanted=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
  }
}
