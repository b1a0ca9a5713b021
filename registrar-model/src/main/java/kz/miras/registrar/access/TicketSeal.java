package kz.miras.registrar.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * ACC-10. Writes tickets so that nobody but the servers of this university can make one: the text
 * carries half an HMAC-SHA-256 of it. All nodes share the key, so each reads the tickets of the
 * others.
 */
public final class TicketSeal {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SEAL_LENGTH = 16;
  private static final int LONGEST = 200;
  private static final char SEPARATOR = '.';
  private static final String FIELDS = " ";

  private final SecretKeySpec key;

  /**
   * The seal of a key.
   *
   * @param key at least {@value SealChain#LEAST_KEY_LENGTH} bytes; another one is derived from it,
   *     so that a seal of a ticket is no seal of anything else
   */
  public TicketSeal(byte[] key) {
    if (key.length < SealChain.LEAST_KEY_LENGTH) {
      throw new IllegalArgumentException("the key is shorter than " + SealChain.LEAST_KEY_LENGTH);
    }
    byte[] derived = mac(new SecretKeySpec(key, ALGORITHM), "waiting-room");
    this.key = new SecretKeySpec(derived, ALGORITHM);
  }

  /** The ticket as a text of letters, digits, {@code -}, {@code _} and one dot. */
  public String write(PlaceTicket ticket) {
    String text =
        String.join(
            FIELDS,
            String.valueOf(ticket.place()),
            String.valueOf(ticket.arrivedAt().toEpochMilli()),
            ticket.queued() ? "q" : "-",
            ticket.node());
    return encode(text.getBytes(StandardCharsets.UTF_8)) + SEPARATOR + encode(seal(text));
  }

  /** The ticket of a text; empty where it was not written by {@link #write} with this key. */
  public Optional<PlaceTicket> read(String written) {
    if (written == null || written.length() > LONGEST) {
      return Optional.empty();
    }
    int dot = written.indexOf(SEPARATOR);
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      String text = new String(decode(written.substring(0, dot)), StandardCharsets.UTF_8);
      byte[] seal = decode(written.substring(dot + 1));
      return MessageDigest.isEqual(seal(text), seal)
          ? Optional.of(ticket(text.split(FIELDS, 4)))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static PlaceTicket ticket(String[] fields) {
    return new PlaceTicket(
        fields[3],
        Long.parseLong(fields[0]),
        Instant.ofEpochMilli(Long.parseLong(fields[1])),
        fields[2].equals("q"));
  }

  private byte[] seal(String text) {
    return Arrays.copyOf(mac(key, text), SEAL_LENGTH);
  }

  private static byte[] mac(SecretKeySpec key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java runtime lacks " + ALGORITHM, e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getUrlDecoder().decode(text);
  }
}
