package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.service.mail.MailPost;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.correspondence.service.DraftDesk;
import kz.miras.registrar.correspondence.service.LetterReceipt;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.correspondence.service.mailbox.Mailbox;
import kz.miras.registrar.correspondence.service.mailbox.MailboxSettings;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The mailbox of the office, with a mail server of the test's own. */
@InsideTest
class MailboxInsideIT {

  private static final String OFFICE = "office@example.kz";

  private GreenMail server;
  private MailFolder inbox;
  private GreenMailUser user;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(MailboxInsideIT.class, LetterScene.class, SmallMailServer.class)
        .addAsLibrary(Inside.jarOf(GreenMail.class))
        .addAsLibrary(Inside.jarOf(IMAPFolder.class));
  }

  @BeforeEach
  void start() throws Exception {
    if (!Inside.isHere()) {
      return;
    }
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    user = server.setUser(OFFICE, "secret");
    ImapHostManager manager = server.getManagers().getImapHostManager();
    inbox = manager.getInbox(user);
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
  }

  private MailboxSettings settings() {
    return new MailboxSettings(
        "127.0.0.1", server.getImap().getPort(), OFFICE, "secret", false, "INBOX");
  }

  private int run() throws MessagingException {
    return Inside.bean(Mailbox.class).run(settings());
  }

  private void come(String... lines) throws MessagingException {
    String raw = String.join("\r\n", lines) + "\r\n";
    user.deliver(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
  }

  private String flags() {
    return inbox.getMessages().stream()
        .map(StoredMessage::getFlags)
        .map(
            one ->
                (one.contains(Flags.Flag.SEEN) ? "read" : "unread")
                    + (one.contains(Flags.Flag.FLAGGED) ? "!" : ""))
        .collect(Collectors.joining(" "));
  }

  private static LetterView letter(String messageId) throws Exception {
    String id =
        Scene.text(
            "SELECT CAST(uuid AS CHAR) FROM letter WHERE channel = 'EMAIL' AND message_id = ?",
            messageId);
    return LetterScene.seen(Scene.holding("SPE"), id);
  }

  @Test
  @DisplayName(
      "LTR-3 LTR-4 a mail is registered once by its Message-ID with its words and sound files; what"
          + " is not kept is named, and the mail stays")
  void registered() throws Exception {
    String id = "<" + UUID.randomUUID() + "@plant.example>";
    String[] mail = {
      "From: =?UTF-8?B?0JfQsNCy0L7QtA==?= <Plant@Example.KZ>",
      "To: " + OFFICE,
      "Subject: =?UTF-8?B?0J7QsQ==?= a diploma",
      "Message-ID: " + id,
      "Date: Fri, 06 Nov 2020 10:00:00 +0500",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=\"b\"",
      "",
      "--b",
      "Content-Type: text/html; charset=UTF-8",
      "",
      "<html><head><style>p{}</style></head><p>Is it &lt;genuine&gt;?<script>x()</script></p></html>",
      "--b",
      "Content-Type: application/pdf; name=\"scan.pdf\"",
      "Content-Disposition: attachment; filename=\"scan.pdf\"",
      "",
      "%PDF-1.7 a scan",
      "--b",
      "Content-Type: application/pdf",
      "Content-Disposition: attachment; filename=\"../../evil.pdf\"",
      "",
      "MZ a program",
      "--b--",
    };
    come(mail);
    assertThat(run()).isEqualTo(1);
    assertThat(run()).as("read by now").isZero();
    LetterView view = letter(id);
    assertThat(view.channel()).isEqualTo(LetterChannel.EMAIL);
    assertThat(view.state()).isEqualTo(LetterState.REGISTERED);
    assertThat(view.sender()).isEqualTo("plant@example.kz");
    assertThat(view.facts().name()).isEqualTo("Завод");
    assertThat(view.facts().subject()).isEqualTo("Об a diploma");
    assertThat(view.facts().theirDate()).hasToString("2020-11-06");
    assertThat(view.facts().body())
        .startsWith("Is it <genuine>?")
        .contains("evil.pdf")
        .doesNotContain("x()");
    assertThat(view.files()).extracting(LetterView.File::name).containsExactly("scan.pdf");

    come(mail);
    assertThat(run()).as("the same Message-ID").isZero();
    assertThat(flags()).isEqualTo("read read");
    assertThat(Scene.number("SELECT COUNT(*) FROM letter WHERE message_id = ?", id)).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "LTR-3 hostile and automatic mail harms nobody: it is registered as far as it can be read, or"
          + " flagged and left, and the next one is taken")
  void hostile() throws Exception {
    come(
        "From: robot@example.kz",
        "Subject: Out of office",
        "Message-ID: <auto@example.kz>",
        "Auto-Submitted: auto-replied",
        "",
        "I am away.");
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=\"d").append(i).append("\"\r\n\r\n--d");
      deep.append(i).append("\r\n");
    }
    String nested = "<" + UUID.randomUUID() + "@deep>";
    come(
        "From: \"\u0001\" <>",
        "Message-ID: " + nested,
        "Date: never",
        "MIME-Version: 1.0",
        deep + "Content-Type: text/plain\r\n\r\nburied");
    String broken = "<" + UUID.randomUUID() + "@broken>";
    come(
        "From: a@example.kz",
        "Subject: " + "x".repeat(900),
        "Message-ID: " + broken,
        "Content-Type: text/plain; charset=no-such-charset",
        "Content-Transfer-Encoding: 8bit",
        "",
        "words");
    run();
    assertThat(flags()).startsWith("unread! ").endsWith(" read");
    assertThat(letter(broken).facts().subject()).hasSize(500);
    assertThat(letter(broken).facts().body()).startsWith("words");
    assertThat(Scene.number("SELECT COUNT(*) FROM letter WHERE message_id = '<auto@example.kz>'"))
        .isZero();
  }

  @Test
  @DisplayName("without the mail server nothing is lost: the mail is taken when it is there again")
  void noServer() throws Exception {
    String id = "<" + UUID.randomUUID() + "@later>";
    come("From: b@example.kz", "Subject: later", "Message-ID: " + id, "", "words");
    MailboxSettings closed = new MailboxSettings("127.0.0.1", 1, OFFICE, "secret", false, "INBOX");
    assertThatThrownBy(() -> Inside.bean(Mailbox.class).run(closed))
        .isInstanceOf(MessagingException.class);
    assertThat(flags()).isEqualTo("unread");
    assertThat(run()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "LTR-9 a letter goes by mail with its signed file, and a mail that answers it is its answer")
  void sent() throws Exception {
    String clerk = Scene.holding("JUN");
    String fileCase = LetterScene.fileCase(221);
    LetterReceipt came =
        LetterScene.registered(clerk, fileCase, LetterScene.facts("by mail", LetterKind.REQUEST));
    String reply =
        LetterScene.signed(
            Scene.holding("SPE"),
            Scene.holding("DEP"),
            Scene.holding("DIR"),
            clerk,
            came.id(),
            fileCase);
    String address = "plant-" + UUID.randomUUID() + "@example.kz";
    Inside.act(clerk, () -> Inside.bean(DraftDesk.class).send(reply, LetterChannel.EMAIL, address));
    String raw;
    try (SmallMailServer smtp = new SmallMailServer()) {
      Inside.bean(MailPost.class).run(Session.getInstance(smtp.properties()));
      assertThat(smtp.to(address)).hasSize(1);
      raw = smtp.to(address).get(0);
    }
    LetterView view = LetterScene.seen(clerk, reply);
    assertThat(view.mailState()).isEqualTo("access.mail.state.SENT");
    assertThat(raw)
        .contains("application/pdf")
        .contains(view.index().replace('/', '-') + ".pdf")
        .doesNotContain("Auto-Submitted");
    String mail =
        Scene.text(
            "SELECT m.uuid FROM mail m JOIN letter l ON l.mail_id = m.id WHERE CAST(l.uuid AS CHAR) ="
                + " ?",
            reply);
    String id = "<" + UUID.randomUUID() + "@plant.example>";
    come(
        "From: " + address,
        "Subject: Re: " + view.index(),
        "Message-ID: " + id,
        "In-Reply-To: <" + mail + "@registrar>",
        "",
        "Thank you.");
    assertThat(run()).isEqualTo(1);
    assertThat(letter(id).answers().label()).isEqualTo(view.index());
  }
}
