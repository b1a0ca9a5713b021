package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.DocumentRequestScene.SELF;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentRequestStatus;
import kz.miras.registrar.transcript.IssueTerm;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentLife;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentRequestDesk;
import kz.miras.registrar.transcript.service.DocumentRequestDesk.Offer;
import kz.miras.registrar.transcript.service.DocumentRequestOffice;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;
import kz.miras.registrar.transcript.service.DocumentWish;
import kz.miras.registrar.transcript.service.SignatureDesk;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What documents ask, and what is made in the place of others, in the container. */
@InsideTest
class DocumentQuestionsInsideIT {

  private static final String EMBASSY = "CERT_EMBASSY";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(DocumentQuestionsInsideIT.class, DocumentRequestScene.class);
  }

  private static Map<String, String> journey(String from, String until) {
    Map<String, String> answers = new HashMap<>();
    answers.put("country", "Türkiye");
    answers.put("from", from);
    answers.put("until", until);
    return answers;
  }

  private static DocumentWish wish(String kind, Map<String, String> answers, UUID duplicates) {
    return new DocumentWish(
        kind,
        List.of(Language.RU),
        1,
        "to the embassy",
        null,
        answers,
        DocumentDelivery.ELECTRONIC,
        null,
        null,
        duplicates);
  }

  private static List<String> asks(DocumentRequestScene who, DocumentWish wish) throws Exception {
    DocumentRequestDesk desk = Inside.bean(DocumentRequestDesk.class);
    return Inside.refused(who.login(), () -> desk.ask("me", wish, UUID.randomUUID().toString()));
  }

  @Test
  @DisplayName(
      "DOC-52 DOC-53 a student answers what a certificate asks as at the counter: nothing left out,"
          + " nothing else, no journey that ends before it begins; the answers are in the document")
  void answered() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    assertThat(asks(who, wish(EMBASSY, Map.of("country", "Türkiye"), null)))
        .containsExactly("transcript.certificate.answer", "transcript.certificate.answer");
    assertThat(asks(who, wish(EMBASSY, journey("2206-06-02", "2206-06-01"), null)))
        .containsExactly("transcript.certificate.answer-order");
    Map<String, String> more = journey("2206-06-01", "2206-06-02");
    more.put("passed-over.ru", "nothing");
    assertThat(asks(who, wish(EMBASSY, more, null))).containsExactly("transcript.ask.not-asked");
    DocumentRequestOffice office = Inside.bean(DocumentRequestOffice.class);
    String junior = Scene.holding("JUN");
    assertThat(
            Inside.refused(
                junior,
                () ->
                    office.counter(
                        who.uuid(), wish(EMBASSY, Map.of("country", "x"), null), SELF, "f-1")))
        .as("at the counter alike")
        .containsExactly("transcript.certificate.answer", "transcript.certificate.answer");
    Stored asked = who.ask(wish(EMBASSY, journey("2206-06-01", "2206-06-02"), null));
    assertThat(asked.asked().details()).containsEntry("country", "Türkiye").hasSize(3);
    assertThat(Inside.as(junior, () -> office.card(asked.uuid().toString())).questions())
        .hasSize(3);
    who.leave();
  }

  @Test
  @DisplayName(
      "DOC-34 what the office has still to enter of a student stops no asking; the request says what"
          + " is missing, and it is prepared when it is there")
  void missing() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    Stored asked = who.ask(wish(EMBASSY, journey("2206-06-01", "2206-06-02"), null));
    DocumentRequestOffice office = Inside.bean(DocumentRequestOffice.class);
    String junior = Scene.holding("JUN");
    String id = asked.uuid().toString();
    assertThat(Inside.as(junior, () -> office.card(id)).verdict().refusals())
        .as("no order of admission is known")
        .extracting(one -> one.code())
        .contains("transcript.certificate.missing");
    assertThat(Inside.refused(junior, () -> office.prepare(id)))
        .contains("transcript.certificate.missing");
    who.leave();
    assertThat(asks(who, wish(EMBASSY, journey("2206-06-01", "2206-06-02"), null)))
        .as("an expelled person")
        .containsExactly("transcript.certificate.status");
  }

  @Test
  @DisplayName(
      "DOC-12 DOC-55 a student asks for a transcript of some years; its term is that of the rules in"
          + " force")
  void years() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    DocumentRequestDesk desk = Inside.bean(DocumentRequestDesk.class);
    Offer offer =
        Inside.as(who.login(), () -> desk.offers("me")).stream()
            .filter(one -> one.kind().code().equals(DocumentKind.TRANSCRIPT))
            .findFirst()
            .orElseThrow();
    assertThat(offer.kind().term()).as("none of its own").isNull();
    assertThat(offer.form().term()).isEqualTo(new IssueTerm(IssueTerm.Unit.HOURS, 24));
    assertThat(offer.form().years()).first().isEqualTo("2211/2212");
    assertThat(asks(who, wish(DocumentKind.TRANSCRIPT, Map.of("from", "2211"), null)))
        .containsExactly("transcript.certificate.answer-wrong");
    Stored asked =
        who.ask(
            wish(DocumentKind.TRANSCRIPT, Map.of("from", "2206/2207", "to", "2207/2208"), null));
    assertThat(Duration.between(asked.requestedAt(), asked.dueAt()))
        .isGreaterThanOrEqualTo(Duration.ofHours(24));
    UUID document = DocumentRequestScene.prepare(asked);
    assertThat(
            Scene.text("SELECT details FROM issued_document WHERE uuid = ?", document.toString()))
        .contains("2206/2207", "2207/2208");
    who.leave();
  }

  @Test
  @DisplayName(
      "DOC-54 DOC-45 DOC-46 the office corrects its error free of charge; a lost document has a"
          + " duplicate by a request alone, with its fee and holds, stamped as one, and its old one"
          + " counts no longer")
  void anew() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    String junior = Scene.holding("JUN");
    String director = Scene.holding("DIR");
    Stored first = who.ask(DocumentRequestScene.transcript(DocumentDelivery.ELECTRONIC));
    UUID wrong = DocumentRequestScene.issued(first);
    DocumentLife life = Inside.bean(DocumentLife.class);
    assertThat(Inside.refused(junior, () -> life.correct(wrong, "lost")))
        .containsExactly("transcript.replace.reason");
    UUID right = Inside.as(junior, () -> life.correct(wrong, "the birth date is wrong"));
    Inside.act(director, () -> Inside.bean(SignatureDesk.class).sign(right));
    assertThat(why(right)).isEqualTo("CORRECTION");
    assertThat(status(wrong)).isEqualTo("REPLACED");
    assertThat(asks(who, wish(DocumentKind.TRANSCRIPT, Map.of(), wrong)))
        .containsExactly("transcript.replace.state");

    Scene.change("UPDATE document_kind SET fee = 700 WHERE code = 'TRANSCRIPT'");
    Stored lost;
    try {
      lost = who.ask(wish(DocumentKind.TRANSCRIPT, Map.of(), right));
    } finally {
      Scene.change("UPDATE document_kind SET fee = NULL WHERE code = 'TRANSCRIPT'");
    }
    who.hold();
    DocumentRequestOffice office = Inside.bean(DocumentRequestOffice.class);
    String id = lost.uuid().toString();
    assertThat(Inside.refused(junior, () -> office.prepare(id)))
        .containsExactly("transcript.ask.unpaid", "transcript.ask.held");
    Inside.act(junior, () -> office.order(id, "Prosecutor, No. 6 of 01.11.2206"));
    LocalDate today = Scene.today();
    Inside.act(Scene.holding("ACC"), () -> office.pay(id, today, "No. 9"));
    UUID duplicate = DocumentRequestScene.issued(lost);
    assertThat(why(duplicate)).isEqualTo("DUPLICATE");
    assertThat(status(right)).isEqualTo("REPLACED");
    String original =
        Scene.text("SELECT number FROM issued_document WHERE uuid = ?", right.toString());
    byte[] file =
        Inside.as(who.login(), () -> Inside.bean(DocumentReceipts.class).download(duplicate));
    assertThat(text(file)).contains("ДУБЛИКАТ", original);
    assertThat(who.now(lost).status()).isEqualTo(DocumentRequestStatus.HANDED_OUT);
    who.leave();
  }

  private static String why(UUID document) throws Exception {
    return Scene.text("SELECT reissue FROM issued_document WHERE uuid = ?", document.toString());
  }

  private static String status(UUID document) throws Exception {
    return Scene.text("SELECT status FROM issued_document WHERE uuid = ?", document.toString());
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument read = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(read);
    }
  }

  @Test
  @DisplayName(
      "DOC-49 AUD-1 a file is taken by one way only: whoever takes it is noted, and its student has"
          + " received it; nobody answers a document with what it does not ask")
  void taken() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    Stored asked = who.ask(DocumentRequestScene.transcript(DocumentDelivery.ELECTRONIC));
    UUID document = DocumentRequestScene.issued(asked);
    DocumentReceipts receipts = Inside.bean(DocumentReceipts.class);
    Inside.as(Scene.holding("SEN"), () -> receipts.download(document));
    assertThat(reads(document)).isOne();
    assertThat(who.now(asked).status())
        .as("the office has looked at it, and the student has not received it")
        .isEqualTo(DocumentRequestStatus.ISSUED);
    Inside.as(who.login(), () -> receipts.download(document));
    assertThat(reads(document)).isEqualTo(2);
    assertThat(who.now(asked).status()).isEqualTo(DocumentRequestStatus.HANDED_OUT);
    DocumentDesk desk = Inside.bean(DocumentDesk.class);
    assertThat(
            Inside.refused(
                Scene.holding("JUN"),
                () ->
                    desk.prepare(
                        who.uuid(),
                        new DocumentDesk.Asked(
                            DocumentKind.TRANSCRIPT,
                            List.of(Language.RU),
                            1,
                            null,
                            Map.of("duplicate-of", "TR-2206/00001")),
                        UUID.randomUUID().toString())))
        .containsExactly("transcript.ask.not-asked");
    who.leave();
  }

  private static long reads(UUID document) throws Exception {
    return Scene.number(
        "SELECT COUNT(*) FROM audit_entry WHERE action = 'document.read' AND entity_id = ?",
        document.toString());
  }
}
