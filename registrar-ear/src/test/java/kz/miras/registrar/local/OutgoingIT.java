package kz.miras.registrar.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing the product or its tests do leads off the machine. */
@OwnServers
class OutgoingIT {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @BeforeEach
  void watched() {
    assumeTrue(OutgoingWatch.isPossible(), "connections can be watched where there is /proc");
  }

  @Test
  @DisplayName("the server, its database and the browser of all tests called nobody outside")
  void nobodyWasCalled() throws IOException {
    Path report = Path.of(System.getProperty("registrar.it")).resolveSibling("outgoing.txt");
    assumeTrue(Files.exists(report), "the tests on the one server have not run");
    assertThat(report).isEmptyFile();
  }

  @Test
  @DisplayName("a call outside would have been seen")
  void callWouldBeSeen() throws IOException {
    // an address of the range reserved for documentation; a datagram socket sends nothing by this
    try (OutgoingWatch watch = OutgoingWatch.start(folder.resolve("seen.txt"));
        DatagramChannel channel = DatagramChannel.open()) {
      try {
        channel.connect(new InetSocketAddress("192.0.2.1", 9));
      } catch (SocketException e) {
        assumeTrue(false, "this machine has no way out at all: " + e.getMessage());
      }
      long end = System.nanoTime() + LIMIT.toNanos();
      Set<String> found = watch.found();
      while (found.isEmpty() && System.nanoTime() < end) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        found = watch.found();
      }
      assertThat(found).anyMatch(line -> line.contains("192.0.2.1 port 9"));
    }
  }
}
