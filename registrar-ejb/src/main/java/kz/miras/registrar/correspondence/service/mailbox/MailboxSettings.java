package kz.miras.registrar.correspondence.service.mailbox;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the mailbox of the office is, from the environment.
 *
 * @param tls whether the connection is encrypted from its beginning
 */
public record MailboxSettings(
    String host, int port, String user, String password, boolean tls, String folder) {

  private static final String PATIENCE = "20000";

  /** The mailbox of this server; empty where the environment names none. */
  static Optional<MailboxSettings> of(Map<String, String> environment) {
    String host = environment.getOrDefault("REGISTRAR_MAILBOX_HOST", "").strip();
    if (host.isEmpty()) {
      return Optional.empty();
    }
    boolean tls = !"false".equalsIgnoreCase(environment.get("REGISTRAR_MAILBOX_TLS"));
    String port = environment.getOrDefault("REGISTRAR_MAILBOX_PORT", tls ? "993" : "143");
    return Optional.of(
        new MailboxSettings(
            host,
            Integer.parseInt(port.strip()),
            environment.getOrDefault("REGISTRAR_MAILBOX_USER", ""),
            environment.getOrDefault("REGISTRAR_MAILBOX_PASSWORD", ""),
            tls,
            environment.getOrDefault("REGISTRAR_MAILBOX_FOLDER", "INBOX")));
  }

  /** Name of the protocol. */
  String protocol() {
    return tls ? "imaps" : "imap";
  }

  /** What a session of mail has to know. */
  Properties properties() {
    Properties properties = new Properties();
    String prefix = "mail." + protocol() + ".";
    properties.setProperty(prefix + "connectiontimeout", PATIENCE);
    properties.setProperty(prefix + "timeout", PATIENCE);
    properties.setProperty(prefix + "writetimeout", PATIENCE);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    // a message stays unread until its letter is kept
    properties.setProperty(prefix + "peek", "true");
    return properties;
  }
}
