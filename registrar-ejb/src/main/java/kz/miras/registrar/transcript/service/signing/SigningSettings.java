package kz.miras.registrar.transcript.service.signing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import kz.miras.registrar.shared.Checksum;

/**
 * How documents are signed on this server; all of it comes from the environment, secrets included,
 * and nothing of it enters the database.
 *
 * @param signer name of the provider; null for the one shipped
 * @param keystore PKCS #12 file; null for none
 * @param alias of the key in file or token; null for the first one
 * @param library of a PKCS #11 token; null for none
 * @param slot of the token; null for the first one
 * @param authority address of the time stamping authority; null for none
 * @param directory where keys are kept that this installation makes itself
 * @param secret protects those
 */
record SigningSettings(
    String signer,
    Path keystore,
    String password,
    String alias,
    String library,
    Integer slot,
    String pin,
    String authority,
    Path directory,
    String secret) {

  /**
   * The settings of an environment.
   *
   * @param data directory of the server, where no other is named
   */
  static SigningSettings of(Map<String, String> environment, String data) {
    String directory = given(environment, "REGISTRAR_KEYS");
    String keystore = given(environment, "REGISTRAR_SIGN_KEYSTORE");
    String slot = given(environment, "REGISTRAR_SIGN_TOKEN_SLOT");
    return new SigningSettings(
        given(environment, "REGISTRAR_SIGNER"),
        keystore == null ? null : Path.of(keystore),
        given(environment, "REGISTRAR_SIGN_PASSWORD"),
        given(environment, "REGISTRAR_SIGN_ALIAS"),
        given(environment, "REGISTRAR_SIGN_TOKEN"),
        slot == null ? null : Integer.valueOf(slot),
        given(environment, "REGISTRAR_SIGN_TOKEN_PIN"),
        given(environment, "REGISTRAR_SIGN_TSA"),
        Path.of(directory == null ? data : directory),
        protection(environment.getOrDefault("REGISTRAR_SEAL_KEY", "")));
  }

  /** The settings of this server. */
  static SigningSettings ofServer() {
    return of(System.getenv(), System.getProperty("jboss.server.data.dir", "."));
  }

  private static String given(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Another secret than the seal key itself, which goes nowhere. */
  private static String protection(String sealKey) {
    byte[] text = ("keys of documents " + sealKey).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Checksum.sha256(text));
  }
}
