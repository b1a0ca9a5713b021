package kz.miras.registrar.morning;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import kz.miras.registrar.morning.Journal.Line;
import kz.miras.registrar.morning.Journal.Told;
import kz.miras.registrar.shared.service.Json;

/**
 * Students who submit their plans over some connections at once. Two in a hundred send twice, two
 * in a hundred are cut off in the middle; half of those come back with the same key.
 */
final class Storm {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int IN_HUNDRED = 50;

  private final List<String> nodes;
  private final String term;
  private final Map<String, String> tokens;
  private final Journal journal;
  private final Duration patience;
  private SecondThoughts thoughts;
  private final Collection<Long> nanos = new ConcurrentLinkedQueue<>();
  private final AtomicInteger cut = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicInteger stumbled = new AtomicInteger();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();

  /**
   * A storm on these servers; each student keeps to one of them, as behind a balancer.
   *
   * @param patience how long somebody whose connection broke tries again with the same key
   */
  Storm(
      List<String> nodes,
      String term,
      Map<String, String> tokens,
      Journal journal,
      Duration patience) {
    this.nodes = nodes;
    this.term = term;
    this.tokens = tokens;
    this.journal = journal;
    this.patience = patience;
  }

  /**
   * A tenth of the students gives something back once they have their answer, a tenth swaps.
   *
   * @param hot offerings too many want
   */
  Storm withSecondThoughts(Set<String> hot) {
    thoughts = new SecondThoughts(client, tokens, journal, patience, hot);
    return this;
  }

  /**
   * What was measured.
   *
   * @param nanos each answer, of those who were neither cut off nor sent twice
   */
  record Measured(double seconds, long[] nanos, int cut, int repeated, int stumbled) {

    double millis(double part) {
      return nanos[(int) Math.min(nanos.length - 1, nanos.length * part)] / 1e6;
    }
  }

  /** Sends all plans; the next leaves as soon as a connection is free. */
  Measured run(List<Pupil> pupils, int connections) throws Exception {
    return run(pupils, connections, 0);
  }

  /**
   * Sends all plans.
   *
   * @param perSecond plans that become due in a second, whether or not others have been answered; 0
   *     for as many as go
   */
  Measured run(List<Pupil> pupils, int connections, double perSecond) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    try {
      List<Future<?>> working = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        working.add(
            threads.submit(
                () -> {
                  for (int n = next.getAndIncrement(); n < pupils.size(); ) {
                    long due = perSecond > 0 ? begin + (long) (n / perSecond * 1e9) : 0;
                    act(pupils.get(n), n, due);
                    n = next.getAndIncrement();
                  }
                  return null;
                }));
      }
      for (Future<?> one : working) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    nanos.clear();
    return new Measured(seconds, sorted, cut.get(), repeated.get(), stumbled.get());
  }

  private void act(Pupil pupil, int n, long due) throws Exception {
    String node = nodes.get(n % nodes.size());
    String key = "plan-" + pupil.number();
    journal.trying(pupil);
    while (due > System.nanoTime()) {
      LockSupport.parkNanos(due - System.nanoTime());
    }
    int fate = n % IN_HUNDRED;
    long first = System.nanoTime();
    if (fate == 7) {
      cut.incrementAndGet();
      cutOff(node, pupil, key, n % (2 * IN_HUNDRED) == 7);
      if (n % (4 * IN_HUNDRED) < 2 * IN_HUNDRED) {
        return;
      }
    }
    long took = submit(node, pupil, key, body(pupil), first, due);
    if (fate == 23) {
      repeated.incrementAndGet();
      submit(node, pupil, key, body(pupil), System.nanoTime(), 0);
    } else if (fate != 7) {
      nanos.add(took);
    }
    if (thoughts != null) {
      thinkAgain(node, pupil, key, n);
    }
  }

  private void thinkAgain(String node, Pupil pupil, String key, int n) throws Exception {
    Told told = journal.of(key);
    if (told == null) {
      return;
    }
    if (SecondThoughts.drops(n)) {
      Line line = thoughts.toDrop(told).orElse(null);
      if (line != null) {
        thoughts.drop(node, pupil, line);
      }
    } else if (SecondThoughts.swaps(n) && pupil.instead() != null) {
      Line line = thoughts.toSwap(told).orElse(null);
      if (line != null) {
        String swap = "swap-" + pupil.number();
        journal.swapping(swap, line.enrolment());
        String wish = line(pupil.instead(), ",\"replaces\":\"" + line.enrolment() + "\"");
        submit(node, pupil, swap, body(pupil, wish), System.nanoTime(), 0);
      }
    }
  }

  /**
   * Sends until there is an answer, always with the same key, as a retry after a time-out does.
   *
   * @param first when it was tried first: it may have been decided then
   */
  private long submit(String node, Pupil pupil, String key, String body, long first, long due)
      throws Exception {
    while (true) {
      long sent = System.nanoTime();
      try {
        HttpResponse<String> answer =
            client.send(request(node, pupil, key, body), BodyHandlers.ofString());
        long answered = System.nanoTime();
        // taken in part or whole, or nothing of it, with the reasons of each line
        if (answer.statusCode() == 200 || answer.body().contains("\"receipt\"")) {
          journal.told(read(pupil, key, first, answered, answer.body()));
          return answered - (due > 0 ? due : sent);
        }
        // while it starts or ends, the server has no application yet, or no database any more
        if (patience.isZero() || answer.statusCode() < 404) {
          journal.failed(pupil.number() + ": " + answer.statusCode() + " " + answer.body());
          return answered - sent;
        }
      } catch (IOException e) {
        if (patience.isZero()) {
          throw e;
        }
      }
      stumbled.incrementAndGet();
      if (System.nanoTime() - first > patience.toNanos()) {
        journal.failed(pupil.number() + ": no answer within " + patience.toSeconds() + " s");
        return System.nanoTime() - first;
      }
      LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    }
  }

  private HttpRequest request(String node, Pupil pupil, String key, String body) {
    return HttpRequest.newBuilder(URI.create(node + path(pupil)))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + tokens.get(pupil.number()))
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String path(Pupil pupil) {
    return "/api/v1/students/" + pupil.number() + "/registrations";
  }

  private String body(Pupil pupil) {
    return body(
        pupil,
        pupil.offerings().stream()
            .map(offering -> line(offering, pupil.named(offering)))
            .collect(Collectors.joining(",")));
  }

  private static String line(String offering, String more) {
    return "{\"offering\":\"" + offering + "\",\"type\":\"MAIN\"" + more + "}";
  }

  private String body(Pupil pupil, String lines) {
    return "{\"term\":\""
        + term
        + "\",\"mode\":\"AS_MUCH_AS_POSSIBLE\",\"waitingList\":"
        + pupil.waits()
        + ",\"lines\":["
        + lines
        + "]}";
  }

  /** Sends a request, or the first half of one, and is gone before any answer. */
  private void cutOff(String node, Pupil pupil, String key, boolean half) {
    URI uri = URI.create(node);
    String body = body(pupil);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nIdempotency-Key: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(
                path(pupil),
                uri.getHost(),
                uri.getPort(),
                tokens.get(pupil.number()),
                key,
                body.length());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoLinger(true, 0);
      String sent = head + (half ? body.substring(0, body.length() / 2) : body);
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      LockSupport.parkNanos(half ? 0 : Duration.ofMillis(3).toNanos());
    } catch (IOException e) {
      stumbled.incrementAndGet();
    }
  }

  private static Told read(Pupil pupil, String key, long sent, long answered, String text) {
    Map<?, ?> body = Json.read(text, Map.class);
    List<Line> lines = new ArrayList<>();
    for (Object one : (List<?>) body.get("lines")) {
      Map<?, ?> line = (Map<?, ?>) one;
      List<String> reasons = new ArrayList<>();
      for (Object reason : (List<?>) line.get("refusals")) {
        reasons.add(String.valueOf(((Map<?, ?>) reason).get("code")));
      }
      Object status = line.get("status");
      lines.add(
          new Line(
              String.valueOf(line.get("offering")),
              status == null ? "REFUSED" : status.toString(),
              line.get("enrolment") == null ? null : line.get("enrolment").toString(),
              reasons));
    }
    return new Told(pupil, key, sent, answered, String.valueOf(body.get("submission")), lines);
  }
}
