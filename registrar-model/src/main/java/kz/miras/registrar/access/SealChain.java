package kz.miras.registrar.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AUD-1. Seals of one chain: the HMAC-SHA-256 of the chain's name, the row's position, the previous
 * seal and the row's content. The key lies outside the database, so whoever can write there can
 * neither seal a changed row nor recompute the rows behind it.
 *
 * <p>Not for use by several threads at once.
 */
public final class SealChain {

  /** Bytes of a seal. */
  public static final int SEAL_LENGTH = 32;

  /** A key shorter than a seal would be its weakest part. */
  public static final int LEAST_KEY_LENGTH = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final String chain;
  private final Mac mac;

  private SealChain(String chain, Mac mac) {
    this.chain = chain;
    this.mac = mac;
  }

  /**
   * The seals of a chain.
   *
   * @param chain its name, for example {@code audit}, or {@code achievement-1042} for one student
   * @param key at least {@value #LEAST_KEY_LENGTH} random bytes
   */
  public static SealChain of(String chain, byte[] key) {
    if (chain.isBlank() || chain.contains(" ")) {
      throw new IllegalArgumentException("a chain's name is one word: " + chain);
    }
    if (key.length < LEAST_KEY_LENGTH) {
      throw new IllegalArgumentException("the seal key is shorter than " + LEAST_KEY_LENGTH);
    }
    return new SealChain(chain, mac(key));
  }

  /** Name of the chain. */
  public String chain() {
    return chain;
  }

  /** The head before the first row. */
  public ChainHead empty() {
    return new ChainHead(chain, 0, new byte[SEAL_LENGTH]);
  }

  /** The head after the row with this content; its position and seal are the row's. */
  public ChainHead next(ChainHead last, byte[] content) {
    if (!last.chain().equals(chain)) {
      throw new IllegalArgumentException(last.chain() + " is not the head of " + chain);
    }
    long position = last.position() + 1;
    return new ChainHead(chain, position, seal(position, last.seal(), content));
  }

  /** Is this the seal of the content at this position after that seal? */
  boolean holds(long position, byte[] previous, byte[] content, byte[] seal) {
    return MessageDigest.isEqual(seal(position, previous, content), seal);
  }

  private byte[] seal(long position, byte[] previous, byte[] content) {
    return mac.doFinal(
        new CanonicalBytes().text(chain).number(position).bytes(previous).bytes(content).toBytes());
  }

  /** AUD-2. The salted hash by which a chain holds values that lie beside it. */
  static byte[] salted(byte[] salt, byte[] values) {
    return mac(salt).doFinal(values);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java runtime lacks " + ALGORITHM, e);
    }
  }
}
