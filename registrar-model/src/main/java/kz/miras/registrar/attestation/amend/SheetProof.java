package kz.miras.registrar.attestation.amend;

import java.util.Arrays;
import kz.miras.registrar.shared.Keyed;

/** SHT-17. What the code on a printed sheet proves. */
public enum SheetProof implements Keyed {
  /** The version stands, and its content is what was printed. */
  GENUINE,
  /** Rows of it were amended: a later version stands. */
  SUPERSEDED,
  /** What the sheet says now is not what it said when this version was sealed. */
  CHANGED;

  /**
   * What is proved of a version.
   *
   * @param sealed checksum it was sealed with
   * @param now checksum of the same version as the sheet says it now
   * @param version number of the printed version
   * @param current number of the version that stands
   */
  public static SheetProof of(byte[] sealed, byte[] now, int version, int current) {
    if (!Arrays.equals(sealed, now)) {
      return CHANGED;
    }
    return version < current ? SUPERSEDED : GENUINE;
  }

  @Override
  public String key() {
    return "attestation.proof." + name();
  }
}
