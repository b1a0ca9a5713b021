package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.room.IncidentAct;
import kz.miras.registrar.attestation.room.IncidentKind;
import kz.miras.registrar.attestation.service.room.IncidentDesk;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentLife;
import kz.miras.registrar.transcript.service.DocumentVerification;
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
    DocumentLife life = Inside.bean(DocumentLife.class);
    assertThat(SheetScene.refused(junior, () -> life.handOver(transcript, "the student")))
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
        UUID.fromString(Inside.as(junior, () -> life.replace(transcript, "a result was annulled")));
    SheetScene.act(Scene.holding("DIR"), () -> documents.sign(anew));
    assertThat(verdict(anew))
        .as("states the annulment")
        .isEqualTo(DocumentVerification.Verdict.VALID);
    assertThat(verdict(transcript)).isEqualTo(DocumentVerification.Verdict.REVOKED);
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
    UUID document =
        Inside.as(
            junior,
            () ->
                documents.prepare(
                    student, List.of(Language.RU), 1, "work", UUID.randomUUID().toString()));
    SheetScene.act(Scene.holding("DIR"), () -> documents.sign(document));
    return document;
  }

  private static DocumentVerification.Verdict verdict(UUID document) throws SQLException {
    String code =
        Scene.text(
            "SELECT verification_code FROM issued_document WHERE uuid = ?", document.toString());
    return Inside.bean(DocumentVerification.class).byCode(code).verdict();
  }
}
