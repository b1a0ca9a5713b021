package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.transcript.TranscriptPeriod;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentMaker.Twin;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.SignatureDesk;
import kz.miras.registrar.transcript.service.TwinFiles;
import kz.miras.registrar.transcript.service.Twins;
import kz.miras.registrar.transcript.twin.ElmoReader;
import kz.miras.registrar.transcript.twin.TwinContents;
import kz.miras.registrar.transcript.twin.TwinContents.Course;
import kz.miras.registrar.transcript.twin.TwinContents.Study;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The twins within an issued document, in the container. */
@InsideTest
class TwinsInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(TwinsInsideIT.class, SheetScene.class);
  }

  @Test
  @DisplayName("DOC-60 DOC-63 an issued transcript carries its results as ELMO and JSON, the same")
  void twinsOfATranscript() throws Exception {
    String student =
        Scene.text(
            "SELECT s.uuid FROM student s WHERE s.status = 'GRADUATED' ORDER BY s.id DESC LIMIT 1");
    String junior = Scene.holding("JUN");
    DocumentDesk documents = Inside.bean(DocumentDesk.class);
    TranscriptView printed = Inside.as(junior, () -> documents.contents(student));
    UUID transcript = issued(junior, student, TranscriptPeriod.WHOLE);
    byte[] file = Inside.as(junior, () -> Inside.bean(DocumentReceipts.class).download(transcript));

    List<Twin> twins = TwinFiles.within(file);
    assertThat(twins).extracting(Twin::name).containsExactly(Twins.ELMO, Twins.RECORD);
    TwinContents elmo = ElmoReader.read(twins.get(0).content());
    TwinContents json =
        Json.read(
            new String(twins.get(1).content(), java.nio.charset.StandardCharsets.UTF_8),
            TwinContents.class);
    assertThat(elmo).isEqualTo(json);
    assertThat(elmo.paper().number())
        .isEqualTo(
            Scene.text("SELECT number FROM issued_document WHERE uuid = ?", transcript.toString()));
    Study study = elmo.studies().get(0);
    assertThat(study.credits()).isEqualTo(printed.record().earned()).isPositive();
    assertThat(study.gpa()).isEqualByComparingTo(printed.record().gpa());
    assertThat(study.courses())
        .hasSize(printed.record().terms().stream().mapToInt(term -> term.lines().size()).sum());
    assertThat(study.courses()).allSatisfy(course -> assertThat(course.term().start()).isNotNull());
    assertThat(
            study.courses().stream()
                .filter(it -> it.counts() && !it.additional())
                .filter(it -> it.mark().outcome() == TwinContents.Outcome.PASSED)
                .mapToInt(Course::credits)
                .sum())
        .isEqualTo(study.credits());
    assertThat(elmo.learner().fullName().getRu()).isEqualTo(printed.holder().fullName());
  }

  @Test
  @DisplayName("DOC-12 a transcript of one academic year states the results of that year alone")
  void oneYear() throws Exception {
    String student =
        Scene.text(
            "SELECT s.uuid FROM student s WHERE s.status = 'GRADUATED' ORDER BY s.id DESC LIMIT 1");
    String junior = Scene.holding("JUN");
    DocumentDesk documents = Inside.bean(DocumentDesk.class);
    StudyRecord whole = Inside.as(junior, () -> documents.contents(student)).record();
    assertThat(whole.years()).hasSizeGreaterThan(1);
    StudyRecord.YearPart first = whole.years().get(0);
    UUID transcript = issued(junior, student, new TranscriptPeriod(first.year(), first.year()));

    byte[] file = Inside.as(junior, () -> Inside.bean(DocumentReceipts.class).download(transcript));
    Study study = ElmoReader.read(TwinFiles.within(file).get(0).content()).studies().get(0);
    assertThat(study.credits()).isEqualTo(first.earned()).isLessThan(whole.earned());
    assertThat(study.courses())
        .isNotEmpty()
        .allSatisfy(course -> assertThat(course.term().year()).isEqualTo(first.year()));
  }

  private static UUID issued(String junior, String student, TranscriptPeriod years)
      throws Exception {
    UUID transcript =
        Inside.as(
            junior,
            () ->
                Inside.bean(DocumentDesk.class)
                    .prepare(
                        student,
                        List.of(Language.KK, Language.EN),
                        1,
                        null,
                        years,
                        UUID.randomUUID().toString()));
    SheetScene.act(Scene.holding("DIR"), () -> Inside.bean(SignatureDesk.class).sign(transcript));
    return transcript;
  }
}
