package kz.miras.registrar.frame.ws;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * What goes back to the sender of a message.
 *
 * @param status of HTTP
 * @param type of the body
 * @param headers beside
 * @param fault code of the fault; null for an answer
 */
record SoapReply(int status, String type, Map<String, String> headers, byte[] body, String fault) {

  /** The same with another body. */
  SoapReply with(byte[] other) {
    return new SoapReply(status, type, headers, other, fault);
  }

  void send(HttpServletResponse answer) throws IOException {
    if (answer.isCommitted()) {
      return;
    }
    answer.resetBuffer();
    answer.setStatus(status);
    answer.setContentType(type);
    answer.setHeader("Cache-Control", "no-store");
    headers.forEach(answer::setHeader);
    answer.setContentLength(body.length);
    answer.getOutputStream().write(body);
  }
}
