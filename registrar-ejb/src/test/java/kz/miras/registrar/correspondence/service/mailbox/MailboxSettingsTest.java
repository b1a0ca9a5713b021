package kz.miras.registrar.correspondence.service.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MailboxSettingsTest {

  private static final String HOST = "REGISTRAR_MAILBOX_HOST";

  @Test
  @DisplayName("the mailbox is off where no server is named, and encrypted unless told otherwise")
  void settings() {
    assertThat(MailboxSettings.of(Map.of())).isEmpty();
    assertThat(MailboxSettings.of(Map.of(HOST, " "))).isEmpty();
    MailboxSettings usual = MailboxSettings.of(Map.of(HOST, "mail.example.kz")).orElseThrow();
    assertThat(usual.port()).isEqualTo(993);
    assertThat(usual.protocol()).isEqualTo("imaps");
    assertThat(usual.folder()).isEqualTo("INBOX");
    MailboxSettings plain =
        MailboxSettings.of(Map.of(HOST, "localhost", "REGISTRAR_MAILBOX_TLS", "false"))
            .orElseThrow();
    assertThat(plain.port()).isEqualTo(143);
    assertThat(plain.protocol()).isEqualTo("imap");
  }

  @Test
  @DisplayName("LTR-4 of a page its words are read, not what it would run or show in colours")
  void words() {
    String page = "<style>a{}</style><p>One</p><p>Two &amp; three</p><script>x()</script>";
    assertThat(MailParts.words(page)).isEqualTo("One\nTwo & three");
    assertThat(MailParts.words("&amp;lt;b&gt; <b>x</b>")).isEqualTo("&lt;b> x");
  }
}
