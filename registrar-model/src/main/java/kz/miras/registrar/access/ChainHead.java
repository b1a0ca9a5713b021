package kz.miras.registrar.access;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The last row of a chain at some moment. It is exported to a file and the log every hour, out of
 * reach of whoever can write to the database: rows cut off at the end show against it (AUD-4).
 *
 * @param chain name of the chain
 * @param position position of its last row; 0 for an empty chain
 * @param seal that row's seal
 */
public record ChainHead(String chain, long position, byte[] seal) {

  public ChainHead {
    seal = seal.clone();
  }

  /** One line of the exported file: chain, position and seal, blank-separated. */
  public String line() {
    return chain + " " + position + " " + HexFormat.of().formatHex(seal);
  }

  /** The head of an exported line, if the line is one. */
  public static Optional<ChainHead> ofLine(String line) {
    String[] parts = line.strip().split(" ");
    if (parts.length != 3 || !parts[1].matches("\\d{1,18}") || !parts[2].matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    return Optional.of(
        new ChainHead(parts[0], Long.parseLong(parts[1]), HexFormat.of().parseHex(parts[2])));
  }

  @Override
  public byte[] seal() {
    return seal.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainHead that
        && chain.equals(that.chain)
        && position == that.position
        && Arrays.equals(seal, that.seal);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(seal);
  }
}
