package kz.miras.registrar.morning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kz.miras.registrar.local.LocalServer;
import kz.miras.registrar.local.RunProcess;

/** The server on which mornings of one size are held; it may be killed and started again. */
final class MorningServer {

  private static final Duration END = Duration.ofSeconds(60);

  private final Path folder;
  private final MorningSize size;
  private final int port;
  private RunProcess process;

  /** A server that keeps its data in this folder and has not been started yet. */
  MorningServer(Path folder, MorningSize size) throws IOException {
    this.folder = folder;
    this.size = size;
    this.port = LocalServer.freePort();
  }

  /** Starts it, for the first time or after its end, and waits until it is ready. */
  void start() throws IOException {
    process =
        RunProcess.start(
            folder.resolve("one"),
            Map.of(),
            "-Dregistrar.http.port=" + port,
            "-Dregistrar.demo.students=240");
    process.awaitReady();
  }

  /** Kills a part of it and waits until all of it has ended. */
  void kill(Consumer<RunProcess> how) throws InterruptedException, IOException {
    how.accept(process);
    process.awaitEnd(END);
  }

  /** Another server on the same database, which has just been asked to start. */
  RunProcess beside(int otherPort) throws IOException {
    return process.startBeside(
        folder.resolve("two"), Map.of("REGISTRAR_NODE", "second"), otherPort);
  }

  MorningSize size() {
    return size;
  }

  String url() {
    return "http://localhost:" + port;
  }

  Connection database() throws Exception {
    return process.database();
  }

  /** From now on everybody waits before the sign-in page, and so many a minute come in. */
  void waitingRoom(String mode, int perMinute) throws Exception {
    try (Connection database = database()) {
      PeopleWaiting.everybody(database, mode, perMinute);
    }
  }

  /** The university of another morning. */
  MorningWorld world(String term, long seed) throws Exception {
    try (Connection database = database()) {
      return MorningWorld.make(database, term, size.demand(seed).withSecondGroups(3));
    }
  }

  /** Its students, signed in and about to submit to these servers. */
  Storm storm(MorningWorld morning, Journal told, Duration patience, String... nodes)
      throws IOException {
    Tokens tokens = new Tokens(process.secret("REGISTRAR_TOKEN_PRIVATE_KEY"));
    return new Storm(
        List.of(nodes), morning.code(), tokens.ofAll(morning.pupils()), told, patience);
  }

  /** The same, a tenth of whom gives something back afterwards and a tenth swaps. */
  Storm changing(MorningWorld morning, Journal told, Duration patience, String... nodes)
      throws IOException {
    return storm(morning, told, patience, nodes)
        .withSecondThoughts(Set.copyOf(morning.offerings().subList(0, size.sections() / 10)));
  }

  /** How many of a morning wait in two queues at once. */
  int waitForAny(MorningWorld morning) throws Exception {
    try (Connection database = database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COUNT(DISTINCT enrolment_id) FROM waiting_place WHERE instead AND section_id"
                    + " IN "
                    + MorningChecker.sections(morning))) {
      row.next();
      return row.getInt(1);
    }
  }

  /** What the checker finds in the database; empty where all agrees with what was told. */
  List<String> findings(MorningWorld morning, Journal told) throws Exception {
    try (Connection database = database()) {
      return new MorningChecker(database, morning, told).findings();
    }
  }

  /** Writes beside the reports of the tests how fast a morning went. */
  void tell(String what, Storm.Measured measured) throws IOException {
    Files.writeString(
        Path.of(System.getProperty("registrar.it")).resolveSibling("morning.txt"),
        what + ": " + told(measured) + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  /** How fast a morning went. */
  String told(Storm.Measured measured) {
    return String.format(
        Locale.ROOT,
        "%.0f decisions/s, p50 %.0f ms, p95 %.0f ms, p99 %.0f ms; %d repeated, %d cut off,"
            + " %d tried again",
        size.students() * MorningSize.LINES / measured.seconds(),
        measured.millis(0.5),
        measured.millis(0.95),
        measured.millis(0.99),
        measured.repeated(),
        measured.cut(),
        measured.stumbled());
  }

  /** Ends it and all it has started. */
  void stop() throws Exception {
    process.stopAll();
    process.close();
  }
}
