package kz.miras.registrar.attestation.entry;

import java.security.MessageDigest;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SHT-20. A key under which marks were sent answers for those marks, and for no others. */
public final class BatchOnce {

  private BatchOnce() {}

  /**
   * Judges marks whose key came before.
   *
   * @param before digest of what the key came with
   * @param now digest of what it comes with now
   */
  public static Verdict again(byte[] before, byte[] now) {
    return MessageDigest.isEqual(before, now)
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("attestation.batch.other-marks", "SHT-20").at("Idempotency-Key"));
  }
}
