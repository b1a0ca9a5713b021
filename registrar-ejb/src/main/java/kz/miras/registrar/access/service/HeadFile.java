package kz.miras.registrar.access.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.access.ChainHead;

/**
 * AUD-4. The file of exported chain heads, one line each, appended. Administrators copy it to where
 * database administrators cannot write.
 */
final class HeadFile {

  private final Path file;

  HeadFile(Path file) {
    this.file = file;
  }

  /** The file of this server: {@code audit-heads.txt} in its data directory. */
  static HeadFile ofServer() {
    return new HeadFile(
        Path.of(System.getProperty("jboss.server.data.dir", "."), "audit-heads.txt"));
  }

  void append(ChainHead head) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file, head.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All heads written so far; none where there is no file. */
  List<ChainHead> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.flatMap(line -> ChainHead.ofLine(line).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
