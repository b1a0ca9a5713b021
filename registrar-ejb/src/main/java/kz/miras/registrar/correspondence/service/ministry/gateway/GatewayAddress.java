package kz.miras.registrar.correspondence.service.ministry.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import kz.miras.registrar.correspondence.ministry.gateway.BodySignature;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;

/**
 * Where the gateway is, who sends there and who signs; of the environment alone.
 *
 * @param sync address of the synchronous channel; null for none
 * @param async address of the asynchronous channel; null for none
 * @param patience how long an answer may take
 */
public record GatewayAddress(
    String sync,
    String async,
    String sender,
    String password,
    MessageSigner signer,
    Duration patience) {

  /** How long an answer may take where nobody says otherwise. */
  private static final Duration USUAL = Duration.ofSeconds(60);

  /** Registers answer with scans and signatures written as text: 8 MiB. */
  private static final int USUAL_LARGEST = 8 << 20;

  /** What any message of the gateway needs: less would refuse its notifications. */
  private static final int LEAST_LARGEST = 64 << 10;

  /** With the usual patience. */
  public GatewayAddress(
      String sync, String async, String sender, String password, MessageSigner signer) {
    this(sync, async, sender, password, signer, USUAL);
  }

  /** What the environment names; empty where the gateway is off. */
  public static Optional<GatewayAddress> ofEnvironment() {
    String sender = value("REGISTRAR_SHEP_SENDER");
    String store = value("REGISTRAR_SHEP_KEYSTORE");
    if (sender == null || store == null || value("REGISTRAR_SHEP_CERTIFICATE") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new GatewayAddress(
            value("REGISTRAR_SHEP_SYNC_URL"),
            value("REGISTRAR_SHEP_ASYNC_URL"),
            sender,
            value("REGISTRAR_SHEP_PASSWORD"),
            signer(Path.of(store))));
  }

  /** Whether messages are fetched from the gateway, which then brings none. */
  static boolean isFetching() {
    return Boolean.parseBoolean(value("REGISTRAR_SHEP_FETCH"));
  }

  /**
   * Bytes of the largest message the gateway may bring here; files stay in its storage (GOV-26).
   */
  public static int largestMessage() {
    return largestMessage(value("REGISTRAR_SHEP_LARGEST"));
  }

  /** The same of what the environment says; null where it says nothing. */
  static int largestMessage(String bytes) {
    return bytes == null ? USUAL_LARGEST : Math.max(LEAST_LARGEST, Integer.parseInt(bytes));
  }

  private static MessageSigner signer(Path store) {
    String password = value("REGISTRAR_SHEP_KEYSTORE_PASSWORD");
    String node = value("REGISTRAR_NCANODE_URL");
    try {
      X509Certificate gateway =
          BodySignature.certificate(
              Files.readAllBytes(Path.of(value("REGISTRAR_SHEP_CERTIFICATE"))));
      return node != null
          ? new NodeSigner(node, Files.readAllBytes(store), password, gateway)
          : RsaSigner.of(store, password == null ? new char[0] : password.toCharArray(), gateway);
    } catch (IOException e) {
      throw new UncheckedIOException("the keys of the gateway cannot be read", e);
    }
  }

  private static String value(String name) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Address of a channel; null for none. */
  String url(GatewayChannel channel) {
    return channel == GatewayChannel.SYNC ? sync : async;
  }

  /** Without the password, wherever it is written. */
  @Override
  public String toString() {
    return sender + " at " + sync + " and " + async;
  }
}
