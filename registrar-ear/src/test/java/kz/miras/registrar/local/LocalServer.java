package kz.miras.registrar.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** Database and server together: started side by side, stopped in their order. */
public final class LocalServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(240);

  /** A first start also loads the demonstration university. */
  private static final Duration LOAD_LIMIT_PER_STUDENT = Duration.ofMillis(30);

  private final LocalSettings settings;
  private final Children children;
  private final String databaseUrl;
  private final Map<String, String> environment;
  private LocalDatabase database;
  private LocalWildFly wildfly;
  private volatile boolean stopping;

  private LocalServer(
      LocalSettings settings,
      Children children,
      String databaseUrl,
      Map<String, String> environment) {
    this.settings = settings;
    this.children = children;
    this.databaseUrl = databaseUrl;
    this.environment = environment;
  }

  /**
   * Starts both and waits until the sign-in page answers.
   *
   * @throws StartFailure with cause and remedy
   */
  public static LocalServer start(LocalSettings settings) {
    try {
      prepareHome(settings.home());
      Children children = new Children(settings.home());
      children.endOrphans();
      int httpPort = settings.httpPort() == 0 ? freePort() : settings.httpPort();
      requireFree(httpPort);
      Secrets secrets = Secrets.in(settings.home());
      int databasePort = freePort();
      boolean outside = settings.databaseUrl() != null;
      String url = outside ? settings.databaseUrl() : LocalDatabase.url(databasePort);
      Map<String, String> environment =
          new HashMap<>(secrets.environment(outside, settings.environment()));
      boolean accounts = Secrets.bringAccounts(settings.environment());
      if (outside) {
        OutsideDatabase.require(
            url, settings.databaseUser(), environment.get("REGISTRAR_DB_PASSWORD"), accounts);
      } else if (!accounts && !LocalDatabase.isThere(settings)) {
        throw new StartFailure(Secrets.NO_ADMINISTRATOR);
      }
      environment.put("REGISTRAR_DB_URL", url);
      environment.put("REGISTRAR_DB_USER", outside ? settings.databaseUser() : "registrar");
      environment.putIfAbsent(
          "REGISTRAR_DB_SCHEMA_USER", outside ? settings.databaseUser() : "registrar");
      environment.put("REGISTRAR_BASE_URL", "http://localhost:" + httpPort);
      environment.put("REGISTRAR_KEYS", settings.home().toAbsolutePath().toString());
      environment.putAll(settings.environment());
      LocalServer server = new LocalServer(settings, children, url, environment);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "registrar-stop"));
      server.boot(httpPort, databasePort, outside);
      return server;
    } catch (IOException e) {
      throw new StartFailure(
          "A file cannot be read or written: "
              + e
              + ". Check free space and rights in "
              + settings.home()
              + ", or choose another directory: -Dregistrar.home=<directory>");
    }
  }

  private static void prepareHome(Path home) {
    IOException cause = null;
    try {
      Files.createDirectories(home);
    } catch (IOException e) {
      cause = e;
    }
    if (cause != null || !Files.isWritable(home)) {
      throw new StartFailure(
          "The data directory "
              + home
              + " cannot be written"
              + (cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")")
              + ". Make it writable, or choose another: mvn -Prun -Dregistrar.home=<directory>");
    }
  }

  private void boot(int httpPort, int databasePort, boolean outside) throws IOException {
    try {
      if (!outside) {
        database =
            LocalDatabase.start(settings, databasePort, environment.get("REGISTRAR_DB_PASSWORD"));
      }
      wildfly = LocalWildFly.start(settings, httpPort, freePort(), environment);
      children.remember();
      awaitSignIn();
    } catch (RuntimeException | IOException e) {
      close();
      throw e;
    }
  }

  private void awaitSignIn() throws IOException {
    HttpClient client = HttpClient.newHttpClient();
    URI page = URI.create(baseUrl() + "/sign-in.xhtml");
    Duration limit = startLimit();
    long end = System.nanoTime() + limit.toNanos();
    Path failed = settings.home().resolve("wildfly/deployments/registrar.ear.failed");
    while (System.nanoTime() < end) {
      if (!wildfly.process().isAlive() || Files.exists(failed)) {
        throw new StartFailure(
            "The application did not start. "
                + FailureCause.find(settings.home().resolve("wildfly/log/server.log")));
      }
      try {
        HttpRequest request =
            HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(20)).GET().build();
        if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (java.net.ConnectException | java.net.http.HttpTimeoutException e) {
        // not listening yet
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StartFailure("Interrupted while starting.");
      }
      pause();
    }
    throw new StartFailure(
        "The server did not answer within "
            + limit.toSeconds()
            + " s; see "
            + settings.home().resolve("wildfly/log/server.log"));
  }

  private Duration startLimit() {
    long students = Long.parseLong(environment.getOrDefault("REGISTRAR_DEMO_STUDENTS", "0"));
    return START_LIMIT.plus(LOAD_LIMIT_PER_STUDENT.multipliedBy(students));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Address of the screens, without a slash at the end. */
  public String baseUrl() {
    return "http://localhost:" + wildfly.httpPort();
  }

  public String databaseUrl() {
    return databaseUrl;
  }

  public String databaseUser() {
    return environment.get("REGISTRAR_DB_USER");
  }

  public String databasePassword() {
    return environment.get("REGISTRAR_DB_PASSWORD");
  }

  /** A secret the server was given, by the name of its environment variable. */
  public String secret(String name) {
    return environment.get(name);
  }

  /** The variables the server was started with. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  public int managementPort() {
    return wildfly.managementPort();
  }

  public LocalSettings settings() {
    return settings;
  }

  /**
   * Waits until one of the two ends by itself.
   *
   * @return what has ended
   */
  public String awaitEnd() throws InterruptedException {
    CompletableFuture<String> ended =
        wildfly
            .process()
            .onExit()
            .thenApply(server -> "The server has ended (exit code " + server.exitValue() + ").");
    for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
      if (child.info().command().orElse("").contains("mariadbd")) {
        child.onExit().thenAccept(gone -> ended.complete("MariaDB has ended."));
      }
    }
    try {
      return ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether somebody has asked it to stop. */
  public boolean isStopping() {
    return stopping;
  }

  @Override
  public synchronized void close() {
    stopping = true;
    if (wildfly != null) {
      wildfly.close();
    }
    if (database != null) {
      database.close();
      database = null;
    }
    try {
      children.forget();
    } catch (IOException e) {
      System.err.println("[WARN] " + e.getMessage());
    }
  }

  /** A port nobody listens on now. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new StartFailure(
          "Port "
              + port
              + " is taken by another program. Stop it, or choose another port:"
              + " mvn -Prun -Dregistrar.http.port="
              + (port + 1));
    }
  }

  /** Deletes a directory with all that is in it. */
  public static void deleteTree(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
