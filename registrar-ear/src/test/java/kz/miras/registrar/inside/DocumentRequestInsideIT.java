package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.DocumentRequestScene.SELF;
import static kz.miras.registrar.inside.DocumentRequestScene.transcript;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentReceiver;
import kz.miras.registrar.transcript.DocumentRequestStatus;
import kz.miras.registrar.transcript.DocumentRequestWait;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentRequestDesk;
import kz.miras.registrar.transcript.service.DocumentRequestOffice;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;
import kz.miras.registrar.transcript.service.DocumentWish;
import kz.miras.registrar.transcript.service.SignatureDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Documents that are asked for, from asking to receiving, in the container. */
@InsideTest
class DocumentRequestInsideIT {

  private static final int THREADS = 8;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        DocumentRequestInsideIT.class, DocumentRequestScene.class, SheetScene.class);
  }

  @Test
  @DisplayName(
      "DOC-40 the same form sent eight times at once at the counter is one request with one document")
  void onceAtTheCounter() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    String junior = Scene.holding("JUN");
    DocumentRequestOffice office = Inside.bean(DocumentRequestOffice.class);
    DocumentWish wish = transcript(DocumentDelivery.HAND);
    String form = UUID.randomUUID().toString();
    ExecutorService hands = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Stored>> answers =
          hands.invokeAll(
              DocumentRequestScene.times(
                  THREADS,
                  () -> Inside.as(junior, () -> office.counter(who.uuid(), wish, SELF, form))));
      UUID first = answers.get(0).get().uuid();
      for (Future<Stored> answer : answers) {
        assertThat(answer.get().uuid()).isEqualTo(first);
      }
    } finally {
      hands.shutdownNow();
    }
    assertThat(Scene.number("SELECT COUNT(*) FROM document_request WHERE student_id = ?", who.id()))
        .isOne();
    assertThat(Scene.number("SELECT COUNT(*) FROM issued_document WHERE student_id = ?", who.id()))
        .as("one click has prepared it, and once")
        .isOne();
    assertThat(Inside.refused(junior, () -> office.counter(who.uuid(), wish, unseen(), "f-2")))
        .containsExactly("transcript.receiver.identity");
    who.leave();
  }

  private static DocumentReceiver unseen() {
    return new DocumentReceiver(" ", null, null, null);
  }

  @Test
  @DisplayName("DOC-40 the same key sent eight times at once asks once, with other contents never")
  void onceByKey() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    DocumentRequestDesk desk = Inside.bean(DocumentRequestDesk.class);
    DocumentWish wish = transcript(DocumentDelivery.ELECTRONIC);
    String key = UUID.randomUUID().toString();
    ExecutorService hands = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Stored> answer :
          hands.invokeAll(
              DocumentRequestScene.times(
                  THREADS, () -> Inside.as(who.login(), () -> desk.askOnce("me", wish, key))))) {
        answer.get();
      }
    } finally {
      hands.shutdownNow();
    }
    assertThat(Inside.as(who.login(), desk::own)).hasSize(1);
    assertThatThrownBy(
            () ->
                Inside.as(
                    who.login(), () -> desk.askOnce("me", transcript(DocumentDelivery.HAND), key)))
        .isInstanceOf(RegistrarException.Conflict.class);
    who.leave();
  }

  @Test
  @DisplayName(
      "DOC-45 DOC-47 a document with a fee waits for accounting; its term runs from the mark, which"
          + " is made once")
  void paid() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    String kind = DocumentRequestScene.priced("DRQ_PAID");
    Stored asked = who.ask(DocumentRequestScene.wish(kind, DocumentDelivery.HAND));
    assertThat(asked.dueAt()).as("nothing runs yet").isNull();
    assertThat(asked.waitsFor()).isEqualTo(DocumentRequestWait.PAYMENT);
    DocumentRequestOffice office = Inside.bean(DocumentRequestOffice.class);
    String id = asked.uuid().toString();
    assertThat(Inside.refused(Scene.holding("SPE"), () -> office.prepare(id)))
        .containsExactly("transcript.ask.unpaid");
    Scene.change("UPDATE document_kind SET fee = 900 WHERE code = ?", kind);
    assertThat(who.now(asked).owed())
        .as("what it cost when it was asked for")
        .hasToString("500.00");
    String accountant = Scene.holding("ACC");
    LocalDate today = Scene.today();
    assertThat(Inside.refused(accountant, () -> office.pay(id, today.plusDays(1), " ")))
        .containsExactly("transcript.fee.document", "transcript.fee.day");
    Inside.act(accountant, () -> office.pay(id, today, "No. 17"));
    assertThat(Inside.refused(accountant, () -> office.pay(id, today, "No. 18")))
        .containsExactly("transcript.fee.nothing");
    Stored paid = who.now(asked);
    assertThat(paid.dueAt()).isNotNull();
    assertThat(paid.fee().document()).isEqualTo("No. 17");
    DocumentRequestScene.prepare(paid);
    assertThat(who.now(asked).status()).isEqualTo(DocumentRequestStatus.PREPARED);
    assertThatThrownBy(() -> Scene.change("UPDATE document_request SET fee = 1 WHERE uuid = ?", id))
        .hasMessageContaining("never changes");
    Scene.change("UPDATE document_kind SET enabled = FALSE WHERE code = ?", kind);
    who.leave();
  }

  @Test
  @DisplayName(
      "DOC-46 a hold keeps a transcript back, unless a state body asks; on expulsion never")
  void held() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    who.hold();
    Stored asked = who.ask(transcript(DocumentDelivery.HAND));
    DocumentRequestOffice office = Inside.bean(DocumentRequestOffice.class);
    String id = asked.uuid().toString();
    String junior = Scene.holding("JUN");
    assertThat(Inside.refused(junior, () -> office.prepare(id)))
        .containsExactly("transcript.ask.held");
    Inside.act(junior, () -> office.order(id, "Prosecutor, No. 5 of 01.11.2026"));
    DocumentRequestScene.prepare(asked);

    DocumentRequestScene gone = DocumentRequestScene.student("EXPELLED");
    gone.hold();
    assertThat(Inside.refused(gone.login(), () -> ask(gone, DocumentKind.TRANSCRIPT)))
        .containsExactly("transcript.ask.student");
    Stored due =
        gone.ask(
            DocumentRequestScene.wish(
                DocumentKind.TRANSCRIPT_EXPELLED, DocumentDelivery.ELECTRONIC));
    DocumentRequestScene.prepare(due);
    assertThat(gone.now(due).status()).isEqualTo(DocumentRequestStatus.PREPARED);
    who.leave();
  }

  private static Stored ask(DocumentRequestScene who, String kind) {
    return Inside.bean(DocumentRequestDesk.class)
        .ask("me", DocumentRequestScene.wish(kind, DocumentDelivery.HAND), "f-1");
  }

  @Test
  @DisplayName(
      "DOC-42 only the director lets a transcript not wait for a sheet, with a reason; the sheet is"
          + " named with the document, and what is awaited later still is")
  void overridden() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    SheetScene sheet = SheetScene.open(47, 2);
    String far = Scene.text("SELECT term_id FROM sheet WHERE uuid = ?", sheet.sheet());
    String number = who.awaited(sheet);
    Stored asked = who.ask(transcript(DocumentDelivery.HAND));
    String id = asked.uuid().toString();
    DocumentRequestOffice office = Inside.bean(DocumentRequestOffice.class);
    assertThat(Inside.refused(Scene.holding("SPE"), () -> office.prepare(id)))
        .containsExactly("transcript.awaited.open");
    for (String role : List.of("SEN", "DEP", "SPE")) {
      String login = Scene.holding(role);
      assertThatThrownBy(() -> Inside.act(login, () -> office.override(id, "it is urgent")))
          .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    }
    String director = Scene.holding("DIR");
    assertThat(Inside.refused(director, () -> office.override(id, "urgent")))
        .containsExactly("transcript.override.reason");
    Inside.act(director, () -> office.override(id, "The consulate closes today"));
    UUID document = DocumentRequestScene.prepare(asked);
    assertThat(
            Scene.text("SELECT details FROM issued_document WHERE uuid = ?", document.toString()))
        .contains("passed-over.kk")
        .contains(number);
    Inside.act(director, () -> Inside.bean(SignatureDesk.class).sign(document));
    assertThat(who.now(asked).status()).isEqualTo(DocumentRequestStatus.ISSUED);
    Scene.change("DELETE FROM sheet_row WHERE student_id = ?", who.id());
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", far, sheet.sheet());
    who.leave();
  }

  @Test
  @DisplayName(
      "DOC-49 ACC-3 a student sees and takes back the own requests alone, downloads as issued, and"
          + " has received it by that")
  void own() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    DocumentRequestScene other = DocumentRequestScene.student("STUDYING");
    DocumentRequestDesk desk = Inside.bean(DocumentRequestDesk.class);
    Stored first = who.ask(transcript(DocumentDelivery.ELECTRONIC));
    String id = first.uuid().toString();
    assertThatThrownBy(() -> Inside.as(other.login(), () -> desk.one(id)))
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> Inside.as(other.login(), () -> desk.cancel(id, null)))
        .isInstanceOf(RegistrarException.NotFound.class);
    Inside.as(who.login(), () -> desk.cancel(id, null));
    assertThat(Inside.as(who.login(), () -> desk.cancel(id, null)).status())
        .isEqualTo(DocumentRequestStatus.CANCELLED);
    Stored second = who.ask(transcript(DocumentDelivery.ELECTRONIC));
    UUID document = DocumentRequestScene.issued(second);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code ="
                    + " 'transcript.notice.ready-electronic'",
                who.id()))
        .isOne();
    assertThat(Inside.refused(who.login(), () -> desk.cancel(second.uuid().toString(), null)))
        .containsExactly("transcript.ask.underway");
    DocumentReceipts receipts = Inside.bean(DocumentReceipts.class);
    assertThatThrownBy(() -> Inside.as(other.login(), () -> receipts.download(document)))
        .isInstanceOf(RegistrarException.NotFound.class);
    byte[] file = Inside.as(who.login(), () -> receipts.download(document));
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM issued_document WHERE uuid = ? AND pdf = ? AND received_how ="
                    + " 'ELECTRONIC'",
                document.toString(),
                file))
        .isOne();
    assertThat(who.now(second).status()).isEqualTo(DocumentRequestStatus.HANDED_OUT);
    assertThat(Inside.as(who.login(), () -> desk.issued("me"))).hasSize(1);
    who.leave();
    other.leave();
  }
}
