package kz.miras.registrar.transcript.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The short addresses printed on documents, {@code /verify/7F3K-9QWM-2HXC-D4TR}, and those of links
 * students give.
 */
@WebServlet(urlPatterns = {"/verify", "/verify/*"})
public class VerifyAddress extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** DOC-25. What comes before the link of a student. */
  private static final String SHARED = "shared/";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = request.getPathInfo();
    String code = path == null || path.length() < 2 ? "" : path.substring(1);
    if (code.startsWith(SHARED)) {
      String link = URLEncoder.encode(code.substring(SHARED.length()), StandardCharsets.UTF_8);
      response.sendRedirect(request.getContextPath() + "/shared.xhtml?link=" + link);
      return;
    }
    response.sendRedirect(
        request.getContextPath()
            + "/verify.xhtml"
            + (code.isEmpty() ? "" : "?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)));
  }
}
