package kz.miras.registrar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.bench.ArrivalStorm.Answer;
import kz.miras.registrar.local.LocalServer;
import kz.miras.registrar.local.UnpackedApplication;
import kz.miras.registrar.morning.HardMornings;
import kz.miras.registrar.morning.MorningBench;
import kz.miras.registrar.morning.MorningSize;

/** The program behind {@code mvn -Pbench}; how to read what it prints: docs/benchmarks.md. */
public final class Bench {

  /** What is measured on one server. */
  private static final List<String> PARTS =
      List.of(
          ("pages enrolments plans postings session sheet gpas transcripts bulk"
                  + " ministry exchange morning arrivals chain summaries")
              .split(" "));

  private static final MorningSize SIZE = MorningSize.or(10_000, 600);
  private static final int ARRIVALS = Integer.getInteger("registrar.arrivals", 16_000);
  private static final int BULK = Integer.getInteger("registrar.bulk.documents", 1_000);
  private static final int EXPORTED = Integer.getInteger("registrar.ministry.records", 100_000);
  private static final int SHEETS = Integer.getInteger("registrar.session.sheets", 3_000);

  /** Ratios that were promised: at most twice, or three times, as long as the baseline. */
  private static final double HALF = 0.5;

  private static final double THIRD = 1.0 / 3;
  private static final double NONE = 0;

  private final BenchServer server;

  private Bench(BenchServer server) {
    this.server = server;
  }

  /** Runs everything once and prints it. */
  public static void main(String[] args) throws Exception {
    long begin = System.nanoTime();
    // the server closes what is idle for a minute, and a client that does not know sends into it
    System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    if (PARTS.stream().anyMatch(Bench::isWanted)) {
      int students = Integer.getInteger("registrar.demo.students", 3_000);
      try (BenchServer server = BenchServer.start(students)) {
        System.out.printf(
            Locale.ROOT,
            "%nRegistrar benchmark, %d students (started and loaded in %d s)%n",
            students,
            (System.nanoTime() - begin) / 1_000_000_000);
        server.awaitInside();
        server.awaitSettled();
        new Bench(server).all();
      }
    }
    hardMornings();
    System.out.printf(
        Locale.ROOT, "%nWhole run: %d s%n", (System.nanoTime() - begin) / 1_000_000_000);
  }

  /** On a server of their own, which may be killed; the other has ended then. */
  private static void hardMornings() throws Exception {
    List<HardMornings.Kind> wanted =
        Stream.of(HardMornings.Kind.values()).filter(kind -> isWanted(name(kind))).toList();
    if (!wanted.isEmpty()) {
      HardMornings.bench(
          Path.of(System.getProperty("registrar.bench"), "mornings").toAbsolutePath(),
          SIZE,
          wanted,
          System.out::println);
    }
  }

  private static String name(HardMornings.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void all() throws Exception {
    try (Connection database = server.administrator()) {
      System.out.println(
          "MariaDB "
              + text(database, "SELECT VERSION()")
              + ", innodb_flush_log_at_trx_commit = "
              + text(database, "SELECT @@innodb_flush_log_at_trx_commit")
              + ", READ COMMITTED, 4 threads, as many connections, three alternating rounds");
      part("pages", () -> pages(database));
      compare("enrolments", "Enrolments", "enrolments/s", "bare JDBC, same statements", NONE);
      compare("postings", "Closing sheets", "results/s", "bare JDBC, same statements", NONE);
      part("session", this::session);
      part("sheet", () -> sheet(database));
      compare("gpas", "GPA of all students", "students/s", "one SQL aggregate", NONE);
      compare("transcripts", "Transcripts", "PDFs/s", "PDF library, page filled in before", HALF);
      part("bulk", this::bulk);
      part("ministry", () -> ExportBench.run(server, EXPORTED));
      part("exchange", () -> ExchangeCalls.run(server.url(), database));
      // the same statements by bare JDBC, on the server and at the time of the morning
      if (isWanted("plans") || isWanted("morning")) {
        print("plans", "Plans of six lines", "lines/s", "bare JDBC, same statements", HALF);
      }
      part("morning", () -> morning(database));
      part("arrivals", this::arrivals);
      part("chain", () -> chain(database));
      compare(
          "summaries",
          "All figures of 20,000 students with 40 results each",
          "students/s",
          "one SQL aggregate",
          THIRD);
    }
  }

  private interface Part {
    void run() throws Exception;
  }

  /** Runs a part, unless others alone are asked for. */
  private static void part(String name, Part part) throws Exception {
    if (isWanted(name)) {
      part.run();
    }
  }

  private static boolean isWanted(String name) {
    String wanted = System.getProperty("registrar.bench.parts", name);
    return List.of(wanted.split(",")).contains(name);
  }

  private void morning(Connection database) throws Exception {
    System.out.printf("%nRegistration morning: %s%n", SIZE);
    new MorningBench(
            server.url(),
            server.secret("REGISTRAR_TOKEN_PRIVATE_KEY"),
            database,
            SIZE,
            System.out::println)
        .run();
  }

  private void chain(Connection database) throws Exception {
    System.out.printf("%nRegistration logs, a million decisions verified from the command line%n");
    Path folder = Files.createTempDirectory("registrar-commands");
    try {
      new ChainBench(
              database,
              server.databaseUrl(),
              server.commandEnvironment(),
              UnpackedApplication.in(folder))
          .run();
    } finally {
      LocalServer.deleteTree(folder);
    }
  }

  private void arrivals() {
    System.out.printf("%nArrivals: %,d open the sign-in page within 60 s%n", ARRIVALS);
    try (ArrivalStorm storm = new ArrivalStorm(server.url())) {
      List<Answer> people = storm.arrive(ARRIVALS, Duration.ofSeconds(60));
      List<Answer> waiting =
          people.stream()
              .filter(Answer::waits)
              .sorted(Comparator.comparingLong(Answer::place))
              .toList();
      long lost = people.stream().filter(one -> one.status() != 200 || one.place() == 0).count();
      int jumps = ArrivalStorm.jumps(people).size();
      System.out.printf(
          Locale.ROOT,
          "  the page:  %d answered, %d lost, %d jumped the queue, %d let in at once; %s%n",
          people.size(),
          lost,
          jumps,
          people.size() - waiting.size(),
          ArrivalStorm.times(people));
      List<Answer> asked = storm.ask(waiting, Duration.ofSeconds(60));
      lost += asked.stream().filter(one -> one.status() != 200).count();
      long moved = ArrivalStorm.moved(waiting, asked);
      System.out.printf(
          Locale.ROOT,
          "  the place: %d asked once more, %d were told another place; %s%n",
          asked.size(),
          moved,
          ArrivalStorm.times(asked));
      if (lost > 0 || jumps > 0 || moved > 0) {
        throw new IllegalStateException("somebody was lost or came too early");
      }
    }
  }

  private void session() throws Exception {
    print(
        "session",
        "Closing a session in one act",
        "results/s",
        "bare JDBC, same statements",
        server.run("session?size=" + SHEETS, Duration.ofMinutes(25)));
  }

  private void bulk() throws Exception {
    issues("single", "Single issue: transcripts prepared, signed, numbered, made and stored", NONE);
    issues(
        "bulk",
        "Bulk issue: transcripts signed, numbered, made, signed digitally and stored",
        HALF);
  }

  private void issues(String task, String title, double least) throws Exception {
    List<String> told = server.run(task + "?size=" + BULK, Duration.ofMinutes(20));
    double ratio =
        print(task, title, "documents/s", "PDF library, same page filled in before", told);
    if (ratio < least) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "%s issue: %.2f, where %.2f was promised", task, ratio, least));
    }
  }

  private void sheet(Connection database) throws Exception {
    System.out.printf("%nOpening a sheet of %d rows%n", SheetOpening.ROWS);
    new SheetOpening(server.url(), database).run(System.out::println);
  }

  /**
   * Product beside baseline.
   *
   * @param least ratio that was promised; the run ends below it
   */
  private void compare(String task, String title, String unit, String baseline, double least)
      throws Exception {
    part(task, () -> print(task, title, unit, baseline, least));
  }

  private void print(String task, String title, String unit, String baseline, double least)
      throws IOException, InterruptedException {
    double ratio = print(task, title, unit, baseline, server.run(task));
    if (ratio < least) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "%s: %.2f, where %.2f was promised", title, ratio, least));
    }
  }

  /** The median of the ratios. */
  private static double print(
      String task, String title, String unit, String baseline, List<String> told)
      throws IOException {
    Measured measured = Measured.of(told);
    System.out.printf("%n%s%n", title);
    System.out.print(measured.table(unit, baseline));
    measured.remarks().forEach(remark -> System.out.println("    " + remark));
    if (!measured.sent().isEmpty()) {
      Path sent = Path.of(System.getProperty("registrar.bench"), task + ".sql");
      Files.write(sent, measured.sent());
      System.out.println("    what one operation sends: " + sent);
    }
    return Measured.median(measured.ratios());
  }

  private void pages(Connection database) throws SQLException {
    Pages pages = new Pages(new Visitor(server.url()).signedIn("senior", "senior-Demo1"), database);
    System.out.printf("%nStatements per page%n");
    for (Pages.Page page : Pages.Page.values()) {
      List<Pages.Need> needs = pages.compare(page);
      for (Pages.Need need : needs) {
        System.out.printf(
            Locale.ROOT,
            "  %-44s %6d rows %6d statements%n",
            page.name().toLowerCase(Locale.ROOT).replace('_', ' '),
            need.rows(),
            need.statements());
      }
      if (needs.get(0).statements() != needs.get(1).statements()) {
        throw new IllegalStateException("statements grow with the rows of " + page);
      }
    }
  }

  private static String text(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
