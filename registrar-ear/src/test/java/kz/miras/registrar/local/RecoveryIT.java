package kz.miras.registrar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kz.miras.registrar.access.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty university is started, stopped, killed and started again; nothing is lost. */
@OwnServers
class RecoveryIT {

  private static final String CRASHED = "crash recovery";

  @TempDir private Path home;

  @Test
  @DisplayName("data outlive Ctrl-C and a kill of everything, and the next start needs no help")
  void dataOutliveEveryEnd() throws Exception {
    int port = LocalServer.freePort();
    try (RunProcess first =
        start(Map.of("REGISTRAR_ADMIN_PASSWORD", TestServer.ADMIN_PASSWORD), port)) {
      first.awaitReady();
      assertThat(first.text()).contains("No demonstration data");
      signIn(port);
      first.stopAll();
    }
    Duration second;
    try (RunProcess run = start(Map.of(), port)) {
      second = run.awaitReady();
      assertThat(run.text()).as("it was stopped in order").doesNotContain(CRASHED);
      signIn(port);
      run.killAll();
    }
    try (RunProcess run = start(Map.of(), port)) {
      Duration third = run.awaitReady();
      signIn(port);
      run.stopAll();
      Files.writeString(
          Path.of(System.getProperty("registrar.it")).resolveSibling("start-times.txt"),
          "second start %d ms, start after a kill %d ms%n"
              .formatted(second.toMillis(), third.toMillis()));
    }
  }

  private RunProcess start(Map<String, String> environment, int port) throws Exception {
    return RunProcess.start(
        home, environment, "-Dregistrar.http.port=" + port, "-Dregistrar.demo=false");
  }

  /** The first administrator, whose password was given to the first start only. */
  private static void signIn(int port) {
    new Visitor("http://localhost:" + port).signedIn("admin", TestServer.ADMIN_PASSWORD);
  }
}
