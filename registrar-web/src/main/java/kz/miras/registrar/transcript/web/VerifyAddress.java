package kz.miras.registrar.transcript.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The short address printed on documents: {@code /verify/7F3K-9QWM-2HXC-D4TR}. */
@WebServlet(urlPatterns = {"/verify", "/verify/*"})
public class VerifyAddress extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String path = request.getPathInfo();
    String code = path == null || path.length() < 2 ? "" : path.substring(1);
    response.sendRedirect(
        request.getContextPath()
            + "/verify.xhtml"
            + (code.isEmpty() ? "" : "?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8)));
  }
}
