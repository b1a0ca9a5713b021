package kz.miras.registrar.attestation.service.entry;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.service.Json;

/** A tag by which a program tells whether something is still as it was read. */
final class ExchangeTag {

  /** Bytes of a tag: enough that no two contents share one. */
  private static final int LENGTH = 12;

  private ExchangeTag() {}

  /** Changes with whatever is read of it. */
  static String of(Object read) {
    byte[] digest = Checksum.sha256(Json.write(read).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(digest, LENGTH));
  }
}
