package kz.miras.registrar.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where things lie and how the local server is to be reached.
 *
 * @param home directory of data, logs and secrets that outlive a run
 * @param wildfly the unpacked server distribution
 * @param driver the JDBC driver jar
 * @param application the EAR
 * @param serverFiles configure.cli, the driver module descriptor and, below deployments, what else
 *     is to be deployed
 * @param binaries where the embedded database's binaries are unpacked once
 * @param httpPort port of the screens, 0 for any free one
 * @param databaseUrl JDBC URL of an outside MariaDB, or null for the embedded one
 * @param databaseUser user of the outside MariaDB
 * @param environment further environment variables of the server process
 * @param databaseStart further statements the embedded database runs at its start
 */
public record LocalSettings(
    Path home,
    Path wildfly,
    Path driver,
    Path application,
    Path serverFiles,
    Path binaries,
    int httpPort,
    String databaseUrl,
    String databaseUser,
    Map<String, String> environment,
    List<String> databaseStart) {

  /** What the build passes by system properties. */
  public static LocalSettings fromSystemProperties(Path home, int httpPort) {
    Path root = Path.of(required("registrar.root"));
    return new LocalSettings(
        home.toAbsolutePath(),
        Path.of(required("registrar.wildfly")).toAbsolutePath(),
        Path.of(required("registrar.driver")).toAbsolutePath(),
        Path.of(required("registrar.ear")).toAbsolutePath(),
        root.resolve("registrar-ear/src/main/server").toAbsolutePath(),
        Path.of(required("registrar.local")).resolve("mariadb").toAbsolutePath(),
        httpPort,
        System.getProperty("registrar.db.url"),
        System.getProperty("registrar.db.user", "registrar"),
        new HashMap<>(),
        new ArrayList<>());
  }

  /** The same with other server files. */
  public LocalSettings withServerFiles(Path other) {
    return new LocalSettings(
        home,
        wildfly,
        driver,
        application,
        other,
        binaries,
        httpPort,
        databaseUrl,
        databaseUser,
        environment,
        databaseStart);
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new StartFailure("System property " + property + " is missing; start through Maven.");
    }
    return value;
  }
}
