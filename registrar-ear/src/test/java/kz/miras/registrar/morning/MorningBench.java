package kz.miras.registrar.morning;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** The registration morning of a large university, over REST, checked afterwards. */
public final class MorningBench {

  private static final int LINES = MorningSize.LINES;
  private static final int CONNECTIONS = MorningSize.CONNECTIONS;

  /** One in so many finds a server that has just been started; they are not measured. */
  private static final int WARM = 10;

  /** One in so many comes when it is their turn, 240 decisions in a second. */
  private static final int PACED = 5;

  private static final double PLANS_A_SECOND = 40;

  /** What was promised of two processors. */
  private static final double LEAST_DECISIONS = 200;

  private static final double MOST_MILLIS = 300;
  private static final long MOST_PROMOTION = 1_000;
  private static final int DROPS = 30;

  private final String url;
  private final Connection database;
  private final Tokens tokens;
  private final MorningSize size;
  private final Consumer<String> out;

  public MorningBench(
      String url, String tokenKey, Connection database, MorningSize size, Consumer<String> out) {
    this.size = size;
    this.url = url;
    this.database = database;
    this.tokens = new Tokens(tokenKey);
    this.out = out;
  }

  /**
   * Runs it.
   *
   * @throws IllegalStateException where the database does not agree with what was told, or it goes
   *     slower than promised
   */
  public void run() throws Exception {
    long begin = System.nanoTime();
    MorningWorld world = MorningWorld.make(database, "MORNING", size.demand(20910901));
    Map<String, String> signedIn = tokens.ofAll(world.pupils());
    out.accept(
        String.format(
            Locale.ROOT,
            "  prepared and signed in within %.1f s",
            (System.nanoTime() - begin) / 1e9));
    int warm = size.students() / WARM;
    int paced = warm + size.students() / PACED;
    Journal journal = new Journal();
    Storm storm = new Storm(List.of(url), world.code(), signedIn, journal, Duration.ZERO);
    List<Pupil> pupils = world.pupils();
    tell("warm-up", journal, () -> storm.run(pupils.subList(0, warm), CONNECTIONS));
    promised(
        tell(
            "240 decisions/s asked for",
            journal,
            () -> storm.run(pupils.subList(warm, paced), CONNECTIONS, PLANS_A_SECOND)));
    tell(
        "as many as go",
        journal,
        () -> storm.run(pupils.subList(paced, size.students()), CONNECTIONS));
    List<String> findings = new MorningChecker(database, world, journal).findings();
    if (!findings.isEmpty()) {
      throw new IllegalStateException(
          findings.size() + " findings: " + findings.subList(0, Math.min(20, findings.size())));
    }
    out.accept("  checked: every seat, line, queue and refusal agrees with what was told");
    promote(journal, signedIn);
  }

  private interface Part {
    Storm.Measured run() throws Exception;
  }

  private static void promised(Told told) {
    if (told.decisions() < LEAST_DECISIONS || told.measured().millis(0.95) >= MOST_MILLIS) {
      throw new IllegalStateException(
          "promised are "
              + LEAST_DECISIONS
              + " decisions/s with a p95 below "
              + MOST_MILLIS
              + " ms");
    }
  }

  private record Told(double decisions, Storm.Measured measured) {}

  private Told tell(String what, Journal journal, Part part) throws Exception {
    long before = accepted(journal);
    int told = journal.told().size();
    Storm.Measured measured = part.run();
    double decisions = (journal.told().size() - told) * LINES / measured.seconds();
    out.accept(
        String.format(
            Locale.ROOT,
            "  %-28s %8.0f decisions/s %8.0f accepted lines/s   p50 %5.0f ms  p95 %5.0f ms  p99"
                + " %5.0f ms",
            what,
            decisions,
            (accepted(journal) - before) / measured.seconds(),
            measured.millis(0.5),
            measured.millis(0.95),
            measured.millis(0.99)));
    return new Told(decisions, measured);
  }

  private static long accepted(Journal journal) {
    return journal.told().stream()
        .flatMap(told -> told.lines().stream())
        .filter(line -> line.enrolment() != null)
        .count();
  }

  /** Some give up seats others wait for; how long until the first of the queue has each. */
  private void promote(Journal journal, Map<String, String> signedIn) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    List<Long> millis = new ArrayList<>();
    for (Journal.Told told : journal.told()) {
      for (Journal.Line line : told.lines()) {
        if (millis.size() < DROPS && line.outcome().equals("ENROLLED") && waitsFor(line)) {
          String next = first(line.offering());
          HttpRequest drop =
              HttpRequest.newBuilder(
                      URI.create(
                          url
                              + "/api/v1/students/"
                              + told.pupil().number()
                              + "/registrations/"
                              + line.enrolment()))
                  .header("Authorization", "Bearer " + signedIn.get(told.pupil().number()))
                  .DELETE()
                  .build();
          long begin = System.nanoTime();
          int status = client.send(drop, BodyHandlers.ofString()).statusCode();
          while (!"ENROLLED".equals(status(next))) {
            if (System.nanoTime() - begin > 5_000_000_000L) {
              throw new IllegalStateException("not promoted within 5 s, drop: " + status);
            }
          }
          millis.add((System.nanoTime() - begin) / 1_000_000);
        }
      }
    }
    long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
    out.accept(
        String.format(
            Locale.ROOT,
            "  promotion from a waiting list, %d seats given up: p50 %d ms, longest %d ms",
            sorted.length,
            sorted[sorted.length / 2],
            sorted[sorted.length - 1]));
    if (sorted[sorted.length - 1] > MOST_PROMOTION) {
      throw new IllegalStateException("promised is a promotion within a second");
    }
  }

  private boolean waitsFor(Journal.Line line) throws SQLException {
    return first(line.offering()) != null;
  }

  /** Public id of the enrolment that is first in the queue. */
  private String first(String offering) throws SQLException {
    return text(
        "SELECT e.uuid FROM waiting_place w JOIN enrolment e ON e.id = w.enrolment_id JOIN offering"
            + " o ON o.id = e.offering_id WHERE o.uuid = ? ORDER BY w.queue_rank, w.since,"
            + " w.enrolment_id"
            + " LIMIT 1",
        offering);
  }

  private String status(String enrolment) throws SQLException {
    return text("SELECT status FROM enrolment WHERE uuid = ?", enrolment);
  }

  private String text(String sql, String value) throws SQLException {
    try (PreparedStatement select = database.prepareStatement(sql)) {
      select.setString(1, value);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getString(1) : null;
      }
    }
  }
}
