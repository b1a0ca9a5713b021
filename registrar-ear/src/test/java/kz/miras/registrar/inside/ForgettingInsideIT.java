package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.access.service.event.EventKeeper;
import kz.miras.registrar.access.service.event.WebhookQueue;
import kz.miras.registrar.access.service.partner.PartnerGate;
import kz.miras.registrar.access.service.partner.PartnerInbox;
import kz.miras.registrar.access.service.partner.PartnerInbox.Incoming;
import kz.miras.registrar.access.service.partner.PartnerInbox.Taken;
import kz.miras.registrar.access.service.partner.ServerClaim;
import kz.miras.registrar.correspondence.exchange.CaseKind;
import kz.miras.registrar.correspondence.exchange.CaseStatus;
import kz.miras.registrar.correspondence.service.exchange.CaseContents;
import kz.miras.registrar.correspondence.service.exchange.PartnerCases;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wildfly.security.auth.server.SecurityIdentity;

/** What partners sent and programs were told is forgotten when its term is over. */
@InsideTest
class ForgettingInsideIT {

  private static final String LONG_AGO = "UTC_TIMESTAMP(6) - INTERVAL 1100 DAY";
  private static final byte[] PAYLOAD = new byte[32];

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ForgettingInsideIT.class);
  }

  /** A message of three years ago with the case it has opened, and a file; its id. */
  private static String message(String login, String status, String changed) throws Exception {
    String message = UUID.randomUUID().toString();
    Scene.change(
        "INSERT INTO exchange_case (id, uuid, partner_id, kind, receipt, message_id, subject,"
            + " contents, status, received_at, changed_at) SELECT NEXTVAL(partner_seq), UUID(), p.id,"
            + " 'RECOGNITION', ?, ?, 'test', '{}', ?, "
            + LONG_AGO
            + ", "
            + changed
            + " FROM partner p JOIN account a ON a.id = p.account_id WHERE a.login = ?",
        "F-" + message.substring(0, 18),
        message,
        status,
        login);
    Scene.change(
        "INSERT INTO exchange_case_file (id, uuid, case_id, name, media_type, sha256, content,"
            + " added_at) SELECT NEXTVAL(partner_seq), UUID(), id, 'note.pdf', 'application/pdf',"
            + " UNHEX(SHA2('x', 256)), 'x', received_at FROM exchange_case WHERE message_id = ?",
        message);
    Scene.change(
        "INSERT INTO partner_outbox (id, uuid, partner_id, aggregate, kind, in_reply_to, subject,"
            + " text, created_at, next_at, state, acknowledged_at) SELECT NEXTVAL(partner_seq),"
            + " UUID(), partner_id, receipt, 'RECOGNITION_APPROVED', receipt, 'test', 'told',"
            + " received_at, received_at, 'ACKNOWLEDGED', received_at FROM exchange_case WHERE"
            + " message_id = ?",
        message);
    sent(login, message);
    return message;
  }

  private static void sent(String login, String message) throws Exception {
    Scene.change(
        "INSERT INTO partner_message (id, uuid, partner_id, message_id, service, operation, version,"
            + " request, payload_sha256, received_at, state, answer_type, answer) SELECT"
            + " NEXTVAL(partner_seq), UUID(), p.id, ?, 'recognition', 'submitRecognitionRequest',"
            + " 'SOAP11', 'what it says', ?, "
            + LONG_AGO
            + ", 'ANSWERED', 'text/xml', 'what it was answered' FROM partner p JOIN account a ON a.id"
            + " = p.account_id WHERE a.login = ?",
        message,
        PAYLOAD,
        login);
  }

  private static String kept(String message) throws Exception {
    return Scene.text(
        "SELECT CONCAT_WS(' ', state, IF(forgotten_at IS NULL, 'kept', 'forgotten'), COALESCE(CAST(request"
            + " AS CHAR), '-'), COALESCE(CAST(answer AS CHAR), '-')) FROM partner_message WHERE message_id = ?",
        message);
  }

  private static String file(String message) throws Exception {
    return Scene.text(
        "SELECT CONCAT_WS(' ', f.name, COALESCE(CAST(f.content AS CHAR), '-'), LENGTH(f.sha256)) FROM"
            + " exchange_case_file f JOIN exchange_case c ON c.id = f.case_id WHERE c.message_id = ?",
        message);
  }

  /** What a case says, and what its partner was told of it. */
  private static String told(String message) throws Exception {
    return Scene.text(
        "SELECT CONCAT_WS(' ', c.status, IF(c.subject = '', '-', c.subject), COALESCE(c.contents,"
            + " '-'), IF(o.subject = '', '-', o.subject), COALESCE(o.text, '-')) FROM exchange_case"
            + " c JOIN partner_outbox o ON o.in_reply_to = c.receipt WHERE c.message_id = ?",
        message);
  }

  @Test
  @DisplayName(
      "PRT-21 what partners sent is forgotten three years after its case is closed, and not done"
          + " again when it comes again")
  void partners() throws Exception {
    String login = Scene.holding("EXT");
    // signed in before it is registered: from then on only services let it in
    SecurityIdentity who = Inside.signedIn(login);
    Scene.change(
        "INSERT INTO partner (id, uuid, account_id, name_kk, name_ru, name_en, created_by,"
            + " created_at) SELECT NEXTVAL(partner_seq), UUID(), id, login, login, login, 'test',"
            + " UTC_TIMESTAMP(6) FROM account WHERE login = ?",
        login);
    String closed = message(login, "APPROVED", LONG_AGO);
    String lately = message(login, "APPROVED", "UTC_TIMESTAMP(6) - INTERVAL 1 DAY");
    String open = message(login, "IN_PROCESS", LONG_AGO);
    String without = UUID.randomUUID().toString();
    sent(login, without);

    CaseContents contents = Inside.bean(CaseContents.class);
    contents.messages(1000);
    contents.files(1000);
    contents.cases(1000);
    contents.outgoing(1000);
    assertThat(kept(closed)).isEqualTo("ANSWERED forgotten - -");
    assertThat(kept(without)).isEqualTo("ANSWERED forgotten - -");
    assertThat(file(closed)).isEqualTo("note.pdf - 32");
    assertThat(told(closed)).isEqualTo("APPROVED - - - -");
    assertThat(told(lately)).isEqualTo("APPROVED test {} test told");
    assertThat(told(open)).isEqualTo("IN_PROCESS test {} test told");
    forgotten(who, closed);
    for (String message : new String[] {lately, open}) {
      assertThat(kept(message)).isEqualTo("ANSWERED kept what it says what it was answered");
      assertThat(file(message)).isEqualTo("note.pdf x 32");
    }

    try (ServerClaim claim = ServerClaim.begin()) {
      Taken again =
          Inside.bean(PartnerInbox.class)
              .take(
                  Inside.bean(PartnerGate.class).byLogin(login).orElseThrow(),
                  new Incoming(
                      closed,
                      "recognition",
                      "submitRecognitionRequest",
                      "SOAP11",
                      "text/xml",
                      new byte[] {1},
                      PAYLOAD),
                  claim);
      assertThat(again.verdict().refusals())
          .extracting(Refusal::code)
          .containsExactly("api.problem.message-forgotten");
    }
    assertThat(kept(closed)).isEqualTo("ANSWERED forgotten - -");
  }

  /** The case is still there, for its partner too. */
  private static void forgotten(SecurityIdentity who, String message) throws Exception {
    String receipt = Scene.text("SELECT receipt FROM exchange_case WHERE message_id = ?", message);
    PartnerCases cases = Inside.bean(PartnerCases.class);
    Callable<PartnerCases.View> state = () -> cases.view(CaseKind.RECOGNITION, receipt);
    assertThat(who.runAs(state).contents()).isEmpty();
    List<Callable<?>> asked =
        List.of(
            () -> cases.whole(CaseKind.RECOGNITION, receipt),
            () -> cases.file(CaseKind.RECOGNITION, receipt, CaseStatus.APPROVED));
    for (Callable<?> one : asked) {
      assertThatThrownBy(() -> who.runAs(one))
          .isInstanceOf(RegistrarException.Conflict.class)
          .hasMessageContaining("access.exchange.forgotten");
    }
  }

  @Test
  @DisplayName("SUB-7 old events and their deliveries are forgotten from the beginning of the feed")
  void events() throws Exception {
    EventKeeper keeper = Inside.bean(EventKeeper.class);
    keeper.forget(1000);
    Scene.change(
        "INSERT INTO api_event (id, uuid, type, at) VALUES (NEXTVAL(api_event_seq), UUID(),"
            + " 'GRADE_POSTED', UTC_TIMESTAMP(6))");
    Inside.bean(WebhookQueue.class).dispatch();
    long first = Scene.number("SELECT MIN(place) FROM api_event");
    assertThat(keeper.forget(1000)).as("nothing is old").isZero();
    Scene.change("UPDATE api_event SET at = '2020-01-01' WHERE place = ?", first);
    Scene.change(
        "UPDATE api_event SET at = '2020-01-01' WHERE place = (SELECT MAX(place) FROM api_event) AND"
            + " place > ? + 1",
        first);
    assertThat(keeper.forget(1000)).as("only what nothing newer stands before").isEqualTo(1);
    assertThat(Scene.number("SELECT COUNT(*) FROM api_event WHERE place = ?", first)).isZero();
    assertThat(Scene.number("SELECT forgotten FROM api_event_feed")).isEqualTo(first);
  }
}
