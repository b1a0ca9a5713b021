package kz.miras.registrar.ministry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the stand-ins read and answer over HTTP. */
final class StubHttp {

  private StubHttp() {}

  /** Parameters of an address, by name. */
  static Map<String, String> query(URI address) {
    Map<String, String> query = new HashMap<>();
    if (address.getRawQuery() != null) {
      for (String part : address.getRawQuery().split("&")) {
        String[] pair = part.split("=", 2);
        query.put(
            pair[0], pair.length == 1 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  /** An object of JSON, by names. */
  static Map<String, Object> object(Object value) {
    Map<String, Object> object = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((name, one) -> object.put(String.valueOf(name), one));
    return object;
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }
}
