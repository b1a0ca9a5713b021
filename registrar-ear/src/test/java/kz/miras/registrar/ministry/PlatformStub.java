package kz.miras.registrar.ministry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import kz.miras.registrar.shared.service.Json;

/**
 * A stand-in of the platform of higher education: keeps records by type and key, replaces them
 * whole, forgets fields it does not know without a word, refuses some and keeps the others, and
 * fails as the platform does: 500 for what it cannot digest, a bare 400 for what it cannot read.
 */
public final class PlatformStub implements AutoCloseable {

  private final HttpServer server;
  private final String user;
  private final String password;
  private final Map<String, TreeMap<Long, Map<String, Object>>> records = new ConcurrentHashMap<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  /** Fields the platform does not know, by type. */
  private final Map<String, Set<String>> unknown = new ConcurrentHashMap<>();

  /** Records it refuses with a reason, by type and key. */
  private final Map<String, String> refused = new ConcurrentHashMap<>();

  /** Records it answers with 500, by type and key. */
  private final Set<String> undigestible = ConcurrentHashMap.newKeySet();

  private final AtomicInteger saves = new AtomicInteger();

  /** How many saves are answered before it falls silent; negative for all. */
  private final AtomicInteger answers = new AtomicInteger(-1);

  /** Whether it tells one fewer than it has kept. */
  private volatile boolean miscounting;

  public PlatformStub(int port, String user, String password) throws IOException {
    this.user = user;
    this.password = password;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Its base address. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Forgets a field of a type. */
  public void doesNotKnow(String type, String field) {
    unknown.computeIfAbsent(type, key -> ConcurrentHashMap.newKeySet()).add(field);
  }

  /** Refuses a record with a reason. */
  public void refuses(String type, long key, String reason) {
    refused.put(type + key, reason);
  }

  /** Cannot digest a record. */
  public void chokesOn(String type, long key) {
    undigestible.add(type + key);
  }

  /** Answers so many more saves, then none. */
  public void answers(int more) {
    answers.set(more);
  }

  public void miscounts() {
    miscounting = true;
  }

  /** How often it was sent something. */
  public int saves() {
    return saves.get();
  }

  /** What it has of a type, by key. */
  public Map<Long, Map<String, Object>> kept(String type) {
    return records.getOrDefault(type, new TreeMap<>());
  }

  /** Somebody enters a field there by hand. */
  public void enters(String type, String keyField, long key, String field, Object value) {
    keys.put(type, keyField);
    Map<String, Object> record =
        records
            .computeIfAbsent(type, one -> new TreeMap<>())
            .computeIfAbsent(key, one -> new LinkedHashMap<>(Map.of(keyField, key)));
    record.put(field, value);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String expected =
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
      URI address = exchange.getRequestURI();
      Map<String, String> query = query(address);
      if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
          || !query.containsKey("universityId")) {
        answer(exchange, 401, "");
      } else if (address.getPath().equals("/org-data/list/save")) {
        save(exchange);
      } else if (address.getPath().endsWith("/find-all-pageable")) {
        page(exchange, address.getPath().split("/")[2], query);
      } else if (address.getPath().endsWith("/find-by-id")) {
        one(exchange, address.getPath().split("/")[2], query);
      } else {
        answer(exchange, 404, "");
      }
    }
  }

  private void save(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    saves.incrementAndGet();
    if (answers.get() == 0) {
      answer(exchange, 503, "");
      return;
    }
    answers.updateAndGet(left -> left > 0 ? left - 1 : left);
    List<Map<String, Object>> sent = new ArrayList<>();
    try {
      for (Object one : Json.read(new String(body, StandardCharsets.UTF_8), List.class)) {
        sent.add(object(one));
      }
    } catch (RuntimeException e) {
      answer(exchange, 400, "{\"status\":400,\"error\":\"Bad Request\"}");
      return;
    }
    if (sent.stream().anyMatch(one -> undigestible.contains(one.get("typeCode") + "" + key(one)))) {
      answer(exchange, 500, "{\"status\":500}");
      return;
    }
    int saved = 0;
    int updated = 0;
    List<Map<String, Object>> failed = new ArrayList<>();
    for (Map<String, Object> one : sent) {
      String reason = refused.get(one.get("typeCode") + "" + key(one));
      if (reason != null) {
        failed.add(Map.of("record", one, "errors", List.of(reason)));
      } else if (keep(one)) {
        updated++;
      } else {
        saved++;
      }
    }
    Map<String, Object> told = new HashMap<>();
    told.put("requestedElements", sent.size());
    told.put("savedElements", Math.max(0, saved - (miscounting ? 1 : 0)));
    told.put("updatedElements", updated);
    told.put("failedElementsCcount", failed.size());
    told.put("failedRecords", failed);
    answer(exchange, 200, Json.write(told));
  }

  /** Replaces what is there; true where something was. */
  private boolean keep(Map<String, Object> sent) {
    String type = String.valueOf(sent.get("typeCode"));
    Map<String, Object> known = new LinkedHashMap<>(sent);
    known.keySet().removeAll(unknown.getOrDefault(type, Set.of()));
    return records.computeIfAbsent(type, one -> new TreeMap<>()).put(key(sent), known) != null;
  }

  /** The key is the first field behind type and university. */
  private long key(Map<String, Object> record) {
    String type = String.valueOf(record.get("typeCode"));
    String field =
        keys.computeIfAbsent(
            type,
            one ->
                record.keySet().stream()
                    .filter(name -> !Set.of("typeCode", "universityId").contains(name))
                    .findFirst()
                    .orElseThrow());
    return record.get(field) instanceof Number number ? number.longValue() : -1;
  }

  private void page(HttpExchange exchange, String type, Map<String, String> query)
      throws IOException {
    int page = Integer.parseInt(query.getOrDefault("page", "0"));
    int size = Integer.parseInt(query.getOrDefault("size", "20"));
    List<Map<String, Object>> all = new ArrayList<>(kept(type).values());
    int from = Math.min(all.size(), page * size);
    int to = Math.min(all.size(), from + size);
    Map<String, Object> told = new HashMap<>();
    told.put("content", all.subList(from, to));
    told.put("totalElements", all.size());
    told.put("number", page);
    told.put("last", to == all.size());
    answer(exchange, 200, Json.write(told));
  }

  private void one(HttpExchange exchange, String type, Map<String, String> query)
      throws IOException {
    String field = keys.getOrDefault(type, "id");
    Map<String, Object> record =
        query.containsKey(field) ? kept(type).get(Long.parseLong(query.get(field))) : null;
    answer(exchange, record == null ? 404 : 200, record == null ? "" : Json.write(record));
  }

  private static Map<String, String> query(URI address) {
    Map<String, String> query = new HashMap<>();
    if (address.getQuery() != null) {
      for (String part : address.getQuery().split("&")) {
        String[] pair = part.split("=", 2);
        query.put(pair[0], pair.length == 1 ? "" : pair[1]);
      }
    }
    return query;
  }

  private static Map<String, Object> object(Object value) {
    Map<String, Object> object = new LinkedHashMap<>();
    ((Map<?, ?>) value).forEach((name, one) -> object.put(String.valueOf(name), one));
    return object;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
    exchange.getResponseBody().write(content);
  }
}
