package kz.miras.registrar.frame.ws;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.ClauseText;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Messages;

/**
 * What went wrong, as RFC 9457 has it, in the caller's language. Tells what the caller can do about
 * it and nothing of the inside.
 *
 * @param status of HTTP
 * @param kind last part of the type; its title is the text {@code api.problem.<kind>.title}
 * @param message key of the detail
 * @param args for the detail
 * @param refusals the rules that refused; empty where none did
 */
public record Problem(
    int status, String kind, String message, List<Serializable> args, List<Refusal> refusals) {

  /** Media type of a problem. */
  public static final String TYPE = "application/problem+json";

  /** Header of a call and of its answer: the ticket of whoever waits for a password check. */
  public static final String TICKET = "Registrar-Ticket";

  /** Kind of the problem that the credentials may not be used for the call. */
  static final String SCOPE = "scope";

  private static final String QUEUE = "queue";
  private static final String CHANGED = "changed";
  private static final String ROOT = "https://registrar.miras.edu.kz/problems/";

  public Problem {
    args = List.copyOf(args);
    refusals = List.copyOf(refusals);
  }

  /** A problem with the detail {@code api.problem.<kind>}. */
  public static Problem of(int status, String kind, Serializable... args) {
    return new Problem(status, kind, "api.problem." + kind, List.of(args), List.of());
  }

  /**
   * ACC-10. A password that has to wait until it is checked.
   *
   * @param ahead how many are before
   * @param seconds when to ask again
   * @param ticket keeps the place
   */
  static Problem queue(long ahead, long seconds, String ticket) {
    return of(503, QUEUE, ahead, seconds, ticket);
  }

  /** The database is lost or serves no more for the moment; nothing was written. */
  static Problem busy() {
    return of(503, "busy", 2);
  }

  /**
   * A thing that is not what the caller has read any more.
   *
   * @param tag what it is now
   */
  public static Problem changed(String tag) {
    return of(412, CHANGED, tag);
  }

  /** Headers its answer carries beside the body. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    if (kind.equals(QUEUE)) {
      headers.put("Retry-After", String.valueOf(args.get(1)));
      headers.put(TICKET, String.valueOf(args.get(2)));
    } else if (kind.equals(CHANGED)) {
      headers.put("ETag", "\"" + args.get(0) + "\"");
    } else if (kind.equals(SCOPE)) {
      headers.put(
          "WWW-Authenticate",
          "Bearer realm=\"registrar\", error=\"insufficient_scope\", scope=\""
              + args.get(0)
              + "\"");
    } else if (status == 429 || status == 503) {
      headers.put("Retry-After", String.valueOf(args.get(0)));
    }
    return headers;
  }

  /** The same problem with another detail. */
  Problem saying(String key, List<Serializable> with) {
    return new Problem(status, kind, key, with, refusals);
  }

  /** The body. */
  public byte[] body(Language language) {
    return Json.write(members(language)).getBytes(StandardCharsets.UTF_8);
  }

  /** The members of the body in their order, for an answer that has more to tell. */
  public Map<String, Object> members(Language language) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", ROOT + kind);
    body.put("title", Messages.text(language, "api.problem." + kind + ".title"));
    body.put("status", status);
    body.put("detail", Messages.text(language, new Refusal(message, "", "", args)));
    if (kind.equals(QUEUE)) {
      body.put("ahead", args.get(0));
      body.put("retryAfter", args.get(1));
      body.put("ticket", args.get(2));
    }
    if (!refusals.isEmpty()) {
      List<Map<String, Object>> reasons = new ArrayList<>();
      refusals.forEach(refusal -> reasons.add(reason(refusal, language)));
      body.put("reasons", reasons);
    }
    return body;
  }

  private static Map<String, Object> reason(Refusal refusal, Language language) {
    Object[] args = refusal.args().toArray();
    Map<String, Object> reason = new LinkedHashMap<>();
    reason.put("code", refusal.code());
    reason.put("rule", refusal.rule());
    reason.put("clause", ClauseText.of(language, refusal.rule()));
    if (!refusal.field().isEmpty()) {
      reason.put("field", refusal.field());
    }
    reason.put("message", Messages.text(language, refusal.code(), args));
    if (Messages.has(language, refusal.code() + ".fix")) {
      reason.put("fix", Messages.text(language, refusal.code() + ".fix", args));
    }
    return reason;
  }

  /** Sends it, unless an answer is on its way already. */
  void send(HttpServletResponse response, Language language) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType(TYPE);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Content-Language", language.tag());
    byte[] body = body(language);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
