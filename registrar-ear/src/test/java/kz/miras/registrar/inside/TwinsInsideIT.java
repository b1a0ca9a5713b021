package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.recognition.PartnerTranscript;
import kz.miras.registrar.achievement.service.analysis.ProgrammeGrades;
import kz.miras.registrar.achievement.service.recognition.PartnerTranscriptDesk;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.DocumentMaker.Twin;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.ElmoDesk;
import kz.miras.registrar.transcript.service.SignatureDesk;
import kz.miras.registrar.transcript.service.TwinFiles;
import kz.miras.registrar.transcript.service.Twins;
import kz.miras.registrar.transcript.twin.ElmoReader;
import kz.miras.registrar.transcript.twin.TwinContents;
import kz.miras.registrar.transcript.twin.TwinContents.Course;
import kz.miras.registrar.transcript.twin.TwinContents.Study;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
  @DisplayName(
      "DOC-60 DOC-63 DOC-67 an issued transcript carries its results as ELMO and JSON, the same, and"
          + " is given to programs as ELMO with the signed file attached")
  void twinsOfATranscript() throws Exception {
    String student =
        Scene.text(
            "SELECT s.uuid FROM student s WHERE s.status = 'GRADUATED' ORDER BY s.id DESC LIMIT 1");
    String junior = Scene.holding("JUN");
    DocumentDesk documents = Inside.bean(DocumentDesk.class);
    TranscriptView printed = Inside.as(junior, () -> documents.contents(student));
    UUID transcript = issued(junior, student, TranscriptPart.WHOLE);
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
    assertThat(study.courses())
        .as("DOC-64: somebody else had a letter in the same discipline")
        .anySatisfy(course -> assertThat(course.distribution()).isNotEmpty());
    attached(junior, transcript, file, elmo);
    takenElsewhere(student, twins.get(0).content(), study);
  }

  /** REC-9. What one university gives, another reads for its student and for nobody else. */
  private static void takenElsewhere(String student, byte[] elmo, Study study) throws Exception {
    String senior = Scene.holding("SEN");
    PartnerTranscriptDesk desk = Inside.bean(PartnerTranscriptDesk.class);
    PartnerTranscript read = Inside.as(senior, () -> desk.read(student, elmo));
    assertThat(read.courses())
        .extracting(PartnerTranscript.Course::code)
        .containsExactlyElementsOf(
            study.courses().stream()
                .filter(it -> it.counts() && it.mark().outcome() == TwinContents.Outcome.PASSED)
                .map(Course::code)
                .toList());
    assertThat(read.courses()).anySatisfy(course -> assertThat(course.letter()).isNotNull());
    String other =
        Scene.text(
            "SELECT uuid FROM student WHERE birth_date <> (SELECT birth_date FROM student WHERE uuid"
                + " = ?) ORDER BY id LIMIT 1",
            student);
    assertThat(SheetScene.refused(senior, () -> desk.read(other, elmo)))
        .containsExactly("achievement.recognition.elmo-other");
    assertThat(SheetScene.refused(senior, () -> desk.read(student, new byte[] {60}))).isNotEmpty();
  }

  /** DOC-67. For another university the same record comes with the signed file itself. */
  private static void attached(String junior, UUID transcript, byte[] file, TwinContents elmo)
      throws Exception {
    byte[] written = Inside.as(junior, () -> Inside.bean(ElmoDesk.class).elmo(transcript));
    TwinContents given = ElmoReader.read(written);
    assertThat(given.with(List.of())).isEqualTo(elmo);
    TwinContents.Attached own = given.attachments().get(0);
    assertThat(own.kind()).isEqualTo("Transcript of Records");
    assertThat(own.content()).isEqualTo(file);
  }

  @Test
  @DisplayName(
      "DOC-64 a group of reference is counted once over all its disciplines, each student once, a"
          + " transcript shows it where it is asked for")
  void distribution() throws Exception {
    long programme =
        Scene.number(
            "SELECT s.programme_id FROM student s WHERE s.status = 'GRADUATED' ORDER BY s.id DESC"
                + " LIMIT 1");
    List<Long> terms = new ArrayList<>();
    for (int at = 0;
        at < Scene.number("SELECT COUNT(*) FROM term WHERE ends_on < university_today()");
        at++) {
      terms.add(
          Scene.number(
              "SELECT id FROM term WHERE ends_on < university_today() ORDER BY id LIMIT 1 OFFSET "
                  + at));
    }
    Map<String, Map<Letter, Integer>> counted =
        Inside.bean(ProgrammeGrades.class).of(programme, terms);
    assertThat(counted).isNotEmpty();
    String code =
        counted.entrySet().stream()
            .max(Comparator.comparing(one -> sum(one.getValue())))
            .orElseThrow()
            .getKey();
    assertThat(counted.get(code)).doesNotContainKeys(Letter.FX, Letter.F);
    assertThat(sum(counted.get(code)))
        .as("students of the programme with a positive letter, each once")
        .isLessThanOrEqualTo(
            (int)
                Scene.number(
                    "SELECT COUNT(DISTINCT a.student_id) FROM achievement a WHERE"
                        + " a.discipline_code = ? AND a.letter IS NOT NULL AND a.letter NOT IN"
                        + " ('F', 'FX')",
                    code))
        .isGreaterThan(1);
    String student =
        Scene.text(
            "SELECT s.uuid FROM student s WHERE s.status = 'GRADUATED' ORDER BY s.id DESC LIMIT 1");
    String junior = Scene.holding("JUN");
    DocumentDesk documents = Inside.bean(DocumentDesk.class);
    byte[] abroad =
        Inside.as(
            junior,
            () ->
                documents.preview(
                    student, List.of(Language.EN), new TranscriptPart(null, null, null, true)));
    byte[] home = Inside.as(junior, () -> documents.preview(student, List.of(Language.EN)));
    assertThat(text(abroad)).contains("Grade distribution table");
    assertThat(text(home)).doesNotContain("Grade distribution table");
    UUID transcript = issued(junior, student, new TranscriptPart(null, null, null, true));
    byte[] file = Inside.as(junior, () -> Inside.bean(DocumentReceipts.class).download(transcript));
    assertThat(text(file)).as("as issued").contains("Grade distribution table");
  }

  private static int sum(Map<Letter, Integer> letters) {
    return letters.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
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
    UUID transcript = issued(junior, student, TranscriptPart.years(first.year(), first.year()));

    byte[] file = Inside.as(junior, () -> Inside.bean(DocumentReceipts.class).download(transcript));
    Study study = ElmoReader.read(TwinFiles.within(file).get(0).content()).studies().get(0);
    assertThat(study.credits()).isEqualTo(first.earned()).isLessThan(whole.earned());
    assertThat(study.courses())
        .isNotEmpty()
        .allSatisfy(course -> assertThat(course.term().year()).isEqualTo(first.year()));
  }

  private static UUID issued(String junior, String student, TranscriptPart years) throws Exception {
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
