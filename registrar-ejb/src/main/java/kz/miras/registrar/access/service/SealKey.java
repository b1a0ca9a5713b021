package kz.miras.registrar.access.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.access.TicketSeal;
import kz.miras.registrar.access.subsystem.WebhookSignature;

/** The key of the seals; it comes from the environment and never enters the database. */
@ApplicationScoped
public class SealKey {

  private final byte[] key;

  public SealKey() {
    String given = System.getenv("REGISTRAR_SEAL_KEY");
    if (given == null || given.length() < SealChain.LEAST_KEY_LENGTH) {
      throw new IllegalStateException(
          "REGISTRAR_SEAL_KEY is missing or shorter than "
              + SealChain.LEAST_KEY_LENGTH
              + " characters");
    }
    this.key = given.getBytes(StandardCharsets.UTF_8);
  }

  /** The chain of this name. */
  public SealChain chain(String name) {
    return SealChain.of(name, key);
  }

  /** A secret that follows from the key and a purpose; nobody without the key can tell it. */
  public byte[] secret(String purpose) {
    return WebhookSignature.mac(key, "secret " + purpose);
  }

  /** The seal of the waiting room's tickets. */
  TicketSeal tickets() {
    return new TicketSeal(key);
  }
}
