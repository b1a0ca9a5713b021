package kz.miras.registrar.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The MariaDB that Debian packages, on a port and with data of its own. */
final class DebianDatabase implements AutoCloseable {

  static final Path SERVER = Path.of("/usr/sbin/mariadbd");

  private static final Path INSTALL = Path.of("/usr/bin/mariadb-install-db");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String PASSWORD = "outside-" + java.util.UUID.randomUUID();

  private final Process process;
  private final int port;

  private DebianDatabase(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether it is installed. */
  static boolean isThere() {
    return Files.isExecutable(SERVER) && Files.isExecutable(INSTALL);
  }

  /** Starts it with an empty database {@code registrar} and a user that owns it. */
  static DebianDatabase start(Path folder) throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Path log = folder.resolve("database.log");
    run(
        log,
        INSTALL.toString(),
        "--no-defaults",
        "--datadir=" + data,
        "--auth-root-authentication-method=normal",
        "--skip-test-db",
        "--user=" + System.getProperty("user.name"));
    int port = LocalServer.freePort();
    Path initial =
        Files.writeString(
            folder.resolve("start.sql"),
            "CREATE DATABASE registrar CHARACTER SET utf8mb4;\n"
                + "CREATE USER registrar@'127.0.0.1' IDENTIFIED BY '"
                + PASSWORD
                + "';\nGRANT ALL ON registrar.* TO registrar@'127.0.0.1';\n");
    Process process =
        new ProcessBuilder(
                SERVER.toString(),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + Files.createTempDirectory("rdb").resolve("s"),
                "--skip-name-resolve",
                "--init-file=" + initial)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    DebianDatabase database = new DebianDatabase(process, port);
    database.await(log);
    return database;
  }

  private static void run(Path log, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError(command[0] + ":\n" + Files.readString(log));
    }
  }

  private void await(Path log) throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      try {
        connect().close();
        return;
      } catch (SQLException e) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new AssertionError(Files.readString(log), e);
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), "registrar", PASSWORD);
  }

  String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/registrar";
  }

  String password() {
    return PASSWORD;
  }

  /** One number. */
  long number(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        java.sql.ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }
}
