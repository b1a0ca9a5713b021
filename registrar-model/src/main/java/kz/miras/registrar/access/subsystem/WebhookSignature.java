package kz.miras.registrar.access.subsystem;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SUB-5. Signatures of messages to subscriptions, as Standard Webhooks has them. */
public final class WebhookSignature {

  private static final String HMAC = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  private WebhookSignature() {}

  /** A secret as programs are told it. */
  public static String written(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  /**
   * The value of {@code webhook-signature}: one signature a secret, so that a program may change to
   * the new one while both are good.
   *
   * @param id of the message, the same at every attempt
   * @param at when it is sent
   */
  public static String of(Collection<byte[]> secrets, String id, Instant at, String body) {
    String signed = id + "." + at.getEpochSecond() + "." + body;
    return secrets.stream()
        .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(secret, signed)))
        .collect(Collectors.joining(" "));
  }

  /** HMAC-SHA256 of a text. */
  public static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
