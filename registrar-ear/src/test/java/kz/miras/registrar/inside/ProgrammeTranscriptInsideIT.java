package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentMaker.Twin;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentRequestDesk;
import kz.miras.registrar.transcript.service.DocumentRequestDesk.Offer;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;
import kz.miras.registrar.transcript.service.DocumentWish;
import kz.miras.registrar.transcript.service.TwinFiles;
import kz.miras.registrar.transcript.twin.ElmoReader;
import kz.miras.registrar.transcript.twin.TwinContents;
import kz.miras.registrar.transcript.twin.TwinContents.Study;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A transcript of one of two programmes, in the container. */
@InsideTest
class ProgrammeTranscriptInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(
        ProgrammeTranscriptInsideIT.class, DocumentRequestScene.class, Marks.class);
  }

  @Test
  @DisplayName(
      "DOC-13 who was moved to another programme asks for the results of the one that was left: the"
          + " file, its twins and the register say so; whoever has been in one alone is not asked")
  void oneOfTwo() throws Exception {
    DocumentRequestScene who = DocumentRequestScene.student("STUDYING");
    Offer before = transcript(who);
    assertThat(before.form().programmes()).isEmpty();
    assertThat(before.form().questions())
        .noneMatch(one -> one.type() == CertificateQuestion.Type.PROGRAMME);

    String own =
        Scene.text(
            "SELECT p.code FROM programme p JOIN student s ON s.programme_id = p.id WHERE s.id = ?",
            who.id());
    long curriculum =
        Scene.number(
            "SELECT MIN(c.id) FROM curriculum c JOIN programme p ON p.id = c.programme_id WHERE"
                + " p.level = 'BACHELOR' AND p.code <> ?",
            own);
    String left =
        Scene.text(
            "SELECT p.code FROM programme p JOIN curriculum c ON c.programme_id = p.id WHERE c.id ="
                + " ?",
            curriculum);
    result(who, 0, "DOC13L", Letter.A);
    result(who, 1, "DOC13S", Letter.B);
    moved(who, curriculum);

    Offer offer = transcript(who);
    assertThat(offer.form().programmes())
        .extracting(TranscriptView.Studied::code)
        .containsExactly(left, own);
    assertThat(offer.form().questions())
        .anyMatch(one -> one.type() == CertificateQuestion.Type.PROGRAMME);
    DocumentRequestDesk desk = Inside.bean(DocumentRequestDesk.class);
    assertThat(
            Inside.refused(
                who.login(), () -> desk.ask("me", wish("7M00000"), UUID.randomUUID().toString())))
        .containsExactly("transcript.programme.other");
    DocumentDesk documents = Inside.bean(DocumentDesk.class);
    assertThat(
            Inside.refused(
                Scene.holding("JUN"),
                () ->
                    documents.preview(
                        who.uuid(), List.of(Language.RU), TranscriptPart.programme("7M00000"))))
        .as("at the card alike")
        .containsExactly("transcript.programme.other");

    Stored asked = who.ask(wish(left));
    UUID document = DocumentRequestScene.issued(asked);
    byte[] file =
        Inside.as(who.login(), () -> Inside.bean(DocumentReceipts.class).download(document));
    assertThat(text(file))
        .contains("Результаты по образовательной программе", left, "GPA по программе", "DOC13L")
        .doesNotContain("DOC13S", "??");
    List<Twin> twins = TwinFiles.within(file);
    TwinContents elmo = ElmoReader.read(twins.get(0).content());
    assertThat(elmo)
        .isEqualTo(
            Json.read(
                new String(twins.get(1).content(), StandardCharsets.UTF_8), TwinContents.class));
    Study study = elmo.studies().get(0);
    assertThat(study.code()).isEqualTo(left);
    assertThat(study.part().programme()).isEqualTo(left);
    assertThat(study.part().said().getEn()).startsWith("Results of the programme: " + left);
    assertThat(study.courses()).extracting(TwinContents.Course::code).containsExactly("DOC13L");
    assertThat(study.credits()).isEqualTo(5);
    assertThat(study.gpa()).isEqualByComparingTo("4.00");
    assertThat(registered(who)).contains(left);
    who.leave();
  }

  private static Offer transcript(DocumentRequestScene who) throws Exception {
    DocumentRequestDesk desk = Inside.bean(DocumentRequestDesk.class);
    return Inside.as(who.login(), () -> desk.offers("me")).stream()
        .filter(one -> one.kind().code().equals(DocumentKind.TRANSCRIPT))
        .findFirst()
        .orElseThrow();
  }

  private static DocumentWish wish(String programme) {
    return new DocumentWish(
        DocumentKind.TRANSCRIPT,
        List.of(Language.RU),
        1,
        "to the other university",
        null,
        Map.of("programme", programme),
        DocumentDelivery.ELECTRONIC,
        null,
        null,
        null);
  }

  /** The cells of the register. */
  private static List<Object> registered(DocumentRequestScene who) throws Exception {
    ListQueries lists = Inside.bean(ListQueries.class);
    String number = Scene.text("SELECT student_no FROM student WHERE id = ?", who.id());
    ListQuery own = new ListQuery(0, 5, "issued_on", false, Map.of("student_no", number), null);
    return Inside.as(Scene.holding("DIR"), () -> lists.page("documents", own))
        .rows()
        .get(0)
        .values()
        .stream()
        .map(Object.class::cast)
        .toList();
  }

  /** A result on the last day of one of the first two terms of the calendar. */
  private static void result(DocumentRequestScene who, int at, String code, Letter letter)
      throws Exception {
    Marks.post(
        new Ledger.Posting(
            who.id(),
            Marks.basic(code, 5),
            new LedgerEntry.Outcome(
                Scene.number(term("t.id", at)),
                new TermRef(
                    (int) Scene.number(term("y.start_year", at)),
                    TermType.valueOf(Scene.text(term("t.type", at)))),
                ResultKind.MAIN,
                1,
                null,
                null,
                Grade.of(letter),
                end(at),
                "policy-bachelor"),
            Marks.source(null)));
  }

  private static LocalDate end(int at) throws SQLException {
    return LocalDate.parse(Scene.text(term("CAST(t.ends_on AS CHAR)", at)));
  }

  private static String term(String column, int at) {
    return "SELECT "
        + column
        + " FROM term t JOIN academic_year y ON y.id = t.academic_year_id ORDER BY t.starts_on, t.id"
        + " LIMIT 1 OFFSET "
        + at;
  }

  /** On the day after the first term an order takes the student from another programme. */
  private static void moved(DocumentRequestScene who, long curriculum) throws SQLException {
    long order = Scene.next("student_seq");
    String day = end(0).plusDays(1).toString();
    Scene.change(
        "INSERT INTO student_order (id, uuid, number, signed_on, effective_on, kind, title) VALUES"
            + " (?, UUID(), ?, ?, ?, 'TRANSFER_INSIDE', 'moved')",
        order,
        "DOC13-" + order,
        day,
        day);
    Scene.change(
        "INSERT INTO student_status_change (id, student_id, effective_on, from_status,"
            + " from_course_year, from_curriculum_id, to_status, course_year, to_curriculum_id,"
            + " order_id, recorded_at) SELECT ?, s.id, ?, 'STUDYING', 1, ?, 'STUDYING', 1,"
            + " s.curriculum_id, ?, UTC_TIMESTAMP(6) FROM student s WHERE s.id = ?",
        Scene.next("student_seq"),
        day,
        curriculum,
        order,
        who.id());
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument read = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(read).replaceAll("[\\s\u00a0]+", " ");
    }
  }
}
