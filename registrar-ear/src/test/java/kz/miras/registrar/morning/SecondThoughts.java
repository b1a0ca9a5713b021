package kz.miras.registrar.morning;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import kz.miras.registrar.morning.Journal.Line;
import kz.miras.registrar.morning.Journal.Told;

/**
 * What students do once they have their answer: a tenth gives a seat or a place in a queue back, a
 * tenth wants another discipline in place of a seat. Whose connection breaks tries again.
 */
final class SecondThoughts {

  private static final int OF = 10;
  private static final int DROPS = 4;
  private static final int SWAPS = 6;
  private static final String GONE_ALREADY = "registration.enrolment.ended";

  private final HttpClient client;
  private final Map<String, String> tokens;
  private final Journal journal;
  private final Duration patience;
  private final Set<String> hot;

  /**
   * Second thoughts of a morning.
   *
   * @param hot offerings too many want: their seats are given back first, so that others move up
   */
  SecondThoughts(
      HttpClient client,
      Map<String, String> tokens,
      Journal journal,
      Duration patience,
      Set<String> hot) {
    this.client = client;
    this.tokens = tokens;
    this.journal = journal;
    this.patience = patience;
    this.hot = hot;
  }

  /** Whether this student gives something back. */
  static boolean drops(int n) {
    return n % OF == DROPS;
  }

  /** Whether this student swaps. */
  static boolean swaps(int n) {
    return n % OF == SWAPS;
  }

  /** The line a student gives back: of what others wait for, a seat before a place. */
  Optional<Line> toDrop(Told told) {
    return told.lines().stream()
        .filter(line -> line.enrolment() != null)
        .min(
            Comparator.comparing((Line line) -> !hot.contains(line.offering()))
                .thenComparing(line -> !line.outcome().equals("ENROLLED")));
  }

  /** The line a student wants something else for: a seat, if there is one. */
  Optional<Line> toSwap(Told told) {
    return told.lines().stream()
        .filter(line -> line.outcome().equals("ENROLLED"))
        .min(Comparator.comparing(line -> !hot.contains(line.offering())));
  }

  /** Gives a line back. */
  void drop(String node, Pupil pupil, Line line) throws Exception {
    long first = System.nanoTime();
    boolean stumbled = false;
    while (true) {
      try {
        HttpResponse<String> answer =
            client.send(request(node, pupil, line), BodyHandlers.ofString());
        // the first try may have come through without its answer
        if (answer.statusCode() == 204 || stumbled && answer.body().contains(GONE_ALREADY)) {
          journal.left(line.enrolment());
          return;
        }
        if (patience.isZero() || answer.statusCode() < 404) {
          journal.failed(pupil.number() + " drop: " + answer.statusCode() + " " + answer.body());
          return;
        }
      } catch (IOException e) {
        if (patience.isZero()) {
          throw e;
        }
      }
      stumbled = true;
      if (System.nanoTime() - first > patience.toNanos()) {
        journal.failed(pupil.number() + " drop: no answer within " + patience.toSeconds() + " s");
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    }
  }

  private HttpRequest request(String node, Pupil pupil, Line line) {
    return HttpRequest.newBuilder(
            URI.create(
                node + "/api/v1/students/" + pupil.number() + "/registrations/" + line.enrolment()))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + tokens.get(pupil.number()))
        .DELETE()
        .build();
  }
}
