package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import kz.miras.registrar.access.MailState;
import kz.miras.registrar.access.service.mail.MailDesk;
import kz.miras.registrar.access.service.mail.MailPost;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Notices that also go by e-mail, to a mail server of the test's own. */
@InsideTest
class MailInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(MailInsideIT.class, SmallMailServer.class);
  }

  private static String person(String address, String language) throws Exception {
    String login = Scene.holding("SPE");
    Scene.change(
        "UPDATE account SET email = ?, language = ? WHERE login = ?", address, language, login);
    return login;
  }

  private static void notice(String login, String code, String args) throws Exception {
    Scene.change(
        "INSERT INTO notice (id, account_id, code, args, link, at) SELECT ?, id, ?, ?, '/x.xhtml',"
            + " UTC_TIMESTAMP(6) - INTERVAL 3 MINUTE FROM account WHERE login = ?",
        Scene.next("office_seq"),
        code,
        args,
        login);
  }

  private static String uuid(String login) throws Exception {
    return Scene.text(
        "SELECT m.uuid FROM mail m JOIN account a ON a.id = m.account_id WHERE a.login = ?", login);
  }

  private static MailDesk.View mail(String login) throws Exception {
    String uuid = uuid(login);
    return Inside.as(Scene.holding("ADM"), () -> Inside.bean(MailDesk.class).mail(uuid));
  }

  private static int run(Properties properties) {
    return Inside.bean(MailPost.class).run(Session.getInstance(properties));
  }

  private static MimeMessage read(String raw) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(raw.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  @DisplayName("new notices go once, in one mail, in the person's language, without what they say")
  void sent() throws Exception {
    String secret = "ABCD-" + UUID.randomUUID();
    String address = "spe-" + UUID.randomUUID() + "@example.org";
    String login = person(address, "kk");
    String unwilling = person("no-" + address, "ru");
    String later = person("later-" + address, "en");
    String wrong = person(SmallMailServer.NOBODY + "-" + address, "ru");
    Inside.as(
        unwilling,
        () -> {
          Inside.bean(MailDesk.class).wish(false);
          return null;
        });
    for (String one : List.of(login, unwilling, wrong)) {
      notice(one, "attestation.notice.overdue", "[\"text:" + secret + "\"]");
      notice(one, "registration.notice.window", "[\"text:" + secret + "\"]");
    }
    try (SmallMailServer server = new SmallMailServer()) {
      run(server.properties());
      run(server.properties());
      notice(later, "achievement.integrity.notice", "[\"text:10.2026\",\"number:1\"]");
      run(server.properties());

      assertThat(server.to(address)).hasSize(1);
      MimeMessage got = read(server.to(address).get(0));
      assertThat(got.getSubject()).contains("жаңа хабарламалар").endsWith("2");
      assertThat(got.getFrom()[0].toString()).isEqualTo("registrar@example.org");
      assertThat(got.getContent().toString())
          .contains("ведомостер")
          .contains("тіркелу")
          .contains("http")
          .doesNotContain(secret);
      assertThat(got.getHeader("Message-ID")[0]).contains(uuid(login));
      assertThat(server.to("no-" + address)).as("wants none").isEmpty();
      assertThat(server.to("later-" + address)).as("the refused one stops nobody").hasSize(1);
      assertThat(read(server.to("later-" + address).get(0)).getSubject()).contains("new messages");
    }
    assertThat(mail(login).state()).isEqualTo(MailState.SENT);
    assertThat(mail(login).attempts()).hasSize(1);
    MailDesk.View refused = mail(wrong);
    assertThat(refused.state()).isEqualTo(MailState.WAITING);
    assertThat(refused.next()).isAfter(refused.created());
    assertThat(refused.attempts()).hasSize(1);
    assertThat(refused.attempts().get(0).error()).contains("550");
  }

  @Test
  @DisplayName("what is refused to the end has failed and is tried again by the administrator only")
  void failed() throws Exception {
    String address = SmallMailServer.NOBODY + "-" + UUID.randomUUID() + "@example.org";
    String login = person(address, "ru");
    notice(login, "student.notice.moved", "[]");
    try (SmallMailServer server = new SmallMailServer()) {
      run(server.properties());
      Scene.change(
          "UPDATE mail SET attempts = 6, next_at = UTC_TIMESTAMP(6) WHERE address = ?", address);
      run(server.properties());
      assertThat(mail(login).state()).isEqualTo(MailState.FAILED);
      assertThat(mail(login).attempts()).hasSize(2);
      Scene.change("UPDATE account SET email = 'x' WHERE login = ?", login);
    }
    String uuid = uuid(login);
    assertThatThrownBy(
            () -> Inside.as(Scene.holding("DIR"), () -> Inside.bean(MailDesk.class).again(uuid)))
        .isNotNull();
    assertThat(Inside.as(Scene.holding("ADM"), () -> Inside.bean(MailDesk.class).again(uuid)))
        .isEqualTo(1);
    assertThat(mail(login).state()).isEqualTo(MailState.WAITING);
    Scene.change("UPDATE mail SET address = REPLACE(address, 'nobody', 'known')");
    try (SmallMailServer server = new SmallMailServer()) {
      run(server.properties());
      assertThat(server.to(address.replace(SmallMailServer.NOBODY, "known"))).hasSize(1);
    }
    assertThat(mail(login).state()).isEqualTo(MailState.SENT);
  }

  @Test
  @DisplayName("without a mail server everything waits and no attempt is counted")
  void noServer() throws Exception {
    String address = "wait-" + UUID.randomUUID() + "@example.org";
    String login = person(address, "ru");
    notice(login, "student.notice.moved", "[]");
    Properties nowhere;
    try (SmallMailServer gone = new SmallMailServer()) {
      nowhere = gone.properties();
    }
    assertThat(run(nowhere)).isZero();
    assertThat(mail(login).state()).isEqualTo(MailState.WAITING);
    assertThat(mail(login).attempts()).isEmpty();
    try (SmallMailServer server = new SmallMailServer()) {
      run(server.properties());
      assertThat(server.to(address)).hasSize(1);
    }
  }
}
