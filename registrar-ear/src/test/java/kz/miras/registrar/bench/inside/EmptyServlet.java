package kz.miras.registrar.bench.inside;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Reads what is sent and answers a word: what a call costs that asks nothing of anybody. */
@WebServlet("/empty")
public final class EmptyServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream sent = request.getInputStream()) {
      sent.readAllBytes();
    }
    response.setContentType("text/plain; charset=UTF-8");
    response.getWriter().print("empty");
  }
}
