package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.access.service.mail.NewMails;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.correspondence.LetterChannel;
import kz.miras.registrar.correspondence.LetterFileRole;
import kz.miras.registrar.correspondence.LetterKind;
import kz.miras.registrar.correspondence.LetterState;
import kz.miras.registrar.correspondence.service.DraftDesk;
import kz.miras.registrar.correspondence.service.EnquiryDesk;
import kz.miras.registrar.correspondence.service.LetterDesk;
import kz.miras.registrar.correspondence.service.LetterPapers;
import kz.miras.registrar.correspondence.service.LetterQueries;
import kz.miras.registrar.correspondence.service.LetterReceipt;
import kz.miras.registrar.correspondence.service.LetterReminders;
import kz.miras.registrar.correspondence.service.LetterTable;
import kz.miras.registrar.correspondence.service.LetterView;
import kz.miras.registrar.correspondence.service.ResolutionDesk;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Resolutions, replies, enquiries and reminders, in the container. */
@InsideTest
class LetterWayInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(LetterWayInsideIT.class, LetterScene.class);
  }

  private static WorkingDays calendar() {
    return Inside.bean(Calendars.class).workingDays();
  }

  private static LocalDate ahead(int workingDays) throws Exception {
    return calendar().plusWorkingDays(Scene.today(), workingDays);
  }

  @Test
  @DisplayName(
      "LTR-5 LTR-6 an appeal is due by the law over holidays; a resolution names who and when, an"
          + " extension says why, and everybody named is told")
  void resolved() throws Exception {
    LocalDate third = ahead(3);
    LocalDate fifth = ahead(5);
    LocalDate afterLaw = ahead(16);
    String director = Scene.holding("DIR");
    String anna = Scene.holding("SPE");
    String bolat = Scene.holding("JUN");
    LetterReceipt appeal =
        LetterScene.registered(
            anna, LetterScene.fileCase(211), LetterScene.facts("an appeal", LetterKind.APPEAL));
    assertThat(appeal.dueOn()).isEqualTo(ahead(15));
    ResolutionDesk desk = Inside.bean(ResolutionDesk.class);
    assertThatThrownBy(() -> LetterScene.resolve(anna, appeal.id(), null, anna))
        .isInstanceOf(RegistrarException.Forbidden.class);
    assertThat(
            Inside.refused(
                director, () -> desk.resolve(appeal.id(), "", List.of(director), afterLaw, true)))
        .containsExactlyInAnyOrder(
            "correspondence.resolution-words",
            "correspondence.due-legal",
            "correspondence.executor-unable");
    LetterScene.resolve(director, appeal.id(), third, anna, bolat);
    assertThat(LetterScene.told(anna, "resolved")).isEqualTo(1);
    assertThat(LetterScene.told(bolat, "resolved")).isEqualTo(1);
    String stranger = Scene.holding("SPE");
    assertThat(Inside.refused(stranger, () -> desk.take(appeal.id())))
        .containsExactly("correspondence.not-executor");
    Inside.act(anna, () -> desk.take(appeal.id()));
    assertThat(Inside.refused(director, () -> desk.extend(appeal.id(), third, "")))
        .containsExactly("correspondence.extend-later", "correspondence.extend-reason");
    Inside.act(director, () -> desk.extend(appeal.id(), fifth, "waits for the archive"));
    assertThat(LetterScene.told(bolat, "extended")).isEqualTo(1);
    Inside.act(anna, () -> desk.execute(appeal.id(), "Explained by telephone."));
    Inside.act(anna, () -> desk.file(appeal.id()));
    LetterView view = LetterScene.seen(anna, appeal.id());
    assertThat(view.state()).isEqualTo(LetterState.FILED);
    assertThat(view.dueOn()).isEqualTo(fifth);
    assertThat(view.events())
        .extracting(one -> one.act().name())
        .containsExactly("REGISTER_INCOMING", "RESOLVE", "TAKE", "EXTEND", "EXECUTE", "FILE");
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE letter_event SET note = 'x' WHERE letter_id = (SELECT id FROM letter WHERE"
                        + " CAST(uuid AS CHAR) = ?)",
                    appeal.id()))
        .hasMessageContaining("append-only");
  }

  @Test
  @DisplayName(
      "LTR-7 LTR-8 LTR-9 a reply is agreed and signed by others than who wrote it, gets its number"
          + " and its signed file, and answers the letter when it is sent")
  void replied() throws Exception {
    String director = Scene.holding("DIR");
    String deputy = Scene.holding("DEP");
    String anna = Scene.holding("SPE");
    String clerk = Scene.holding("JUN");
    String fileCase = LetterScene.fileCase(212);
    LetterReceipt letter =
        LetterScene.registered(
            clerk, fileCase, LetterScene.facts("a question", LetterKind.REQUEST));
    LetterScene.resolve(director, letter.id(), ahead(2), anna);
    DraftDesk desk = Inside.bean(DraftDesk.class);
    String own =
        Inside.as(
            deputy,
            () ->
                desk.write(
                    LetterScene.facts("own", LetterKind.REPLY, "Words.", false), null, "", null));
    assertThat(Inside.refused(deputy, () -> desk.agree(own)))
        .containsExactly("correspondence.own-draft");
    assertThat(Inside.refused(director, () -> desk.sign(own)))
        .as("not before it is agreed")
        .containsExactly("correspondence.step");
    assertThatThrownBy(() -> Inside.act(anna, () -> desk.sign(own)))
        .isInstanceOf(RegistrarException.Forbidden.class);
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE letter SET signatory_id = drafter_id WHERE CAST(uuid AS CHAR) = ?",
                    own))
        .hasMessageContaining("ck_letter_two_people");
    String senior = Scene.holding("SEN");
    Inside.act(senior, () -> desk.agree(own));
    Inside.act(director, () -> desk.sign(own));
    assertThatThrownBy(() -> Inside.act(senior, () -> desk.giveBack(own, "not so")))
        .as("not past who signed it")
        .isInstanceOf(RegistrarException.Forbidden.class);
    Inside.act(director, () -> desk.giveBack(own, "not so"));
    assertThatThrownBy(
            () ->
                Inside.act(
                    clerk,
                    () ->
                        Inside.bean(LetterDesk.class)
                            .attach(own, List.of(LetterScene.pdf("list.pdf")))))
        .as("who writes no letters encloses nothing")
        .isInstanceOf(RegistrarException.Forbidden.class);

    String reply = LetterScene.signed(anna, deputy, director, clerk, letter.id(), fileCase);
    LetterView view = LetterScene.seen(clerk, reply);
    assertThat(view.state()).isEqualTo(LetterState.REGISTERED);
    assertThat(view.files()).filteredOn(one -> one.role() == LetterFileRole.PAPER).hasSize(1);
    String file = view.files().get(0).id();
    byte[] pdf = Inside.as(clerk, () -> Inside.bean(LetterQueries.class).file(file)).content();
    assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
        .startsWith("%PDF")
        .contains("ETSI.CAdES.detached");
    Inside.act(clerk, () -> Inside.bean(LetterPapers.class).make(reply));
    assertThat(LetterScene.seen(clerk, reply).files()).as("made once").hasSize(1);
    assertThat(
            Inside.refused(
                anna,
                () ->
                    desk.rewrite(
                        reply,
                        LetterScene.facts("other", LetterKind.REPLY, "Other.", false),
                        null,
                        null)))
        .containsExactly("correspondence.step");
    Inside.act(clerk, () -> desk.send(reply, LetterChannel.PAPER, "Almaty, Abay st 1"));
    LetterView answered = LetterScene.seen(anna, letter.id());
    assertThat(answered.state()).isEqualTo(LetterState.ANSWERED);
    assertThat(answered.answered())
        .extracting(LetterView.Link::label)
        .containsExactly(view.index());
    assertThat(Inside.refused(clerk, () -> desk.delivered(reply, "")))
        .containsExactly("correspondence.confirmation");
    Inside.act(clerk, () -> desk.delivered(reply, "receipt 12"));
    Inside.act(clerk, () -> Inside.bean(ResolutionDesk.class).file(letter.id()));
    assertThat(LetterScene.seen(clerk, reply).state()).isEqualTo(LetterState.DELIVERED);
  }

  @Test
  @DisplayName("LTR-11 a restricted letter is seen by those it names and those who resolve")
  void restricted() throws Exception {
    String anna = Scene.holding("SPE");
    String bolat = Scene.holding("SPE");
    String director = Scene.holding("DIR");
    LetterReceipt letter =
        LetterScene.registered(
            anna,
            LetterScene.fileCase(214),
            LetterScene.facts("a secret", LetterKind.REQUEST, null, true));
    assertThat(LetterScene.seen(anna, letter.id()).facts().subject()).isEqualTo("a secret");
    assertThatThrownBy(() -> LetterScene.seen(bolat, letter.id()))
        .isInstanceOf(RegistrarException.NotFound.class);
    LetterScene.resolve(director, letter.id(), ahead(2), bolat);
    assertThat(LetterScene.seen(bolat, letter.id()).facts().subject()).isEqualTo("a secret");
    assertThatThrownBy(() -> LetterScene.seen(Scene.holding("AUD"), letter.id()))
        .isInstanceOf(RegistrarException.NotFound.class);
  }

  @Test
  @DisplayName(
      "LTR-12 LTR-13 a department is asked and reminded until it answers; who was not asked sees"
          + " nothing of it")
  void asked() throws Exception {
    String anna = Scene.holding("SPE");
    String deputy = Scene.holding("DEP");
    String dean = Scene.holding("DEAN");
    String other = Scene.holding("DEAN");
    EnquiryDesk desk = Inside.bean(EnquiryDesk.class);
    LocalDate due = Inside.as(anna, desk::usualDay);
    assertThat(due).isEqualTo(ahead(5));
    assertThat(
            Inside.refused(
                anna, () -> desk.write("nobody", "A list", "", Language.RU, due, false, null)))
        .containsExactly("correspondence.enquiry-words", "correspondence.enquiry-whom");
    String enquiry =
        Inside.as(
            anna,
            () -> desk.write(dean, "A list", "Please send it.", Language.RU, due, false, null));
    assertThatThrownBy(() -> LetterScene.seen(dean, enquiry))
        .as("not before it is sent")
        .isInstanceOf(RegistrarException.NotFound.class);
    String fileCase = LetterScene.fileCase(215);
    Inside.as(deputy, () -> desk.submit(enquiry, fileCase));
    assertThat(LetterScene.told(dean, "asked")).isEqualTo(1);
    ResolutionDesk filing = Inside.bean(ResolutionDesk.class);
    assertThat(Inside.refused(deputy, () -> filing.file(enquiry)))
        .as("not before it is answered")
        .containsExactly("correspondence.step");
    LetterTable table = Inside.bean(LetterTable.class);
    assertThat(Inside.as(dean, table::heaps))
        .singleElement()
        .satisfies(heap -> assertThat(heap.lines()).hasSize(1));
    assertThatThrownBy(() -> LetterScene.seen(other, enquiry))
        .isInstanceOf(RegistrarException.NotFound.class);

    LetterReminders reminders = Inside.bean(LetterReminders.class);
    LocalDate before = calendar().minusWorkingDays(due, 2);
    reminders.remind(before);
    reminders.remind(before);
    assertThat(LetterScene.told(dean, "soon")).as("once a day").isEqualTo(1);
    reminders.remind(calendar().plusWorkingDays(due, 1));
    assertThat(LetterScene.told(dean, "late")).isEqualTo(1);
    String address = dean + "@example.kz";
    Scene.change("UPDATE account SET email = ?, mail_wanted = TRUE WHERE login = ?", address, dean);
    Scene.change(
        "UPDATE notice SET at = at - INTERVAL 5 MINUTE WHERE account_id = (SELECT id FROM account"
            + " WHERE login = ?)",
        dean);
    Inside.bean(NewMails.class).gather();
    assertThat(Scene.number("SELECT COUNT(*) FROM mail WHERE address = ?", address))
        .as("what is told is mailed too")
        .isEqualTo(1);

    assertThat(Inside.refused(dean, () -> desk.answer(enquiry, " ", List.of())))
        .containsExactly("correspondence.answer-needed");
    Inside.act(
        dean, () -> desk.answer(enquiry, "Here it is.", List.of(LetterScene.pdf("list.pdf"))));
    assertThat(LetterScene.told(anna, "answered")).isEqualTo(1);
    LetterView view = LetterScene.seen(anna, enquiry);
    assertThat(view.state()).isEqualTo(LetterState.ANSWERED);
    assertThat(view.executedNote()).isEqualTo("Here it is.");
    reminders.remind(calendar().plusWorkingDays(due, 2));
    assertThat(LetterScene.told(dean, "late")).as("answered, no more reminders").isEqualTo(1);
  }
}
