package kz.miras.registrar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kz.miras.registrar.access.Visitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oldest MariaDB the product says it runs on, as an outside database. */
@OwnServers
class OldestDatabaseIT {

  @TempDir private Path folder;

  @BeforeEach
  void installed() {
    String message =
        "NO SECOND MARIADB: install Debian's mariadb-server-core and mariadb-client-core; migration"
            + " on the oldest supported version is not tested without them";
    if (!DebianDatabase.isThere()) {
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(message);
      }
      System.err.println("\n*** SKIPPED " + message + " ***\n");
      Assumptions.abort(message);
    }
  }

  @Test
  @DisplayName("an outside database of Debian's version is migrated and works, without demo data")
  void migratesAndWorks() throws Exception {
    try (DebianDatabase database =
        DebianDatabase.start(Files.createDirectory(folder.resolve("d")))) {
      int port = LocalServer.freePort();
      try (RunProcess run =
          RunProcess.start(
              folder.resolve("home"),
              Map.of(
                  "REGISTRAR_DB_PASSWORD",
                  database.password(),
                  "REGISTRAR_ADMIN_PASSWORD",
                  TestServer.ADMIN_PASSWORD),
              "-Dregistrar.http.port=" + port,
              "-Dregistrar.db.url=" + database.url())) {
        run.awaitReady();
        new Visitor("http://localhost:" + port).signedIn("admin", TestServer.ADMIN_PASSWORD);
        assertThat(database.number("SELECT COUNT(*) FROM student")).isZero();
        assertThat(database.number("SELECT COUNT(*) FROM account")).isEqualTo(1);
        run.stopAll();
      }
    }
  }
}
