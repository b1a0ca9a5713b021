package kz.miras.registrar.correspondence.service.ministry;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the platform is and who asks there; of the environment alone, so that no screen shows a
 * password.
 *
 * @param url base address, without a slash at its end
 * @param university number of the university on the platform
 * @param patience how long an answer may take
 */
public record PlatformAddress(
    String url, long university, String user, String password, Duration patience)
    implements Serializable {

  /** The platform is slow with hundreds of records. */
  private static final Duration USUAL = Duration.ofSeconds(90);

  /** With the usual patience. */
  public PlatformAddress(String url, long university, String user, String password) {
    this(url, university, user, password, USUAL);
  }

  /** What the environment names; empty where the exchange is off. */
  public static Optional<PlatformAddress> ofEnvironment() {
    String url = value("REGISTRAR_EPVO_URL");
    String university = value("REGISTRAR_EPVO_UNIVERSITY");
    if (url == null || university == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PlatformAddress(
            url.replaceAll("/+$", ""),
            Long.parseLong(university),
            value("REGISTRAR_EPVO_USER"),
            value("REGISTRAR_EPVO_PASSWORD")));
  }

  static String value(String name) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The host, to be shown. */
  public String host() {
    return URI.create(url).getHost();
  }

  /** Without the password, wherever it is written. */
  @Override
  public String toString() {
    return url + " as " + user;
  }
}
