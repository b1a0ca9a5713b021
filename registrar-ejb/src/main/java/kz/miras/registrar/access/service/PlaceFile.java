package kz.miras.registrar.access.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.PlaceBook;

/**
 * ACC-10. The places of the waiting room in a file of this node's data directory, mapped into
 * memory: written at the speed of memory, and kept by the operating system when the server's
 * process is killed. Where the file cannot be had, places begin anew with each start.
 */
final class PlaceFile implements PlaceBook {

  private static final Logger LOG = Logger.getLogger(PlaceFile.class.getName());
  private static final int SIZE = 2 * Long.BYTES;

  private final ByteBuffer places;

  PlaceFile(Path file) {
    this.places = map(file);
  }

  /** The file of this server. */
  static PlaceFile ofServer() {
    return new PlaceFile(
        Path.of(System.getProperty("jboss.server.data.dir", "."), "waiting-room.places"));
  }

  private static ByteBuffer map(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        return channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
      }
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Places of the waiting room will not outlive this start", e);
      return ByteBuffer.allocate(SIZE);
    }
  }

  @Override
  public long issued() {
    return Math.max(0, places.getLong(0));
  }

  @Override
  public long served() {
    return Math.min(issued(), Math.max(0, places.getLong(Long.BYTES)));
  }

  @Override
  public void write(long issued, long served) {
    places.putLong(0, issued);
    places.putLong(Long.BYTES, served);
  }

  /** Brings it to the disk, so that it outlives the machine's end as well. */
  void force() {
    if (places instanceof MappedByteBuffer mapped) {
      mapped.force();
    }
  }
}
