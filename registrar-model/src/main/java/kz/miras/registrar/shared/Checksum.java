package kz.miras.registrar.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Checksums that tell whether a kept file is still the one that was kept. */
public final class Checksum {

  private Checksum() {}

  /** SHA-256 (FIPS 180-4), 32 bytes. */
  public static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A checksum as it is printed: groups of eight hexadecimal digits. */
  public static String shown(byte[] checksum) {
    return HexFormat.of()
        .formatHex(checksum)
        .toUpperCase(Locale.ROOT)
        .replaceAll("(.{8})(?!$)", "$1 ");
  }
}
