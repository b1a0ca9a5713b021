package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.access.service.partner.PartnerOutbox;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.correspondence.exchange.CaseStatus;
import kz.miras.registrar.correspondence.service.DraftDesk;
import kz.miras.registrar.correspondence.service.LetterDesk;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.correspondence.service.exchange.CaseDesk;
import kz.miras.registrar.correspondence.service.exchange.PartnerCases;
import kz.miras.registrar.correspondence.service.exchange.PartnerLetters;
import kz.miras.registrar.correspondence.service.exchange.PartnerLetters.Registered;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Letters of partners as letters of the office, in the container. */
@InsideTest
class PartnerLetterInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(PartnerLetterInsideIT.class, LetterScene.class);
  }

  /** A partner: signed in before it is registered, since from then on only services let it in. */
  private record Partner(String login, SecurityIdentity who) {

    <T> T as(Callable<T> work) throws Exception {
      return who.runAs(work);
    }
  }

  /** A new partner with a БИН. */
  private static Partner partner(String bin) throws Exception {
    String login = Scene.holding("EXT");
    Partner partner = new Partner(login, Inside.signedIn(login));
    Scene.change(
        "INSERT INTO partner (id, uuid, account_id, bin, name_kk, name_ru, name_en, created_by,"
            + " created_at) SELECT NEXTVAL(partner_seq), UUID(), id, ?, 'Ұйым', 'Организация',"
            + " 'Organisation', 'test', UTC_TIMESTAMP(6) FROM account WHERE login = ?",
        bin,
        login);
    return partner;
  }

  private static Registered submit(Partner partner, UUID message, String subject) throws Exception {
    PartnerLetters letters = Inside.bean(PartnerLetters.class);
    byte[] note = "<?xml version='1.0'?><note/>".getBytes(StandardCharsets.UTF_8);
    return partner.as(
        () ->
            letters.submit(
                message,
                new PartnerLetters.Letter(
                    "17-5",
                    LocalDate.of(2026, 11, 20),
                    subject,
                    "Просим сообщить.",
                    null,
                    Map.of()),
                List.of(
                    new PartnerFile("note.xml", "application/xml", Checksum.sha256(note), note))));
  }

  private static String letter(Registered taken) throws Exception {
    return Scene.text(
        "SELECT CAST(l.uuid AS CHAR) FROM letter l JOIN exchange_case c ON c.letter_id = l.id WHERE"
            + " c.receipt = ?",
        taken.view().receipt());
  }

  private static CaseStatus status(Partner partner, Registered taken) throws Exception {
    PartnerLetters letters = Inside.bean(PartnerLetters.class);
    return partner.as(() -> letters.view(taken.view().receipt())).view().status();
  }

  private static boolean acknowledge(UUID item) {
    Inside.bean(PartnerCases.class).acknowledge(item);
    return true;
  }

  @Test
  @DisplayName(
      "PRT-13 LTR-3 a letter of a partner is a letter of the office under a number, from the"
          + " organisation of its БИН, and the case goes with it")
  void registered() throws Exception {
    String bin = "9" + String.valueOf(System.nanoTime()).substring(0, 11);
    long known = Scene.next("letter_seq");
    Scene.change(
        "INSERT INTO correspondent (id, uuid, short_name, kind, bin, name_kk, name_ru, name_en)"
            + " VALUES (?, UUID(), ?, 'ORGANISATION', ?, 'Ұйым', 'Организация', 'Organisation')",
        known,
        bin,
        bin);
    Partner partner = partner(bin);
    UUID message = UUID.randomUUID();
    Registered taken = submit(partner, message, "О студенте");
    assertThat(submit(partner, message, "О студенте").number()).isEqualTo(taken.number());
    String id = letter(taken);
    String specialist = Scene.holding("SPE");
    LetterView view = LetterScene.seen(specialist, id);
    assertThat(view.index()).isEqualTo(taken.number());
    assertThat(view.channel()).isEqualTo(LetterChannel.SOAP);
    assertThat(view.facts().correspondent()).isEqualTo(known);
    assertThat(view.partnerCase().label()).isEqualTo(taken.view().receipt());
    assertThat(view.files())
        .extracting(LetterView.File::name, LetterView.File::mediaType)
        .containsExactly(tuple("note.xml", "application/xml"));
    assertThat(status(partner, taken)).isEqualTo(CaseStatus.RECEIVED);

    String director = Scene.holding("DIR");
    LetterScene.resolve(director, id, Scene.today().plusDays(10), specialist);
    assertThat(status(partner, taken)).isEqualTo(CaseStatus.IN_PROCESS);
    CaseDesk desk = Inside.bean(CaseDesk.class);
    String caseId = view.partnerCase().id();
    assertThat(Inside.as(specialist, () -> desk.view(caseId)).next()).isEmpty();
    assertThat(
            Inside.refused(
                specialist, () -> desk.move(caseId, CaseStatus.REJECTED, "no", null, null, null)))
        .containsExactly("access.exchange.at-letter");
    Inside.act(specialist, () -> Inside.bean(LetterDesk.class).markWrong(id, "another office"));
    PartnerLetters letters = Inside.bean(PartnerLetters.class);
    Registered told = partner.as(() -> letters.view(taken.view().receipt()));
    assertThat(told.view().status()).isEqualTo(CaseStatus.REJECTED);
    assertThat(told.view().reason()).isEqualTo("another office");
    Partner stranger = partner(null);
    assertThatThrownBy(() -> stranger.as(() -> letters.view(taken.view().receipt())))
        .isInstanceOf(RegistrarException.NotFound.class);
  }

  @Test
  @DisplayName(
      "PRT-13 LTR-9 a reply waits for its partner alone, with its file, and is delivered when it is"
          + " acknowledged")
  void answered() throws Exception {
    Partner partner = partner(null);
    Registered taken = submit(partner, UUID.randomUUID(), "О дипломе");
    String clerk = Scene.holding("JUN");
    String fileCase = LetterScene.fileCase(231);
    DraftDesk desk = Inside.bean(DraftDesk.class);
    String stray =
        LetterScene.signed(
            Scene.holding("SPE"),
            Scene.holding("DEP"),
            Scene.holding("DIR"),
            clerk,
            null,
            fileCase);
    assertThat(Inside.refused(clerk, () -> desk.send(stray, LetterChannel.SOAP, null)))
        .as("nobody would fetch it")
        .containsExactly("correspondence.no-partner");
    String reply =
        LetterScene.signed(
            Scene.holding("SPE"),
            Scene.holding("DEP"),
            Scene.holding("DIR"),
            clerk,
            letter(taken),
            fileCase);
    Inside.act(clerk, () -> desk.send(reply, LetterChannel.SOAP, null));
    assertThat(status(partner, taken)).isEqualTo(CaseStatus.ANSWERED);
    PartnerCases cases = Inside.bean(PartnerCases.class);
    List<PartnerOutbox.Item> waiting = partner.as(() -> cases.outgoing(10));
    assertThat(waiting)
        .as("the reply, and nothing beside it")
        .singleElement()
        .satisfies(item -> assertThat(item.kind()).isEqualTo("LETTER_ANSWERED"))
        .satisfies(item -> assertThat(item.inReplyTo()).isEqualTo(taken.view().receipt()));
    UUID item = waiting.get(0).id();
    PartnerLetters letters = Inside.bean(PartnerLetters.class);
    assertThat(partner.as(() -> letters.files(item)))
        .singleElement()
        .satisfies(file -> assertThat(file.mediaType()).isEqualTo("application/pdf"));
    Partner stranger = partner(null);
    assertThat(stranger.as(() -> letters.files(item))).isEmpty();
    assertThatThrownBy(() -> stranger.as(() -> acknowledge(item)))
        .isInstanceOf(RegistrarException.NotFound.class);
    partner.as(() -> acknowledge(item));
    partner.as(() -> acknowledge(item));
    LetterView view = LetterScene.seen(clerk, reply);
    assertThat(view.state()).isEqualTo(LetterState.DELIVERED);
    assertThat(view.deliveryNote()).isEqualTo(partner.login());
    assertThat(view.mailState()).isEqualTo("correspondence.fetched.yes");
  }
}
