package kz.miras.registrar.shared.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret file that is made once and then kept, readable by its owner only. */
public final class KeptFile {

  private KeptFile() {}

  /** Gives a file that is there a second name, which nothing has yet. */
  @FunctionalInterface
  interface Links {
    void make(Path name, Path there) throws IOException;
  }

  /**
   * The contents of a file, made now where it is not there. Of two servers that make it in the same
   * moment one wins, and both use that.
   */
  public static byte[] of(Path file, Supplier<byte[]> make) {
    return of(file, make, Files::createLink);
  }

  static byte[] of(Path file, Supplier<byte[]> make, Links links) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] content = make.get();
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "key", ".new");
        try {
          if (fresh.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
          }
          Files.write(fresh, content);
          publish(fresh, file, links);
        } finally {
          Files.deleteIfExists(fresh);
        }
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The key " + file + " can neither be read nor made; see REGISTRAR_KEYS", e);
    }
  }

  /**
   * Gives the whole file its name, unless it has been given: a link is made or it is not, where a
   * move replaces what another server has just begun to use.
   */
  private static void publish(Path fresh, Path file, Links links) throws IOException {
    try {
      links.make(file, fresh);
    } catch (FileAlreadyExistsException e) {
      // another server was first; what it made is read
      return;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // some disks without links are not known as such, and refuse one as not permitted
      copy(fresh, file);
    }
  }

  /** Where a disk knows no links: a copy replaces nothing either. */
  private static void copy(Path fresh, Path file) throws IOException {
    try {
      Files.copy(fresh, file, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (FileAlreadyExistsException e) {
      return;
    }
  }
}
