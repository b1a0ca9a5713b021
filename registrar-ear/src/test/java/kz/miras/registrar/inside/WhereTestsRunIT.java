package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kz.miras.registrar.local.TestServer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A test inside the server really runs there: it leaves the server's process id behind. */
@InsideTest
@TestMethodOrder(OrderAnnotation.class)
class WhereTestsRunIT {

  private static final String FILE = "inside-process";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(WhereTestsRunIT.class);
  }

  @Test
  @Order(1)
  @DisplayName("inside, the process is named in the server's data directory")
  void leavesATrace() throws Exception {
    Path data = Path.of(System.getProperty("jboss.server.data.dir"));
    Files.writeString(data.resolve(FILE), String.valueOf(ProcessHandle.current().pid()));
    assertThat(Inside.bean(kz.miras.registrar.registration.service.RegistrationCounter.class))
        .isNotNull();
  }

  @Test
  @Order(2)
  @RunAsClient
  @DisplayName("outside, the trace is there and names the server, not this process")
  void theTraceNamesTheServer() throws Exception {
    Path home = Path.of(System.getProperty("registrar.it"));
    Path trace = home.resolve("wildfly/data").resolve(FILE);
    long pid = Long.parseLong(Files.readString(trace));
    Files.delete(trace);
    assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(ProcessHandle.of(pid).flatMap(p -> p.info().arguments()).orElseThrow())
        .contains("-Djboss.management.http.port=" + TestServer.get().managementPort());
  }
}
