package kz.miras.registrar.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads who starts it where it cannot start: one line with cause and remedy. */
@OwnServers
class RefusedStartIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Map<String, String> ADMINISTRATOR =
      Map.of("REGISTRAR_ADMIN_PASSWORD", TestServer.ADMIN_PASSWORD);

  @TempDir private Path home;

  @Test
  @DisplayName("a taken port is named, and another one is proposed")
  void takenPort() throws IOException, InterruptedException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThat(refusal(ADMINISTRATOR, "-Dregistrar.http.port=" + port))
          .contains("Port " + port + " is taken", "-Dregistrar.http.port=" + (port + 1));
    }
  }

  @Test
  @DisplayName("what is no port is told, with what would be one")
  void noPort() throws IOException, InterruptedException {
    assertThat(refusal(ADMINISTRATOR, "-Dregistrar.http.port=http"))
        .contains("registrar.http.port=http is no port", "1 to 65535");
  }

  @Test
  @DisplayName("a database that does not answer is told by its address")
  void databaseDoesNotAnswer() throws IOException, InterruptedException {
    int nobody = LocalServer.freePort();
    Map<String, String> environment = Map.of("REGISTRAR_DB_PASSWORD", "none-listens-here");
    assertThat(
            refusal(
                environment,
                "-Dregistrar.http.port=" + LocalServer.freePort(),
                "-Dregistrar.db.url=jdbc:mariadb://127.0.0.1:" + nobody + "/registrar"))
        .contains("127.0.0.1:" + nobody, "does not answer", "-Dregistrar.db.url");
  }

  @Test
  @DisplayName("the password of an outside database is asked for by its variable, never by -D")
  void databasePasswordMissing() throws IOException, InterruptedException {
    assertThat(
            refusal(
                Map.of(),
                "-Dregistrar.http.port=" + LocalServer.freePort(),
                "-Dregistrar.db.url=jdbc:mariadb://127.0.0.1:3306/registrar"))
        .contains("REGISTRAR_DB_PASSWORD");
  }

  @Test
  @DisplayName("a start that would leave nobody to sign in asks for the first administrator")
  void nobodyCouldSignIn() throws IOException, InterruptedException {
    assertThat(
            refusal(
                Map.of(),
                "-Dregistrar.http.port=" + LocalServer.freePort(),
                "-Dregistrar.demo=false"))
        .contains("REGISTRAR_ADMIN_PASSWORD");
  }

  @Test
  @DisplayName("a data directory that cannot be written is named")
  void directoryCannotBeWritten() throws IOException, InterruptedException {
    Path file = Files.writeString(home.resolve("file"), "no directory");
    try (RunProcess run =
        RunProcess.start(file, ADMINISTRATOR, "-Dregistrar.http.port=" + LocalServer.freePort())) {
      assertThat(run.awaitEnd(LIMIT)).isEqualTo(1);
      assertThat(run.firstError()).contains(file.toString(), "-Dregistrar.home=");
    }
  }

  /** The first line with an error of a start that ends by itself. */
  private String refusal(Map<String, String> environment, String... settings)
      throws IOException, InterruptedException {
    try (RunProcess run = RunProcess.start(home, environment, settings)) {
      assertThat(run.awaitEnd(LIMIT)).isEqualTo(1);
      assertThat(run.text()).as("no stack trace").doesNotContain("\tat ", "Exception");
      return run.firstError();
    }
  }
}
