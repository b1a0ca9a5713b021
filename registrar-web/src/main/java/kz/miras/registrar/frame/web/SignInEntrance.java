package kz.miras.registrar.frame.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the server sends whoever has not signed in. Leads on to the sign-in page, so that it has an
 * address of its own, and remembers the page asked for. A partial request learns it in its own
 * words.
 */
@WebServlet("/sign-in")
public class SignInEntrance extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String page =
        "/sign-in.xhtml?wanted=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml; charset=UTF-8");
      response
          .getWriter()
          .write(
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                  + page
                  + "\"/></partial-response>");
    } else {
      response.sendRedirect(page);
    }
  }

  private static String wanted(HttpServletRequest request) {
    Object path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    if (path == null || path.toString().startsWith("/sign-in")) {
      return "/index.xhtml";
    }
    Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    String shown = query == null ? queryOfPage(request, path.toString()) : query.toString();
    return path + (shown == null || shown.isBlank() ? "" : "?" + shown);
  }

  /** A form cannot be sent again after signing in, but the page it stood on can be shown again. */
  private static String queryOfPage(HttpServletRequest request, String path) {
    String page = request.getHeader("Referer");
    if (page == null || !"POST".equals(request.getMethod())) {
      return null;
    }
    int query = page.indexOf(path + "?");
    return query < 0 ? null : page.substring(query + path.length() + 1);
  }
}
