package kz.miras.registrar.frame.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Forms somebody sends to one page are taken one after another. A second click comes with the same
 * page, and both share its beans: the answer to the first leaves the page and takes them away, and
 * the second, already read, would go on with new ones, which know nothing of what was typed.
 */
@WebFilter("*.xhtml")
public class FormTurns implements Filter {

  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  /** Whose turn it is at a page; kept as long as somebody is there. */
  private static final class Turn {

    private final Lock lock = new ReentrantLock(true);
    private int here;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest call = (HttpServletRequest) request;
    HttpSession session = "POST".equals(call.getMethod()) ? call.getSession(false) : null;
    if (session == null) {
      chain.doFilter(request, response);
      return;
    }
    String page = session.getId() + " " + call.getRequestURI() + "?" + call.getQueryString();
    Turn turn = turns.compute(page, (key, kept) -> come(kept));
    turn.lock.lock();
    try {
      chain.doFilter(request, response);
    } finally {
      turn.lock.unlock();
      turns.computeIfPresent(page, (key, kept) -> gone(kept));
    }
  }

  private static Turn come(Turn kept) {
    Turn turn = kept == null ? new Turn() : kept;
    turn.here++;
    return turn;
  }

  private static Turn gone(Turn turn) {
    turn.here--;
    return turn.here == 0 ? null : turn;
  }
}
