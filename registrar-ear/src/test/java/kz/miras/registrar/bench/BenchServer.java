package kz.miras.registrar.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.local.LocalServer;
import kz.miras.registrar.local.LocalSettings;
import kz.miras.registrar.local.TestServer;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The application as it was built, on a server and a database of its own; beside it the part of the
 * benchmark that calls the services from inside, and a recording driver below the application's
 * pool.
 */
final class BenchServer implements AutoCloseable {

  private static final String DRIVER = "bench-driver.jar";
  private static final String PACKAGE = "kz.miras.registrar.bench.";
  private static final Duration TASK_LIMIT = Duration.ofSeconds(420);

  private final LocalServer server;
  private final String password;
  // a part of the benchmark is one long request, which the server ends early over HTTP/2
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private BenchServer(LocalServer server, String password) {
    this.server = server;
    this.password = password;
  }

  static BenchServer start(int students) throws IOException {
    Path home = Path.of(System.getProperty("registrar.bench")).toAbsolutePath();
    LocalServer.deleteTree(home.resolve("db"));
    LocalSettings product = LocalSettings.fromSystemProperties(home, 0);
    LocalSettings settings = product.withServerFiles(serverFiles(home, product.serverFiles()));
    String password = UUID.randomUUID().toString();
    settings
        .databaseStart()
        .addAll(
            List.of(
                "CREATE OR REPLACE USER bench@127.0.0.1 IDENTIFIED BY '" + password + "'",
                "GRANT ALL ON *.* TO bench@127.0.0.1"));
    settings
        .environment()
        .putAll(
            Map.of(
                "REGISTRAR_BENCH_PASSWORD",
                password,
                "REGISTRAR_DEMO",
                "true",
                "REGISTRAR_DEMO_STUDENTS",
                String.valueOf(students),
                "REGISTRAR_DEMO_ANCHOR",
                TestServer.ANCHOR));
    return new BenchServer(LocalServer.start(settings), password);
  }

  /** The product's own set-up, with the recording driver between its pool and the real one. */
  private static Path serverFiles(Path home, Path product) throws IOException {
    Path files = home.resolve("server");
    LocalServer.deleteTree(files);
    try (Stream<Path> all = Files.walk(product)) {
      for (Path file : all.toList()) {
        Path copy = files.resolve(product.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path script = files.resolve("configure.cli");
    String plain = "driver-name=mariadb,connection-url=\"${env.REGISTRAR_DB_URL}\"";
    String text = Files.readString(script);
    int pool = text.indexOf(plain);
    if (pool < 0) {
      throw new IllegalStateException("configure.cli does not say " + plain);
    }
    String recorded =
        "driver-name=" + DRIVER + ",connection-url=\"jdbc:recorded:${env.REGISTRAR_DB_URL}\"";
    Files.writeString(
        script, text.substring(0, pool) + recorded + text.substring(pool + plain.length()));
    Path deployments = Files.createDirectories(files.resolve("deployments"));
    driver(deployments);
    inside(deployments);
    return files;
  }

  private static void driver(Path deployments) {
    ShrinkWrap.create(JavaArchive.class, DRIVER)
        .addPackage(PACKAGE + "driver")
        .addAsServiceProvider("java.sql.Driver", PACKAGE + "driver.RecordingDriver")
        .setManifest(new StringAsset("Manifest-Version: 1.0\nDependencies: org.mariadb\n"))
        .as(ZipExporter.class)
        .exportTo(deployments.resolve(DRIVER).toFile(), true);
  }

  private static void inside(Path deployments) {
    ShrinkWrap.create(WebArchive.class, "bench.war")
        .addPackage(PACKAGE + "inside")
        .addAsWebInfResource(
            new StringAsset("<jboss-web><security-domain>registrar</security-domain></jboss-web>"),
            "jboss-web.xml")
        .setManifest(
            new StringAsset(
                "Manifest-Version: 1.0\nDependencies: deployment.registrar.ear,\n"
                    + " deployment.registrar.ear.registrar-ejb.jar, deployment.bench-\n"
                    + " driver.jar, org.mariadb, org.wildfly.security.elytron\n"))
        .as(ZipExporter.class)
        .exportTo(deployments.resolve("bench.war").toFile(), true);
  }

  String url() {
    return server.baseUrl();
  }

  /** A secret the server was given, by the name of its environment variable. */
  String secret(String name) {
    return server.secret(name);
  }

  String databaseUrl() {
    return server.databaseUrl();
  }

  /**
   * What a command that verifies chains as the database's administrator finds in its environment.
   */
  Map<String, String> commandEnvironment() {
    return Map.of(
        "REGISTRAR_DB_PASSWORD", password, "REGISTRAR_SEAL_KEY", secret("REGISTRAR_SEAL_KEY"));
  }

  /** A connection as the database's administrator. */
  Connection administrator() throws SQLException {
    return DriverManager.getConnection(server.databaseUrl(), "bench", password);
  }

  /** What a part of the benchmark measured, line by line. */
  List<String> run(String task) throws IOException, InterruptedException {
    return run(task, TASK_LIMIT);
  }

  /** The same of a part that may take this long. */
  List<String> run(String task, Duration limit) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/bench/" + task)).timeout(limit).build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    List<String> lines = answer.body().lines().toList();
    if (answer.statusCode() != 200 || lines.isEmpty() || !lines.contains("done")) {
      throw new IllegalStateException(task + ": " + answer.statusCode() + " " + answer.body());
    }
    return lines;
  }

  /** Waits until the part inside the server answers: it is deployed after the application. */
  void awaitInside() throws InterruptedException {
    long end = System.nanoTime() + TASK_LIMIT.toNanos();
    while (true) {
      try {
        run("ready");
        return;
      } catch (IOException | IllegalStateException e) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("the benchmark was not deployed", e);
        }
        Thread.sleep(200);
      }
    }
  }

  /** Waits until the server has judged what the demonstration left to be judged. */
  void awaitSettled() throws SQLException, InterruptedException {
    try (Connection database = administrator();
        PreparedStatement left =
            database.prepareStatement(
                "SELECT (SELECT COUNT(*) FROM enrolment WHERE to_settle) + (SELECT COUNT(*) FROM"
                    + " study_plan_line WHERE to_settle)")) {
      long end = System.nanoTime() + TASK_LIMIT.toNanos();
      while (number(left) > 0) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("the demonstration was not settled");
        }
        Thread.sleep(500);
      }
    }
  }

  private static int number(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
