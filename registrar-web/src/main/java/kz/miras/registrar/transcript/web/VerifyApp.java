package kz.miras.registrar.transcript.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.service.Json;

/** DOC-24. What lets the public page be kept on a phone and work there without a network. */
@WebServlet({"/verify/worker.js", "/verify/app.webmanifest"})
public class VerifyApp extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String WORKER = "/resources/registrar/verify-worker.js";

  @Inject private transient Words words;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (request.getServletPath().endsWith(".js")) {
      response.setContentType("text/javascript;charset=UTF-8");
      // it looks after the page itself, which lies beside its own folder
      response.setHeader("Service-Worker-Allowed", request.getContextPath() + "/verify");
      response.setHeader("Cache-Control", "no-cache");
      try (InputStream in = getServletContext().getResourceAsStream(WORKER)) {
        in.transferTo(response.getOutputStream());
      }
      return;
    }
    response.setContentType("application/manifest+json;charset=UTF-8");
    String base = request.getContextPath();
    response
        .getOutputStream()
        .write(
            Json.write(
                    Map.of(
                        "name",
                        words.get("transcript.verify"),
                        "short_name",
                        words.get("transcript.verify.short"),
                        "start_url",
                        base + "/verify.xhtml",
                        "scope",
                        base + "/verify",
                        "display",
                        "standalone",
                        "icons",
                        List.of(
                            Map.of(
                                "src",
                                base + "/resources/registrar/mark.svg",
                                "sizes",
                                "any",
                                "type",
                                "image/svg+xml"))))
                .getBytes(StandardCharsets.UTF_8));
  }
}
