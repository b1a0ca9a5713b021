package kz.miras.registrar.ministry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Map;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayQuery;

/**
 * Tells the stand-ins how to misbehave, by addresses beside those of the platform: {@code
 * /stub/refuse?type=STUDENT&key=3&reason=...} and the like; docs/ministry.md has all of them.
 */
final class StubControls {

  private final PlatformStub platform;
  private final GatewayStub gateway;

  StubControls(PlatformStub platform, GatewayStub gateway) {
    this.platform = platform;
    this.gateway = gateway;
  }

  void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String what = exchange.getRequestURI().getPath().replace("/stub/", "");
      String told;
      try {
        told = told(what, StubHttp.query(exchange.getRequestURI()));
      } catch (IllegalArgumentException | NullPointerException e) {
        StubHttp.answer(exchange, 400, "what is missing: " + e.getMessage() + "\n");
        return;
      }
      StubHttp.answer(exchange, told == null ? 404 : 200, told == null ? "" : told + "\n");
    }
  }

  private String told(String what, Map<String, String> with) {
    String type = with.get("type");
    switch (what) {
      case "refuse" -> platform.refuses(type, key(with), with.get("reason"));
      case "choke" -> platform.chokesOn(type, key(with));
      case "forget" -> platform.doesNotKnow(type, with.get("field"));
      case "silent" -> platform.answers(0);
      case "next" -> platform.next(all(PlatformMood.valueOf(with.get("mood")), with));
      case "gateway" -> gateway.next(all(GatewayMood.valueOf(with.get("mood")), with));
      case "delivery" -> gateway.delivers(GatewayQuery.Delivery.valueOf(with.get("state")));
      case "recover" -> platform.recovers();
      case "kept" -> {
        return String.valueOf(platform.kept(type).size());
      }
      default -> {
        return null;
      }
    }
    return "ok";
  }

  private static long key(Map<String, String> with) {
    return Long.parseLong(with.get("key"));
  }

  /** The same mood as often as it is wanted. */
  private static <T> T[] all(T mood, Map<String, String> with) {
    @SuppressWarnings("unchecked")
    T[] moods =
        (T[]) Array.newInstance(mood.getClass(), Integer.parseInt(with.getOrDefault("times", "1")));
    Arrays.fill(moods, mood);
    return moods;
  }
}
