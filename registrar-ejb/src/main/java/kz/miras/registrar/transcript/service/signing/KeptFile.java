package kz.miras.registrar.transcript.service.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret file that is made once and then kept, readable by its owner only. */
final class KeptFile {

  private KeptFile() {}

  /**
   * The contents of a file, made now where it is not there. Of two servers that make it in the same
   * moment one wins, and both use that.
   */
  static byte[] of(Path file, Supplier<byte[]> make) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new");
        if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        }
        Files.write(fresh, make.get());
        publish(fresh, file);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key " + file + " can neither be read nor made; see REGISTRAR_KEYS", e);
    }
  }

  private static void publish(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file);
    } catch (FileAlreadyExistsException e) {
      Files.delete(fresh);
    }
  }
}
