package kz.miras.registrar.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Remembers the processes of a run by pid and start time, so that the next start after a kill -9
 * can end what was left behind and nothing else.
 */
final class Children {

  private final Path file;

  Children(Path home) {
    this.file = home.resolve("processes");
  }

  /** Writes down this process and all it has started. */
  void remember() throws IOException {
    StringBuilder text = new StringBuilder(line("owner", ProcessHandle.current()));
    for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
      text.append(line("child", child));
    }
    Files.writeString(file, text);
  }

  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  /**
   * Ends what an earlier, killed run left.
   *
   * @throws StartFailure when the earlier run is alive: it is not ours to stop
   */
  void endOrphans() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    for (String line : lines) {
      if (line.startsWith("owner") && alive(line).isPresent()) {
        throw new StartFailure(
            "Registrar already runs from this directory (process "
                + line.split(" ")[1]
                + "). Stop it with Ctrl-C there, or start another with -Dregistrar.home=<directory>"
                + " and -Dregistrar.http.port=<port>.");
      }
    }
    for (String line : lines) {
      Optional<ProcessHandle> orphan = line.startsWith("child") ? alive(line) : Optional.empty();
      orphan.ifPresent(Children::end);
    }
    Files.delete(file);
  }

  private static void end(ProcessHandle orphan) {
    orphan.destroy();
    try {
      orphan.onExit().get(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      orphan.destroyForcibly();
    }
  }

  private static Optional<ProcessHandle> alive(String line) {
    String[] parts = line.split(" ");
    return ProcessHandle.of(Long.parseLong(parts[1]))
        .filter(ProcessHandle::isAlive)
        .filter(
            p -> p.info().startInstant().map(Instant::toString).orElse("unknown").equals(parts[2]));
  }

  private static String line(String kind, ProcessHandle process) {
    return kind
        + " "
        + process.pid()
        + " "
        + process.info().startInstant().map(Instant::toString).orElse("unknown")
        + "\n";
  }
}
