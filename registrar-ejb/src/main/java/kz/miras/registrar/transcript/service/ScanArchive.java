package kz.miras.registrar.transcript.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.ScanType;

/**
 * A ZIP of scans, read in memory and never unpacked to a disk. What it declares of itself is not
 * believed: files are counted and measured as they come out, and the whole is gone through once
 * before anything of it is used.
 */
final class ScanArchive {

  static final int MOST_FILES = 2_000;
  static final long MOST_BYTES = 300L * 1024 * 1024;

  /** Explorer of Windows writes Cyrillic names so; everything else in UTF-8. */
  private static final List<Charset> NAMES =
      List.of(StandardCharsets.UTF_8, Charset.forName("IBM866"));

  private final byte[] zip;
  private final Charset names;

  /** Takes a file of the archive. */
  interface Taker {

    /**
     * One file.
     *
     * @param content longer than {@link ScanType#LIMIT} by one byte where it is too large
     */
    void take(String name, byte[] content);
  }

  private ScanArchive(byte[] zip, Charset names) {
    this.zip = zip;
    this.names = names;
  }

  /**
   * Opens an archive.
   *
   * @throws RegistrarException.Refused where it is none, is damaged or encrypted, leads out of its
   *     folder, or holds more than it may
   */
  static ScanArchive open(String name, byte[] zip) {
    for (Charset charset : NAMES) {
      try {
        ScanArchive archive = new ScanArchive(zip, charset);
        if (archive.read(name, null) == 0) {
          throw refused("transcript.scan.no-zip", name);
        }
        return archive;
      } catch (IllegalArgumentException e) {
        // names in another encoding
      } catch (IOException e) {
        if (charset.equals(NAMES.get(NAMES.size() - 1)) || !isAboutNames(e)) {
          throw refused("transcript.scan.no-zip", name);
        }
      }
    }
    throw refused("transcript.scan.no-zip", name);
  }

  private static boolean isAboutNames(IOException e) {
    return e.getMessage() != null && e.getMessage().contains("entry name");
  }

  /** Hands over every file but those that systems add of their own. */
  void each(Taker taker) {
    try {
      read("", taker);
    } catch (IOException e) {
      throw new IllegalStateException("the archive was whole a moment ago", e);
    }
  }

  /** How many files it has; throws for the first thing that is wrong with the whole. */
  private int read(String archive, Taker taker) throws IOException {
    int files = 0;
    long bytes = 0;
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), names)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (leadsOut(entry.getName())) {
          throw refused("transcript.scan.path", entry.getName());
        }
        if (++files > MOST_FILES) {
          throw refused("transcript.scan.too-many", archive, MOST_FILES);
        }
        byte[] content = in.readNBytes(ScanType.LIMIT + 1);
        bytes += content.length + rest(in, MOST_BYTES - bytes - content.length);
        if (bytes > MOST_BYTES) {
          throw refused("transcript.scan.too-large", archive, MOST_BYTES / 1024 / 1024);
        }
        if (taker != null && !entry.isDirectory() && !isOfTheSystem(entry.getName())) {
          taker.take(entry.getName(), content);
        }
      }
    }
    return files;
  }

  /** Bytes left in a file, counted no further than one more than are still allowed. */
  private static long rest(InputStream in, long allowed) throws IOException {
    byte[] part = new byte[8192];
    long counted = 0;
    int read = in.read(part);
    while (read > 0 && counted <= allowed) {
      counted += read;
      read = in.read(part);
    }
    return counted;
  }

  private static boolean leadsOut(String name) {
    String path = name.replace('\\', '/');
    return path.startsWith("/")
        || path.matches("^[A-Za-z]:.*")
        || List.of(path.split("/")).contains("..")
        || path.indexOf('\0') >= 0;
  }

  private static boolean isOfTheSystem(String name) {
    String path = name.replace('\\', '/');
    String base = path.substring(path.lastIndexOf('/') + 1);
    return path.startsWith("__MACOSX/") || base.startsWith(".") || base.equals("Thumbs.db");
  }

  private static RegistrarException.Refused refused(String code, Serializable... args) {
    return new RegistrarException.Refused(Refusal.of(code, "DAT-1", args).at("file"));
  }
}
