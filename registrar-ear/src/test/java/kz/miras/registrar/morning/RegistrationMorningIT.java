package kz.miras.registrar.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import kz.miras.registrar.bench.ArrivalStorm;
import kz.miras.registrar.local.OwnServers;
import kz.miras.registrar.local.RunProcess;
import kz.miras.registrar.morning.Journal.Line;
import kz.miras.registrar.morning.Journal.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A registration morning in small: with a server that stays, with one that is killed in the middle,
 * with a database that is, and with two servers; and the checker itself put to the test. The large
 * one is in the bench.
 */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class RegistrationMorningIT {

  private static final int STUDENTS = 300;
  private static final int SECTIONS = 30;
  private static final int LINES = 6;
  private static final int CONNECTIONS = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Path folder;
  private int port;
  private RunProcess server;
  private MorningWorld world;
  private Journal journal;

  @BeforeAll
  void start(@TempDir Path homes) throws IOException {
    folder = homes;
    port = freePort();
    server = run();
    server.awaitReady();
  }

  private RunProcess run() throws IOException {
    return RunProcess.start(
        folder.resolve("one"),
        Map.of(),
        "-Dregistrar.http.port=" + port,
        "-Dregistrar.demo.students=240");
  }

  @AfterAll
  void stop() throws Exception {
    server.stopAll();
    server.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private MorningWorld world(String term, long seed) throws Exception {
    try (Connection database = server.database()) {
      return MorningWorld.make(database, term, Demand.of(STUDENTS, SECTIONS, LINES, seed));
    }
  }

  private Storm storm(MorningWorld morning, Journal told, Duration patience, String... nodes)
      throws IOException {
    Tokens tokens = new Tokens(server.secret("REGISTRAR_TOKEN_PRIVATE_KEY"));
    return new Storm(
        List.of(nodes), morning.code(), tokens.ofAll(morning.pupils()), told, patience);
  }

  private String url() {
    return "http://localhost:" + port;
  }

  private List<String> findings(MorningWorld morning, Journal told) throws Exception {
    try (Connection database = server.database()) {
      return new MorningChecker(database, morning, told).findings();
    }
  }

  private static void tell(String what, Storm.Measured measured) throws IOException {
    Files.writeString(
        Path.of(System.getProperty("registrar.it")).resolveSibling("morning.txt"),
        String.format(
            Locale.ROOT,
            "%s: %.0f decisions/s, p50 %.0f ms, p95 %.0f ms, p99 %.0f ms; %d repeated, %d cut off,"
                + " %d tried again%n",
            what,
            STUDENTS * LINES / measured.seconds(),
            measured.millis(0.5),
            measured.millis(0.95),
            measured.millis(0.99),
            measured.repeated(),
            measured.cut(),
            measured.stumbled()),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Test
  @Order(1)
  @DisplayName(
      "REG-3 REG-32 REG-33 three hundred plans over 64 connections, some sent twice, some cut off:"
          + " every seat, line, queue and refusal agrees with what was told")
  void aMorning() throws Exception {
    world = world("MA", 20910901);
    journal = new Journal();
    Storm.Measured measured =
        storm(world, journal, Duration.ZERO, url()).run(world.pupils(), CONNECTIONS);
    tell("one server", measured);
    assertThat(measured.repeated()).isPositive();
    assertThat(measured.cut()).isPositive();
    assertThat(journal.told()).anyMatch(told -> hasLine(told, "WAITLISTED"));
    assertThat(journal.told()).anyMatch(told -> hasLine(told, "REFUSED"));
    assertThat(findings(world, journal)).isEmpty();
  }

  private static boolean hasLine(Told told, String outcome) {
    return told.lines().stream().anyMatch(line -> line.outcome().equals(outcome));
  }

  @Test
  @Order(2)
  @DisplayName("REG-3 the checker finds one oversold seat")
  void anOversoldSeatIsFound() throws Exception {
    assertThat(spoiled("UPDATE section_seat SET taken = capacity + 1 WHERE section_id = :section"))
        .anyMatch(finding -> finding.startsWith("OVERSOLD"));
  }

  @Test
  @Order(2)
  @DisplayName("REG-3 the checker finds one lost line, and one that was told otherwise")
  void aLostLineIsFound() throws Exception {
    assertThat(spoiled("DELETE FROM enrolment WHERE id = :enrolment"))
        .anyMatch(finding -> finding.startsWith("LOST"));
    assertThat(spoiled("UPDATE enrolment SET status = 'DROPPED' WHERE id = :enrolment"))
        .anyMatch(finding -> finding.startsWith("LOST"));
    assertThat(spoiled("DELETE FROM registration_submission WHERE student_id = :student"))
        .anyMatch(finding -> finding.startsWith("LOST request"));
  }

  @Test
  @Order(2)
  @DisplayName(
      "REG-32 the checker finds one doubled line, and an answer that differs from the first")
  void aDoubledLineIsFound() throws Exception {
    assertThat(
            spoiled(
                "CREATE TEMPORARY TABLE twin AS SELECT * FROM enrolment WHERE id = :enrolment",
                "UPDATE twin SET id = -1, uuid = UUID()",
                "INSERT INTO enrolment SELECT * FROM twin"))
        .anyMatch(finding -> finding.startsWith("DOUBLED"))
        .anyMatch(finding -> finding.startsWith("UNASKED"));
    Told told = journal.told().get(0);
    Journal twice = journal.with(told);
    twice.told(
        new Told(told.pupil(), told.key(), told.sent(), told.answered(), "another", List.of()));
    assertThat(findings(world, twice)).anyMatch(finding -> finding.startsWith("REPEATED"));
  }

  @Test
  @Order(2)
  @DisplayName("REG-33 the checker finds one who jumped the queue, in the list and past it")
  void aQueueJumpIsFound() throws Exception {
    assertThat(
            spoiled(
                "UPDATE waiting_place SET since = '2000-01-01' WHERE id = (SELECT id FROM"
                    + " copy_waiting_place ORDER BY since DESC, id DESC LIMIT 1)"))
        .anyMatch(finding -> finding.startsWith("JUMP"));
    // whoever came last of all and had to wait has got a seat
    Told last =
        journal.told().stream()
            .filter(told -> hasLine(told, "WAITLISTED"))
            .max(Comparator.comparingLong(Told::sent))
            .orElseThrow();
    List<Line> better = new ArrayList<>();
    last.lines()
        .forEach(l -> better.add(new Line(l.offering(), "ENROLLED", l.enrolment(), l.reasons())));
    Journal jumped =
        journal.with(
            new Told(
                last.pupil(), last.key(), last.sent(), last.answered(), last.submission(), better));
    assertThat(findings(world, jumped)).anyMatch(finding -> finding.startsWith("JUMP"));
  }

  @Test
  @Order(2)
  @DisplayName("REG-3 the checker finds a refusal that was not true")
  void anUntrueRefusalIsFound() throws Exception {
    assertThat(spoiled("UPDATE section_seat SET capacity = capacity + 5"))
        .anyMatch(finding -> finding.startsWith("UNSOLD"));
    assertThat(
            spoiled(
                "DELETE FROM registration_log WHERE act = 'WAITING'",
                "DELETE FROM registration_log WHERE act = 'TAKEN' AND position <= 3"))
        .anyMatch(finding -> finding.startsWith("UNTRUE"))
        .anyMatch(finding -> finding.startsWith("LOG"));
  }

  /** What the checker finds in a copy of this connection alone, after these statements. */
  private List<String> spoiled(String... attack) throws Exception {
    String line =
        journal.told().stream()
            .flatMap(told -> told.lines().stream())
            .filter(one -> one.outcome().equals("ENROLLED"))
            .findFirst()
            .orElseThrow()
            .enrolment();
    String row = "(SELECT %s FROM copy_enrolment WHERE uuid = '" + line + "')";
    String section =
        "(SELECT MIN(section_id) FROM copy_enrolment_place WHERE enrolment_id = "
            + row.formatted("id")
            + ")";
    try (Connection connection = server.database();
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> kept : MorningChecker.TABLES.entrySet()) {
        String table = kept.getKey();
        statement.execute(
            "CREATE TEMPORARY TABLE copy_"
                + table
                + " AS SELECT * FROM "
                + table
                + " WHERE "
                + kept.getValue().replace(":sections", MorningChecker.sections(world)));
        statement.execute("CREATE TEMPORARY TABLE " + table + " AS SELECT * FROM copy_" + table);
      }
      for (String sql : attack) {
        statement.execute(
            sql.replace(":enrolment", row.formatted("id"))
                .replace(":student", row.formatted("student_id"))
                .replace(":section", section));
      }
      return new MorningChecker(connection, world, journal).findings();
    }
  }

  @Test
  @Order(3)
  @DisplayName("REG-32 the server is killed in the middle: nothing told is lost, nothing doubled")
  void theServerIsKilled() throws Exception {
    survives("MB", "server killed", RunProcess::killServer);
  }

  @Test
  @Order(4)
  @DisplayName("REG-32 the database is killed in the middle: nothing told is lost, nothing doubled")
  void theDatabaseIsKilled() throws Exception {
    survives("MC", "database killed", RunProcess::killDatabase);
  }

  @Test
  @Order(5)
  @DisplayName("ACC-10 places in the waiting room outlive the end of the server")
  void placesOutliveTheServer() throws Exception {
    PeopleWaiting people = new PeopleWaiting();
    try (Connection database = server.database()) {
      PeopleWaiting.everybody(database, "ON", 1);
    }
    people.arrive(url(), 40);
    List<Long> places = people.places(url());
    assertThat(places).isSorted().doesNotHaveDuplicates();
    server.killServer();
    server.awaitEnd(Duration.ofSeconds(60));
    server = run();
    server.awaitReady();
    assertThat(people.places(url()).subList(10, 40)).isEqualTo(places.subList(10, 40));
    assertThat(ArrivalStorm.place(new PeopleWaiting().arrive(url(), 1).get(0)))
        .isGreaterThan(places.get(39));
    try (Connection database = server.database()) {
      PeopleWaiting.everybody(database, "AUTO", 0);
    }
  }

  private void survives(String term, String what, Consumer<RunProcess> kill) throws Exception {
    MorningWorld morning = world(term, term.hashCode());
    Journal told = new Journal();
    Storm storm = storm(morning, told, PATIENCE, url());
    CompletableFuture<Storm.Measured> running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return storm.run(morning.pupils(), CONNECTIONS);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    while (told.told().size() < STUDENTS / 3 && !running.isDone()) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    kill.accept(server);
    server.awaitEnd(Duration.ofSeconds(60));
    int before = told.told().size();
    assertThat(before).as("answered before the end").isLessThan(STUDENTS * 9 / 10);
    server = run();
    server.awaitReady();
    Storm.Measured measured = running.get();
    tell(what, measured);
    assertThat(measured.stumbled()).as("tried again").isPositive();
    assertThat(told.told()).hasSizeGreaterThan(before);
    assertThat(findings(morning, told)).isEmpty();
  }

  @Test
  @Order(6)
  @DisplayName(
      "REG-3 REG-33 two servers on one database sell no seat twice and keep one"
          + " queue; ACC-10 each takes the tickets of the other")
  void twoServers() throws Exception {
    int other = freePort();
    try (RunProcess second =
        RunProcess.start(
            folder.resolve("two"),
            Map.of(
                "REGISTRAR_NODE", "second",
                "REGISTRAR_DB_PASSWORD", server.secret("REGISTRAR_DB_PASSWORD"),
                "REGISTRAR_SEAL_KEY", server.secret("REGISTRAR_SEAL_KEY"),
                "REGISTRAR_TOKEN_PUBLIC_KEY", server.secret("REGISTRAR_TOKEN_PUBLIC_KEY"),
                "REGISTRAR_TOKEN_PRIVATE_KEY", server.secret("REGISTRAR_TOKEN_PRIVATE_KEY")),
            "-Dregistrar.http.port=" + other,
            "-Dregistrar.db.url=" + server.databaseUrl())) {
      second.awaitReady();
      MorningWorld morning = world("MD", 20910904);
      Journal told = new Journal();
      Storm.Measured measured =
          storm(morning, told, Duration.ZERO, url(), "http://localhost:" + other)
              .run(morning.pupils(), CONNECTIONS);
      tell("two servers", measured);
      assertThat(findings(morning, told)).isEmpty();
      ticketsCrossOver("http://localhost:" + other);
      second.stopAll();
    }
  }

  /** ACC-10. Whoever waited at a node that is gone waits on at the other, in the same order. */
  private void ticketsCrossOver(String second) throws Exception {
    try (Connection database = server.database()) {
      PeopleWaiting.everybody(database, "ON", 1);
    }
    PeopleWaiting people = new PeopleWaiting();
    people.arrive(url(), 20);
    List<Long> there = people.places(second);
    // beside the owner of a place stands one guest
    assertThat(there).isSorted().hasSize(20);
    assertThat(new HashSet<>(there)).hasSizeGreaterThanOrEqualTo(10);
    assertThat(people.places(second)).as("asked once more").isEqualTo(there);
  }
}
