package kz.miras.registrar.transcript.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.transcript.service.CheckGate;
import kz.miras.registrar.transcript.service.CheckGate.Cost;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.DocumentVerification.Answer;
import kz.miras.registrar.transcript.service.DocumentVerification.Verdict;
import kz.miras.registrar.transcript.service.signing.FactsOfRecord;

/**
 * DOC-24. For the script of the public page: the keys facts are signed with, and whether what a QR
 * code states is what is stored. The facts come in the body, so that no log has them.
 */
@WebServlet({"/verify/keys", "/verify/facts"})
public class VerifyFacts extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 1000;

  @Inject private transient FactsOfRecord facts;
  @Inject private transient DocumentVerification documents;
  @Inject private transient CheckGate gate;
  @Inject private transient LanguageChoice language;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getServletPath().endsWith("keys")) {
      response.sendRedirect(request.getContextPath() + "/verify.xhtml");
      return;
    }
    response.setHeader("Cache-Control", "public, max-age=3600");
    response.setHeader("Access-Control-Allow-Origin", "*");
    send(response, "application/jwk-set+json", facts.keys(documents.kindNames()));
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String address = request.getRemoteAddr();
    Map<String, Object> told = new LinkedHashMap<>();
    Duration wait = gate.ask(address);
    if (!wait.isZero()) {
      response.setStatus(429);
      response.setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
      told.put("wait", Math.max(1, wait.toSeconds()));
    } else {
      byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
      Answer answer = documents.byFacts(new String(body, StandardCharsets.US_ASCII).strip());
      if (answer.verdict() == Verdict.UNKNOWN || answer.verdict() == Verdict.ALTERED) {
        gate.charge(address, Cost.MISS);
      }
      told.put("verdict", answer.verdict().name());
      told.put("contentsMatch", answer.contentsMatch());
      if (answer.kind() != null) {
        told.put("kind", answer.kind().name().in(language.getLanguage()));
      }
    }
    send(response, "application/json", Json.write(told));
  }

  private static void send(HttpServletResponse response, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentType(type);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
