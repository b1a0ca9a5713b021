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
    String cause = innermost(lines);
    return cause == null ? "See " + log : cause + " (whole log: " + log + ")";
  }

  /** The innermost cause of the first stack trace, or the first error where there is none. */
  private static String innermost(List<String> lines) {
    String cause = null;
    for (String line : lines) {
      if (line.startsWith("Caused by: ")) {
        cause = line.substring("Caused by: ".length());
      } else if (cause != null && !line.startsWith("\t")) {
        return cause;
      }
    }
    return cause != null
        ? cause
        : lines.stream().filter(line -> line.contains(" ERROR ")).findFirst().orElse(null);
  }
}
