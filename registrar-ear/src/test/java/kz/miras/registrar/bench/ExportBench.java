package kz.miras.registrar.bench;

import java.io.IOException;
import java.time.Duration;
import kz.miras.registrar.ministry.PlatformStub;

/** What the ministry is told, against a stand-in of its platform in this process. */
final class ExportBench {

  private ExportBench() {}

  static void run(BenchServer server, int records) throws IOException, InterruptedException {
    System.out.printf("%nRecords for the ministry's platform%n");
    try (PlatformStub platform = new PlatformStub(0, "miras", "stub")) {
      server
          .run("ministry?size=" + records + "&platform=" + platform.url(), Duration.ofMinutes(20))
          .stream()
          .filter(line -> line.startsWith("# "))
          .forEach(line -> System.out.println("  " + line.substring(2)));
    }
  }
}
