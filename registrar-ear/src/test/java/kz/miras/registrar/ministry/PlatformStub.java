package kz.miras.registrar.ministry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import kz.miras.registrar.shared.service.Json;

/**
 * A stand-in of the platform of higher education: keeps records by type and key, replaces them
 * whole, forgets fields it does not know without a word, refuses some and keeps the others, and
 * fails as the platform does: 500 for what it cannot digest, a bare 400 for what it cannot read.
 * {@link PlatformMood} says how else it may answer.
 */
public final class PlatformStub implements AutoCloseable {

  private static final String UNREADABLE = "{\"status\":400,\"error\":\"Bad Request\"}";
  private static final String INDIGESTIBLE = "{\"status\":500}";

  private final HttpServer server;
  private final String user;
  private final String password;
  private final PlatformRecords records = new PlatformRecords();

  /** Records it refuses with a reason, by type and key. */
  private final Map<String, String> refused = new ConcurrentHashMap<>();

  /** Records it answers with 500, by type and key. */
  private final Set<String> undigestible = ConcurrentHashMap.newKeySet();

  private final AtomicInteger saves = new AtomicInteger();

  /** How many saves are answered before it falls silent; negative for all. */
  private final AtomicInteger answers = new AtomicInteger(-1);

  /** How the next saves are answered; as usual where there is none. */
  private final Deque<PlatformMood> moods = new ConcurrentLinkedDeque<>();

  /** Whether it tells one fewer than it has kept. */
  private volatile boolean miscounting;

  /** Ends those who wait for a slow answer. */
  private final CountDownLatch closed = new CountDownLatch(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  public PlatformStub(int port, String user, String password) throws IOException {
    this.user = user;
    this.password = password;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::serve);
    // one who is slow keeps nobody else waiting
    server.setExecutor(threads);
    server.start();
  }

  /** The classes it is made of. */
  public static Class<?>[] classes() {
    return new Class<?>[] {
      PlatformStub.class,
      PlatformMood.class,
      PlatformChecks.class,
      PlatformDictionaries.class,
      PlatformRecords.class,
      StubHttp.class
    };
  }

  /** Its base address. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Opens another address beside those of the platform, without a password. */
  public void also(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  /** Forgets a field of a type. */
  public void doesNotKnow(String type, String field) {
    records.doesNotKnow(type, field);
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

  /** Answers the next saves so, one after another, and as usual then. */
  public void next(PlatformMood... next) {
    moods.addAll(List.of(next));
  }

  /** Is well again, whatever it was told before. */
  public void recovers() {
    records.knowsAll();
    refused.clear();
    undigestible.clear();
    moods.clear();
    answers.set(-1);
    miscounting = false;
  }

  /** How often it was sent something. */
  public int saves() {
    return saves.get();
  }

  /** What it has of a type, by key. */
  public Map<Long, Map<String, Object>> kept(String type) {
    return records.kept(type);
  }

  /** Somebody enters a field there by hand. */
  public void enters(String type, String keyField, long key, String field, Object value) {
    records.enters(type, keyField, key, field, value);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String expected =
          "Basic "
              + Base64.getEncoder()
                  .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
      URI address = exchange.getRequestURI();
      Map<String, String> query = StubHttp.query(address);
      if (!expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
          || !query.containsKey("universityId")) {
        StubHttp.answer(exchange, 401, "");
      } else if (address.getPath().equals("/org-data/list/save")) {
        save(exchange);
      } else if (address.getPath().startsWith("/common-dictionary/")) {
        StubHttp.answer(
            exchange, 200, Json.write(PlatformDictionaries.of(address.getPath().split("/")[2])));
      } else if (address.getPath().endsWith("/delete")) {
        delete(exchange, address.getPath().split("/")[2]);
      } else if (address.getPath().endsWith("/find-all-pageable")) {
        StubHttp.answer(
            exchange, 200, Json.write(records.page(address.getPath().split("/")[2], query)));
      } else if (address.getPath().endsWith("/find-by-id")) {
        Map<String, Object> one = records.one(address.getPath().split("/")[2], query);
        StubHttp.answer(exchange, one == null ? 404 : 200, one == null ? "" : Json.write(one));
      } else {
        StubHttp.answer(exchange, 404, "");
      }
    }
  }

  private void save(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    saves.incrementAndGet();
    if (answers.get() == 0) {
      StubHttp.answer(exchange, 503, "");
      return;
    }
    answers.updateAndGet(left -> left > 0 ? left - 1 : left);
    PlatformMood mood = Objects.requireNonNullElse(moods.poll(), PlatformMood.WELL);
    if (mood == PlatformMood.FAILING) {
      StubHttp.answer(exchange, 500, INDIGESTIBLE);
      return;
    }
    List<Map<String, Object>> sent = new ArrayList<>();
    try {
      for (Object one : Json.read(new String(body, StandardCharsets.UTF_8), List.class)) {
        sent.add(StubHttp.object(one));
      }
    } catch (RuntimeException e) {
      StubHttp.answer(exchange, 400, UNREADABLE);
      return;
    }
    if (sent.stream().anyMatch(this::isUndigestible)) {
      StubHttp.answer(exchange, 500, INDIGESTIBLE);
      return;
    }
    int saved = 0;
    int updated = 0;
    List<Map<String, Object>> failed = new ArrayList<>();
    for (Map<String, Object> one : sent) {
      String reason =
          refused.getOrDefault(
              one.get("typeCode") + "" + records.key(one), PlatformChecks.refused(one));
      if (reason != null) {
        failed.add(Map.of("record", one, "errors", List.of(reason)));
      } else if (records.keep(one)) {
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
    switch (mood) {
      case GARBAGE -> StubHttp.answer(exchange, 200, "<html><body>Bad gateway</body></html>");
      case FAILING_AFTER -> StubHttp.answer(exchange, 500, INDIGESTIBLE);
      case SLOW -> {
        awaitClosing();
        StubHttp.answer(exchange, 200, Json.write(told));
      }
      default -> StubHttp.answer(exchange, 200, Json.write(told));
    }
  }

  private boolean isUndigestible(Map<String, Object> sent) {
    return undigestible.contains(sent.get("typeCode") + "" + records.key(sent))
        || PlatformChecks.isUndigestible(sent);
  }

  /** Slower than anybody's patience: until it is closed. */
  private void awaitClosing() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void delete(HttpExchange exchange, String type) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, Object> key = StubHttp.object(Json.read(body, Map.class));
    if (!String.valueOf(key.remove("type")).endsWith("_COMPOSITE_KEY")
        || !(List.copyOf(key.values()).get(0) instanceof Number number)) {
      StubHttp.answer(exchange, 400, UNREADABLE);
    } else {
      boolean there = records.remove(type, number.longValue());
      StubHttp.answer(exchange, there ? 200 : 404, there ? "true" : "");
    }
  }
}
