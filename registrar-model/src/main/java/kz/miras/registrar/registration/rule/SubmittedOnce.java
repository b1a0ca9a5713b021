package kz.miras.registrar.registration.rule;

import java.security.MessageDigest;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** REG-32. A key that came with one request answers that request again, and no other. */
public final class SubmittedOnce {

  private SubmittedOnce() {}

  /**
   * Judges a request whose key came before.
   *
   * @param before digest of the request the key came with
   * @param now digest of the request it comes with now
   */
  public static Verdict again(byte[] before, byte[] now) {
    return MessageDigest.isEqual(before, now)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.key-reused", "REG-32").at("Idempotency-Key"));
  }
}
