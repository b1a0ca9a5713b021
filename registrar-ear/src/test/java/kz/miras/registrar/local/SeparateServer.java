package kz.miras.registrar.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** The program behind {@code mvn -Prun} and a database: each may end without the other. */
public final class SeparateServer implements RunningServer {

  private static final Duration ENDING = Duration.ofSeconds(60);

  private final Path home;
  private final String[] settings;
  private final String password = "It-" + UUID.randomUUID();
  private final int databasePort = LocalServer.freePort();
  private final int port = LocalServer.freePort();
  private LocalDatabase database;
  private RunProcess server;

  private SeparateServer(Path home, String... settings) throws IOException {
    this.home = home;
    this.settings = settings;
  }

  /** Starts both, with further settings of the program, and waits until it is ready. */
  public static SeparateServer start(Path home, String... settings) throws IOException {
    SeparateServer started = new SeparateServer(home, settings);
    started.startDatabase();
    started.startServer();
    return started;
  }

  /** Starts the database on its data, at the address it had. */
  public void startDatabase() {
    database =
        LocalDatabase.start(LocalSettings.fromSystemProperties(home, 0), databasePort, password);
  }

  private void startServer() throws IOException {
    String[] all =
        Stream.concat(
                Stream.of(
                    "-Dregistrar.http.port=" + port,
                    "-Dregistrar.db.url=" + LocalDatabase.url(databasePort)),
                Stream.of(settings))
            .toArray(String[]::new);
    server = RunProcess.start(home, Map.of("REGISTRAR_DB_PASSWORD", password), all);
    server.awaitReady();
  }

  /** Kills the server as a power failure would; the database goes on. */
  public void killServer() {
    server.killServer();
  }

  /** Starts the server that was killed at the address it had, and waits until it is ready. */
  public void startServerAgain() throws IOException, InterruptedException {
    server.awaitEnd(ENDING);
    startServer();
  }

  /** Lets the database answer nothing and close nothing, as a machine does that has hung. */
  public void stunDatabase() throws IOException, InterruptedException {
    String process = String.valueOf(databaseProcess().pid());
    if (new ProcessBuilder("kill", "-STOP", process).start().waitFor() != 0) {
      throw new AssertionError("the database cannot be stopped");
    }
  }

  /** Kills the database as a power failure would; the server goes on. */
  public void killDatabase() {
    ProcessHandle process = databaseProcess();
    process.destroyForcibly();
    process.onExit().join();
  }

  private ProcessHandle databaseProcess() {
    String argument = "--port=" + databasePort;
    return ProcessHandle.current()
        .descendants()
        .filter(
            one -> Arrays.asList(one.info().arguments().orElse(new String[0])).contains(argument))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the database has ended"));
  }

  @Override
  public String url() {
    return "http://localhost:" + port;
  }

  @Override
  public Connection database() throws SQLException {
    return DriverManager.getConnection(LocalDatabase.url(databasePort), "registrar", password);
  }

  /** Ends both in their order. */
  public void close() throws IOException, InterruptedException, ExecutionException {
    server.stopAll();
    server.close();
    database.close();
  }
}
