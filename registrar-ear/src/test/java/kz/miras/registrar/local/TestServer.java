package kz.miras.registrar.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/**
 * The one server of a test run: a fresh database, the built application, a small demonstration
 * university whose seed and anchor date are fixed. Started by the first test that asks for it.
 */
public final class TestServer implements RunningServer, AutoCloseable {

  /** Password of the first administrator in tests; generated for each run. */
  public static final String ADMIN_PASSWORD = "It-" + java.util.UUID.randomUUID();

  /** The day the test university is seen from. */
  /** What a proxy before the server says of itself. */
  public static final String PROXY_SECRET = "It-" + java.util.UUID.randomUUID();

  public static final String ANCHOR = "2026-11-24";

  private static TestServer instance;

  private final LocalServer server;

  private TestServer(LocalServer server) {
    this.server = server;
  }

  /** The running server, started now if none is. */
  public static synchronized TestServer get() {
    if (instance == null) {
      instance = start();
    }
    return instance;
  }

  private static TestServer start() {
    try {
      Path home = Path.of(System.getProperty("registrar.it"));
      LocalServer.deleteTree(home.resolve("db"));
      LocalSettings settings = LocalSettings.fromSystemProperties(home, 0);
      settings
          .environment()
          .putAll(
              Map.of(
                  "REGISTRAR_ADMIN_PASSWORD",
                  ADMIN_PASSWORD,
                  "REGISTRAR_PROXY_SECRET",
                  PROXY_SECRET,
                  "REGISTRAR_DEMO",
                  "true",
                  "REGISTRAR_DEMO_STUDENTS",
                  "240",
                  "REGISTRAR_DEMO_ANCHOR",
                  ANCHOR));
      return new TestServer(LocalServer.start(settings));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String url() {
    return server.baseUrl();
  }

  @Override
  public Connection database() throws SQLException {
    return DriverManager.getConnection(
        server.databaseUrl(), server.databaseUser(), server.databasePassword());
  }

  /** A secret the server was given, by the name of its environment variable. */
  public String secret(String name) {
    return server.environment().get(name);
  }

  public int managementPort() {
    return server.managementPort();
  }

  /** Where build output such as screenshots may be put. */
  public Path output() {
    return Path.of(System.getProperty("registrar.it")).getParent();
  }

  @Override
  public void close() {
    server.close();
  }
}
