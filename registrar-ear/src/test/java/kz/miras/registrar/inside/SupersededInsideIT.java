package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.room.IncidentAct;
import kz.miras.registrar.attestation.room.IncidentKind;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.room.IncidentDesk;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentReceiver;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentLife;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.SignatureDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of an issued document when a result it states is corrected, in the container. */
@InsideTest
class SupersededInsideIT {

  private static final int FIRST = 47;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SupersededInsideIT.class, SheetScene.class);
  }

  @Test
  @DisplayName(
      "DOC-9 annulment after a transcript was issued: its verification says superseded, and it is"
          + " not handed over")
  void annulmentAfterATranscript() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    publish(scene);
    String student = Scene.text("SELECT uuid FROM student WHERE id = ?", scene.student(0));
    String junior = Scene.holding("JUN");
    DocumentDesk documents = Inside.bean(DocumentDesk.class);
    UUID transcript = issued(documents, junior, student);
    UUID other =
        issued(
            documents,
            junior,
            Scene.text("SELECT uuid FROM student WHERE id = ?", scene.student(1)));
    assertThat(verdict(transcript)).isEqualTo(DocumentVerification.Verdict.VALID);

    annul(scene);

    assertThat(verdict(transcript)).isEqualTo(DocumentVerification.Verdict.SUPERSEDED);
    assertThat(verdict(other))
        .as("states nothing of it")
        .isEqualTo(DocumentVerification.Verdict.VALID);
    DocumentReceipts receipts = Inside.bean(DocumentReceipts.class);
    DocumentReceiver holder = new DocumentReceiver("identity card", null, null, null);
    assertThat(SheetScene.refused(junior, () -> receipts.handOver(transcript, holder)))
        .containsExactly("transcript.hand-over.superseded");
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code ="
                    + " 'transcript.notice.superseded'",
                scene.student(0)))
        .isOne();
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE issued_document SET results_until = results_until + 9 WHERE uuid = ?",
                    transcript.toString()))
        .hasMessageContaining("do not change");

    UUID anew =
        Inside.as(
            junior,
            () -> Inside.bean(DocumentLife.class).correct(transcript, "a result was annulled"));
    SheetScene.act(Scene.holding("DIR"), () -> Inside.bean(SignatureDesk.class).sign(anew));
    assertThat(verdict(anew))
        .as("states the annulment")
        .isEqualTo(DocumentVerification.Verdict.VALID);
    assertThat(verdict(transcript)).isEqualTo(DocumentVerification.Verdict.REPLACED);
  }

  @Test
  @DisplayName(
      "DOC-10 PUB-1 no transcript is prepared or signed while a result is not published: the sheet"
          + " is named; nor while one of a term that is over is not closed")
  void notBeforePublication() throws Exception {
    SheetScene early = SheetScene.closed(FIRST, 80, 75);
    publish(early);
    String junior = Scene.holding("JUN");
    String student = Scene.text("SELECT uuid FROM student WHERE id = ?", early.student(0));
    DocumentDesk documents = Inside.bean(DocumentDesk.class);
    UUID prepared = prepared(documents, junior, student);

    SheetScene late = SheetScene.closed(FIRST, 70, 65);
    String number = Scene.text("SELECT number FROM sheet WHERE uuid = ?", late.sheet());
    assertThat(
            refusals(Scene.holding("DIR"), () -> Inside.bean(SignatureDesk.class).sign(prepared)))
        .as("posted after it was prepared")
        .containsExactly("transcript.awaited.unpublished " + number);
    assertThat(Scene.text("SELECT status FROM issued_document WHERE uuid = ?", prepared.toString()))
        .as("no number was taken")
        .isEqualTo("PREPARED");
    assertThat(refusals(junior, () -> prepared(documents, junior, student)))
        .containsExactly("transcript.awaited.unpublished " + number);
    assertThat(printed(documents, junior, student))
        .doesNotContain(code(late))
        .contains(code(early));

    publish(late);
    assertThat(printed(documents, junior, student)).contains(code(late));
    SheetScene.act(Scene.holding("DIR"), () -> Inside.bean(SignatureDesk.class).sign(prepared));

    SheetScene open = SheetScene.open(FIRST, 1);
    prepared(documents, junior, student);
    String its = Scene.text("SELECT number FROM sheet WHERE uuid = ?", open.sheet());
    long ahead = Scene.number("SELECT term_id FROM sheet WHERE uuid = ?", open.sheet());
    move(open, Scene.number("SELECT id FROM term ORDER BY ends_on LIMIT 1"));
    assertThat(refusals(junior, () -> prepared(documents, junior, student)))
        .as("its term is over")
        .containsExactly("transcript.awaited.open " + its);
    move(open, ahead);
    prepared(documents, junior, student);
  }

  private static void move(SheetScene scene, long term) throws SQLException {
    Scene.change("UPDATE sheet SET term_id = ? WHERE uuid = ?", term, scene.sheet());
  }

  private static List<String> refusals(String login, Callable<?> work) throws Exception {
    try {
      Inside.as(login, work);
      return List.of();
    } catch (RegistrarException.Refused e) {
      return e.refusals().stream().map(one -> one.code() + " " + one.args().get(0)).toList();
    }
  }

  private static List<String> refusals(String login, Runnable work) throws Exception {
    return refusals(login, Executors.callable(work));
  }

  private static List<String> printed(DocumentDesk documents, String login, String student)
      throws Exception {
    return Inside.as(login, () -> documents.contents(student)).record().terms().stream()
        .flatMap(term -> term.lines().stream())
        .map(line -> line.code())
        .toList();
  }

  private static String code(SheetScene scene) throws SQLException {
    return Scene.text(
        "SELECT d.code FROM discipline d JOIN sheet h ON h.discipline_id = d.id WHERE h.uuid = ?",
        scene.sheet());
  }

  /** Publishes all there is of its students, what other tests have posted too. */
  private static void publish(SheetScene scene) throws Exception {
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    String specialist = Scene.holding("SPE");
    String next =
        "SELECT MIN(h.uuid) FROM sheet h JOIN achievement a ON a.sheet_id = h.id WHERE"
            + " a.student_id IN (?, ?) AND NOT EXISTS (SELECT 1 FROM sheet_publication p WHERE"
            + " p.sheet_id = h.id AND p.part = 'RESULT')";
    for (String sheet = Scene.text(next, scene.student(0), scene.student(1));
        sheet != null;
        sheet = Scene.text(next, scene.student(0), scene.student(1))) {
      String one = sheet;
      SheetScene.act(specialist, () -> desk.publish(one, SheetPart.RESULT));
    }
  }

  /** The exam of the first student is annulled by decision on an act. */
  private static void annul(SheetScene scene) throws Exception {
    IncidentDesk desk = Inside.bean(IncidentDesk.class);
    UniversityTime time = Inside.bean(UniversityTime.class);
    String began =
        Scene.text(
            "SELECT CONCAT(exam_date, 'T', exam_time) FROM sheet WHERE uuid = ?", scene.sheet());
    IncidentAct act =
        new IncidentAct(
            IncidentKind.DEVICE,
            LocalDateTime.parse(began).atZone(time.zone()).toInstant(),
            false,
            "the work is not the student’s own",
            List.of("Серікова А., examiner", "Ким В., invigilator"),
            "");
    String id =
        Inside.as(Scene.holding("SPE"), () -> desk.register(scene.sheet(), scene.row(0), act));
    SheetScene.act(
        Scene.holding("DIR"),
        () -> desk.decide(id, true, SheetScene.basis(BasisDocument.Type.ORDER)));
  }

  private static UUID issued(DocumentDesk documents, String junior, String student)
      throws Exception {
    UUID document = prepared(documents, junior, student);
    SheetScene.act(Scene.holding("DIR"), () -> Inside.bean(SignatureDesk.class).sign(document));
    return document;
  }

  private static UUID prepared(DocumentDesk documents, String junior, String student)
      throws Exception {
    return Inside.as(
        junior,
        () ->
            documents.prepare(
                student,
                List.of(Language.RU),
                1,
                "work",
                TranscriptPart.WHOLE,
                UUID.randomUUID().toString()));
  }

  private static DocumentVerification.Verdict verdict(UUID document) throws SQLException {
    String code =
        Scene.text(
            "SELECT verification_code FROM issued_document WHERE uuid = ?", document.toString());
    return Inside.bean(DocumentVerification.class).byCode(code).verdict();
  }
}
