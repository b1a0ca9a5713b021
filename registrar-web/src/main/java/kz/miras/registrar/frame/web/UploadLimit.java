package kz.miras.registrar.frame.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/**
 * Tells whoever sends more than a form may carry so, and whoever sends what is no whole form. The
 * server gives up reading such a form and every later look at it fails, error pages included;
 * therefore it is looked at here first, and the answer leads to a page of its own.
 */
@WebFilter("*.xhtml")
public class UploadLimit extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String type = request.getContentType();
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      if (!"POST".equals(request.getMethod())) {
        // no form comes so, and whoever asks so would ask for the page it is led to just so again
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return;
      }
      String refused = refused(request);
      if (refused != null) {
        response.sendRedirect(request.getContextPath() + refused);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /** The page that tells what is wrong with the form; null where it can be read. */
  private static String refused(HttpServletRequest request) {
    try {
      request.getParts();
      return null;
    } catch (IllegalStateException e) {
      return "/error/413.xhtml";
    } catch (IOException | ServletException | RuntimeException e) {
      // the server wraps what breaks off into an exception of no kind
      return "/error/400.xhtml";
    }
  }
}
