package kz.miras.registrar.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds in a server log the one line a person needs. */
final class FailureCause {

  private FailureCause() {}

  static String find(Path log) throws IOException {
    if (!Files.exists(log)) {
      return "No server log was written.";
    }
    List<String> lines = Files.readAllLines(log);
    for (String line : lines) {
      int start = line.indexOf("REGISTRAR-START:");
      if (start >= 0) {
        return line.substring(start + "REGISTRAR-START:".length()).trim();
      }
    }
    for (String line : lines) {
      if (line.startsWith("Caused by:") || line.contains(" ERROR ")) {
        return line + " (whole log: " + log + ")";
      }
    }
    return "See " + log;
  }
}
