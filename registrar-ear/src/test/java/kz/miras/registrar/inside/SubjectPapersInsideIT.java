package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PaperScene.of;
import static kz.miras.registrar.inside.PaperScene.refusedToSign;
import static kz.miras.registrar.inside.PaperScene.sign;
import static kz.miras.registrar.inside.PaperScene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentLife;
import kz.miras.registrar.transcript.service.DocumentMaker.Twin;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.SignatureDesk;
import kz.miras.registrar.transcript.service.TwinFiles;
import kz.miras.registrar.transcript.service.subject.SubjectDesk;
import kz.miras.registrar.transcript.service.subject.SubjectView;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sheets as documents of record, in the container. */
@InsideTest
class SubjectPapersInsideIT {

  private static final int FIRST = 47;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SubjectPapersInsideIT.class, PaperScene.class, SheetScene.class);
  }

  private static UUID prepared(String by, SheetScene scene) throws Exception {
    return PaperScene.prepared(
        by, SubjectKind.EXAM_SHEET, UUID.fromString(scene.sheet()), Map.of(), "EXAM_SHEET");
  }

  /** Signed by the office and by whoever examined. */
  private static void signedByBoth(String office, SheetScene scene, UUID document)
      throws Exception {
    sign(office, document);
    sign(scene.teacher(), document);
  }

  /** Prepared and signed by both. */
  private static UUID issued(String by, String office, SheetScene scene) throws Exception {
    UUID document = prepared(by, scene);
    signedByBoth(office, scene, document);
    return document;
  }

  private static void correct(SheetScene scene) throws Exception {
    scene.correct(
        new CorrectionPolicy.Wish(
            CorrectionKind.ERROR,
            60,
            90,
            null,
            "two works were mixed up",
            CorrectionDocument.PROTOCOL,
            "ИС-7",
            Scene.today()));
  }

  @Test
  @DisplayName(
      "DOC-72 DOC-11 DOC-74 a sheet is signed by its examiner and the office, by nobody else; its"
          + " number comes last, its file is whole, and strangers are told no name")
  void aSheet() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    String junior = Scene.holding("JUN");
    String director = Scene.holding("DIR");
    UUID document = prepared(junior, scene);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code ="
                    + " 'transcript.notice.to-sign' AND link LIKE ?",
                scene.teacherKey(),
                "%" + document))
        .isOne();
    String stranger = Scene.account("TCH", null, Scene.number("SELECT MIN(id) FROM teacher"));
    DocumentDesk documents = Inside.bean(DocumentDesk.class);
    assertThatThrownBy(() -> Inside.as(stranger, () -> documents.stored(document)))
        .as("who does not read the sheet")
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> sign(stranger, document))
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> Inside.as(Scene.holding("RECTOR"), () -> documents.stored(document)))
        .as("reads every transcript and no sheet")
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> sign(junior, document))
        .as("who prepared it")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.class);

    sign(director, document);
    assertThat(of(document, "status")).isEqualTo("PREPARED");
    assertThat(refusedToSign(director, document)).containsExactly("transcript.sign.twice");
    assertThat(refusedToSign(Scene.holding("DEP"), document))
        .as("the place of the office is signed, that of the examiner is the examiner's")
        .containsExactly("transcript.sign.place");
    SignatureDesk signing = Inside.bean(SignatureDesk.class);
    assertThat(Inside.as(scene.teacher(), () -> signing.maySign(document))).isTrue();
    byte[] preview = Inside.as(scene.teacher(), () -> signing.preview(document));
    assertThat(new String(preview, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    sign(scene.teacher(), document);
    assertThat(of(document, "status")).isEqualTo("ISSUED");
    assertThat(of(document, "number")).startsWith("ES-" + Scene.today().getYear() + "/");

    DocumentReceipts receipts = Inside.bean(DocumentReceipts.class);
    byte[] file = Inside.as(scene.teacher(), () -> receipts.download(document));
    Twin twin = TwinFiles.within(file).get(0);
    assertThat(new String(twin.content(), StandardCharsets.UTF_8))
        .contains("kz.miras.sheet/1", of(document, "number"));
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM issued_document WHERE uuid = ? AND UNHEX(SHA2(pdf, 256)) ="
                    + " pdf_sha256 AND JSON_VALID(snapshot) AND student_id IS NULL AND subject_uuid"
                    + " = ?",
                document.toString(),
                scene.sheet()))
        .isOne();
    DocumentVerification.Answer answer = told(document);
    assertThat(answer.verdict()).isEqualTo(DocumentVerification.Verdict.VALID);
    assertThat(answer.maskedName()).isNull();
    assertThat(Inside.bean(DocumentVerification.class).byFile(file).contentsMatch()).isTrue();
    assertThat(refusedToPrepare(junior, scene)).containsExactly("transcript.subject.stands");
    SubjectView seen =
        Inside.as(
            scene.teacher(),
            () ->
                Inside.bean(SubjectDesk.class)
                    .view(SubjectKind.EXAM_SHEET, UUID.fromString(scene.sheet()), Map.of()));
    assertThat(seen.documents()).extracting(SubjectView.Document::id).containsExactly(document);
    assertThat(seen.offers()).as("a teacher prepares nothing").isEmpty();
  }

  private static List<String> refusedToPrepare(String by, SheetScene scene) throws Exception {
    try {
      prepared(by, scene);
      return List.of();
    } catch (RegistrarException.Refused e) {
      return e.refusals().stream().map(one -> one.code()).toList();
    }
  }

  @Test
  @DisplayName(
      "DOC-70 DOC-71 DOC-73 not of an open sheet; a correction supersedes the document, stops the"
          + " signatures of a prepared one, and the next takes its place")
  void corrected() throws Exception {
    String junior = Scene.holding("JUN");
    String director = Scene.holding("DIR");
    assertThat(refusedToPrepare(junior, SheetScene.open(FIRST, 1)))
        .containsExactly("transcript.subject.unsettled.EXAM_SHEET");
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    UUID first = prepared(junior, scene);
    assertThat(refusedToPrepare(junior, scene)).containsExactly("transcript.subject.prepared");
    sign(scene.teacher(), first);
    correct(scene);
    assertThat(refusedToSign(director, first)).containsExactly("transcript.subject.moved");
    assertThat(of(first, "status")).as("no number was taken").isEqualTo("PREPARED");

    UUID second = prepared(junior, scene);
    assertThat(of(first, "status")).isEqualTo("WITHDRAWN");
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE issued_document SET status = 'PREPARED' WHERE uuid = ?",
                    first.toString()))
        .hasMessageContaining("prepared anew");
    sign(scene.teacher(), second);
    sign(director, second);
    assertThat(told(second).verdict()).isEqualTo(DocumentVerification.Verdict.VALID);

    UUID duplicate =
        Inside.as(
            junior, () -> Inside.bean(DocumentLife.class).correct(second, "a wrong crest on it"));
    signedByBoth(director, scene, duplicate);
    assertThat(told(duplicate).verdict()).isEqualTo(DocumentVerification.Verdict.VALID);
    assertThat(told(second).verdict()).isEqualTo(DocumentVerification.Verdict.REPLACED);

    Inside.as(
        junior,
        () -> {
          UUID third =
              Inside.bean(DocumentLife.class).correct(duplicate, "the crest is wrong again");
          Inside.bean(SubjectDesk.class).withdraw(third, "it was found");
          return null;
        });
    SheetScene.act(
        director, () -> Inside.bean(DocumentDesk.class).annul(duplicate, "an error", "order 5"));
    assertThat(told(duplicate).verdict()).isEqualTo(DocumentVerification.Verdict.ANNULLED);
  }

  @Test
  @DisplayName(
      "DOC-73 an issued sheet is told superseded once a later version is posted, and the next one"
          + " replaces it")
  void superseded() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    String junior = Scene.holding("JUN");
    String director = Scene.holding("DIR");
    UUID first = issued(junior, director, scene);
    correct(scene);
    DocumentVerification.Answer answer = told(first);
    assertThat(answer.verdict()).isEqualTo(DocumentVerification.Verdict.SUPERSEDED);
    assertThat(answer.supersededOn()).isEqualTo(Scene.today());
    UUID second = issued(junior, director, scene);
    assertThat(told(first).verdict()).isEqualTo(DocumentVerification.Verdict.REPLACED);
    assertThat(told(second).verdict()).isEqualTo(DocumentVerification.Verdict.VALID);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM issued_document WHERE register_code = 'ES' AND register_year"
                    + " = ? AND register_number IS NOT NULL",
                Scene.today().getYear()))
        .as("numbers without gaps")
        .isEqualTo(
            Scene.number(
                "SELECT last_number FROM document_register WHERE code = 'ES' AND year = ?",
                Scene.today().getYear()));
  }

  @Test
  @DisplayName(
      "DOC-54 DOC-71 a lost sheet is duplicated: it says the same, is stamped and has a number of its"
          + " own; once it says what no longer holds it is not")
  void duplicated() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    String junior = Scene.holding("JUN");
    String director = Scene.holding("DIR");
    UUID original = issued(junior, director, scene);
    DocumentLife life = Inside.bean(DocumentLife.class);
    assertThat(SheetScene.refused(junior, () -> life.duplicate(original, "lost")))
        .containsExactly("transcript.duplicate.reason");
    UUID duplicate =
        Inside.as(junior, () -> life.duplicate(original, "lost from its archive file"));
    assertThat(told(original).verdict()).isEqualTo(DocumentVerification.Verdict.VALID);
    signedByBoth(director, scene, duplicate);
    assertThat(told(original).verdict()).isEqualTo(DocumentVerification.Verdict.REPLACED);
    assertThat(told(duplicate).verdict()).isEqualTo(DocumentVerification.Verdict.VALID);
    assertThat(of(duplicate, "number")).isNotEqualTo(of(original, "number"));
    assertThat(of(duplicate, "basis")).isEqualTo("lost from its archive file");
    DocumentReceipts receipts = Inside.bean(DocumentReceipts.class);
    assertThat(text(Inside.as(junior, () -> receipts.download(duplicate))))
        .contains("ДУБЛИКАТ. Выдан взамен документа № " + of(original, "number"));
    correct(scene);
    assertThat(SheetScene.refused(junior, () -> life.duplicate(duplicate, "lost once more, alas")))
        .containsExactly("transcript.duplicate.moved");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument read = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(read);
    }
  }
}
