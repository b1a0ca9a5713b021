package kz.miras.registrar.shared;

import java.util.Arrays;
import java.util.Optional;

/** What a scan of a document may be; told by how the file begins, never by its name. */
public enum ScanType {
  PDF("application/pdf", '%', 'P', 'D', 'F', '-'),
  PNG("image/png", 0x89, 'P', 'N', 'G'),
  JPEG("image/jpeg", 0xFF, 0xD8, 0xFF),
  /** TIFF of Intel's order of bytes. */
  TIFF("image/tiff", 'I', 'I', 42, 0),
  /** TIFF of Motorola's. */
  TIFF_BIG_ENDIAN("image/tiff", 'M', 'M', 0, 42);

  /** Largest scan kept, bytes. */
  public static final int LIMIT = 10 * 1024 * 1024;

  private final String mediaType;
  private final int[] beginning;

  ScanType(String mediaType, int... beginning) {
    this.mediaType = mediaType;
    this.beginning = beginning;
  }

  public String mediaType() {
    return mediaType;
  }

  /** The type of a file; empty for anything else. */
  public static Optional<ScanType> of(byte[] content) {
    return Arrays.stream(values()).filter(type -> type.begins(content)).findFirst();
  }

  private boolean begins(byte[] content) {
    if (content.length < beginning.length) {
      return false;
    }
    for (int i = 0; i < beginning.length; i++) {
      if ((content[i] & 0xFF) != beginning[i]) {
        return false;
      }
    }
    return true;
  }
}
