package kz.miras.registrar.local;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program behind {@code mvn -Prun} as a process of its own, with what it prints. */
public final class RunProcess implements AutoCloseable {

  private static final List<String> PASSED =
      List.of(
          "registrar.ear",
          "registrar.driver",
          "registrar.wildfly",
          "registrar.local",
          "registrar.root");

  /** Secrets that two servers on one database have in common. */
  private static final List<String> SHARED =
      List.of(
          "REGISTRAR_DB_PASSWORD",
          "REGISTRAR_SEAL_KEY",
          "REGISTRAR_TOKEN_PUBLIC_KEY",
          "REGISTRAR_TOKEN_PRIVATE_KEY");

  private static final Duration READY_LIMIT = Duration.ofSeconds(240);

  private final Process process;
  private final Path home;
  private final Path output;

  private RunProcess(Process process, Path home, Path output) {
    this.process = process;
    this.home = home;
    this.output = output;
  }

  /** Starts it with these -D settings and environment variables. */
  public static RunProcess start(Path home, Map<String, String> environment, String... settings)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.add("-cp");
    command.add(classPath());
    for (String name : PASSED) {
      command.add("-D" + name + "=" + System.getProperty(name));
    }
    command.add("-Dregistrar.home=" + home);
    command.addAll(List.of(settings));
    command.add(RunLocal.class.getName());
    Path output = Files.createTempFile("registrar-run", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("REGISTRAR_"));
    builder.environment().putAll(environment);
    return new RunProcess(builder.start(), home, output);
  }

  /** What this very program runs on: a test's class path, or that of a program inside Maven. */
  private static String classPath() {
    if (RunProcess.class.getClassLoader() instanceof URLClassLoader loader) {
      return Stream.of(loader.getURLs())
          .map(url -> Path.of(URI.create(url.toString())).toString())
          .collect(Collectors.joining(File.pathSeparator));
    }
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** Starts another server on the database of this one, with the same secrets. */
  public RunProcess startBeside(Path otherHome, Map<String, String> more, int port)
      throws IOException {
    Map<String, String> environment = new HashMap<>(more);
    for (String name : SHARED) {
      environment.put(name, secret(name));
    }
    return start(
        otherHome,
        environment,
        "-Dregistrar.http.port=" + port,
        "-Dregistrar.db.url=" + databaseUrl());
  }

  /** Waits until it says that it is ready; how long that took. */
  public Duration awaitReady() throws IOException {
    Instant begin = process.info().startInstant().orElse(Instant.now());
    Instant end = Instant.now().plus(READY_LIMIT);
    while (!text().contains("Registrar is ready")) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new AssertionError("it is not ready:\n" + text());
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return Duration.between(begin, Instant.now());
  }

  /** Waits for its end and gives its exit code. */
  public int awaitEnd(Duration limit) throws InterruptedException, IOException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("it has not ended:\n" + text());
    }
    return process.exitValue();
  }

  /** What it has printed. */
  public String text() throws IOException {
    return Files.readString(output);
  }

  /** The first line a person looks for. */
  public String firstError() throws IOException {
    return text().lines().filter(line -> line.startsWith("[ERROR]")).findFirst().orElse("");
  }

  /** Asks it and all it has started to stop, all at once, as Ctrl-C in a terminal does. */
  public void stopAll() throws InterruptedException, ExecutionException {
    endAll(ProcessHandle::destroy);
  }

  /**
   * Kills it and all it has started as a power failure would: nobody is asked, nothing is saved.
   */
  public void killAll() throws InterruptedException, ExecutionException {
    endAll(ProcessHandle::destroyForcibly);
  }

  /** Kills the application server alone; the rest then ends by itself. */
  public void killServer() {
    kill("jboss-modules");
  }

  /** Kills the database alone; the rest then ends by itself. */
  public void killDatabase() {
    kill("mariadbd");
  }

  private void kill(String program) {
    List<ProcessHandle> found =
        servers().stream()
            .filter(one -> one.info().commandLine().orElse("").contains(program))
            .filter(ProcessHandle::destroyForcibly)
            .toList();
    if (found.isEmpty()) {
      throw new AssertionError("it has not started " + program);
    }
  }

  private void endAll(Consumer<ProcessHandle> how) throws InterruptedException, ExecutionException {
    List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
    all.addAll(servers());
    all.forEach(how);
    for (ProcessHandle one : all) {
      one.onExit().get();
    }
  }

  /** The servers it has started. */
  private List<ProcessHandle> servers() {
    return process.descendants().toList();
  }

  /** A connection to its embedded database as the application's own user. */
  public Connection database() throws SQLException, IOException {
    return DriverManager.getConnection(databaseUrl(), "registrar", secret("REGISTRAR_DB_PASSWORD"));
  }

  /** JDBC address of its embedded database. */
  public String databaseUrl() {
    return servers().stream()
        .flatMap(one -> Stream.of(one.info().arguments().orElse(new String[0])))
        .filter(argument -> argument.startsWith("--port="))
        .map(argument -> LocalDatabase.url(Integer.parseInt(argument.substring(7))))
        .findFirst()
        .orElseThrow(() -> new AssertionError("it has started no database"));
  }

  /** A secret generated for it. */
  public String secret(String name) throws IOException {
    Properties kept = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve("secrets.properties"))) {
      kept.load(reader);
    }
    return kept.getProperty(name);
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> all = servers();
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    all.forEach(ProcessHandle::destroyForcibly);
    Files.deleteIfExists(output);
  }
}
