package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PaperScene.of;
import static kz.miras.registrar.inside.PaperScene.prepared;
import static kz.miras.registrar.inside.PaperScene.refusedToSign;
import static kz.miras.registrar.inside.PaperScene.sign;
import static kz.miras.registrar.inside.PaperScene.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.recognition.RecognitionKind;
import kz.miras.registrar.achievement.recognition.RecognitionWish;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.recognition.RecognitionDesk;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.DocumentReceipts;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.SignatureQueue;
import kz.miras.registrar.transcript.service.subject.GroupSubject;
import kz.miras.registrar.transcript.service.subject.SubjectDesk;
import kz.miras.registrar.transcript.service.subject.SubjectView;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Consolidated sheets and decisions on recognition as documents of record, in the container. */
@InsideTest
class GroupPaperInsideIT {

  private static final String GROUPS =
      " FROM student_group g JOIN curriculum c ON c.id = g.curriculum_id JOIN programme p ON p.id ="
          + " c.programme_id JOIN student s ON s.group_id = g.id JOIN achievement a ON a.student_id ="
          + " s.id JOIN term t ON t.id = a.term_id WHERE t.ends_on < university_today() AND NOT"
          + " EXISTS (SELECT 1 FROM sheet h WHERE h.term_id = t.id AND (h.closed_at IS NULL OR NOT"
          + " EXISTS (SELECT 1 FROM sheet_publication b WHERE b.sheet_id = h.id AND b.part ="
          + " 'RESULT')) AND h.kind <> 'RATING') GROUP BY g.id, t.id HAVING COUNT(DISTINCT s.id) >= 3"
          + " ORDER BY g.id DESC, t.id DESC LIMIT 1";

  private static final String STUDYING =
      " FROM enrolment n JOIN offering o ON o.id = n.offering_id JOIN term t ON t.id = o.term_id"
          + " JOIN student s ON s.id = n.student_id JOIN student_group g ON g.id = s.group_id WHERE"
          + " n.status = 'ENROLLED' AND t.starts_on <= university_today() AND t.ends_on >"
          + " university_today() ORDER BY g.id, t.id LIMIT 1";

  @Deployment
  static WebArchive archive() {
    return PromotionScene.archive(
        GroupPaperInsideIT.class,
        PaperScene.class,
        SheetScene.class,
        JournalScene.class,
        AnalysisScene.class);
  }

  @Test
  @DisplayName(
      "DOC-70 DOC-72 DOC-73 a consolidated sheet is signed by the dean of its school and the office;"
          + " a corrected result of any of its students supersedes it")
  void aGroup() throws Exception {
    String group = Scene.text("SELECT g.code" + GROUPS);
    String term = Scene.text("SELECT t.code" + GROUPS);
    long school = Scene.number("SELECT p.school_id" + GROUPS);
    UUID subject = GroupSubject.id(group, term);
    Map<String, String> details = Map.of(GroupSubject.GROUP, group, GroupSubject.TERM, term);
    String junior = Scene.holding("JUN");
    String director = Scene.holding("DIR");
    UUID document = prepared(junior, SubjectKind.GROUP_SHEET, subject, details, "GROUP_SHEET");
    String another =
        AnalysisScene.dean(
            Scene.number("SELECT MIN(school_id) FROM programme WHERE school_id <> ?", school));
    assertThatThrownBy(() -> sign(another, document))
        .as("the dean of another school")
        .isInstanceOf(RegistrarException.NotFound.class);
    String dean = AnalysisScene.dean(school);
    SignatureQueue queue = Inside.bean(SignatureQueue.class);
    assertThat(Inside.as(dean, queue::toSign))
        .extracting(SignatureQueue.ToSign::uuid)
        .contains(document);
    assertThat(Inside.as(another, queue::toSign))
        .extracting(SignatureQueue.ToSign::uuid)
        .doesNotContain(document);
    sign(director, document);
    sign(dean, document);
    assertThat(of(document, "status")).isEqualTo("ISSUED");
    assertThat(of(document, "number")).startsWith("GS-");
    assertThat(told(document).verdict()).isEqualTo(DocumentVerification.Verdict.VALID);
    long student =
        Scene.number(
            "SELECT MIN(t.student_id) FROM document_stated t JOIN issued_document d ON d.id ="
                + " t.document_id WHERE d.uuid = ?",
            document.toString());
    correct(student);
    assertThat(told(document).verdict()).isEqualTo(DocumentVerification.Verdict.SUPERSEDED);
    assertThatThrownBy(() -> Scene.change("UPDATE document_stated SET results_until = 0"))
        .hasMessageContaining("append-only");
  }

  @Test
  @DisplayName(
      "DOC-70 no consolidated sheet of a term that is not over, and none is told to strangers")
  void notOver() throws Exception {
    String studying = Scene.text("SELECT g.code" + STUDYING);
    String term = Scene.text("SELECT t.code" + STUDYING);
    Map<String, String> details = Map.of(GroupSubject.GROUP, studying, GroupSubject.TERM, term);
    SubjectDesk desk = Inside.bean(SubjectDesk.class);
    SubjectView seen =
        Inside.as(
            Scene.holding("JUN"),
            () -> desk.view(SubjectKind.GROUP_SHEET, GroupSubject.id(studying, term), details));
    assertThat(seen.open()).isEmpty();
    assertThat(seen.problems())
        .singleElement()
        .satisfies(
            told ->
                assertThat(told.code())
                    .isIn("transcript.subject.open", "transcript.subject.unsettled.GROUP_SHEET"));
    String group = Scene.text("SELECT g.code" + GROUPS);
    String over = Scene.text("SELECT t.code" + GROUPS);
    Map<String, String> ofThat = Map.of(GroupSubject.GROUP, group, GroupSubject.TERM, over);
    Callable<SubjectView> past =
        () -> desk.view(SubjectKind.GROUP_SHEET, GroupSubject.id(group, over), ofThat);
    assertThat(Inside.as(Scene.holding("JUN"), past).isEmpty()).as("there is one").isFalse();
    String student = Scene.account("STU", Scene.number("SELECT MAX(id) FROM student"), null);
    assertThat(Inside.as(student, past).isEmpty()).as("told to a student").isTrue();
  }

  /** Corrects the latest result of a student to what it was: the document states the earlier. */
  private static void correct(long student) throws Exception {
    long position =
        Scene.number("SELECT MAX(position) FROM achievement WHERE student_id = ?", student);
    String latest =
        " FROM achievement a JOIN term t ON t.id = a.term_id WHERE a.student_id = ?"
            + " AND a.position = "
            + position;
    long discipline = Scene.number("SELECT a.discipline_id" + latest, student);
    long term = Scene.number("SELECT a.term_id" + latest, student);
    int year =
        (int)
            Scene.number(
                "SELECT y.start_year FROM academic_year y JOIN term x ON x.academic_year_id = y.id"
                    + " WHERE x.id = ?",
                term);
    Marks.post(
        new Ledger.Posting(
            student,
            Marks.studied(discipline, 5),
            new LedgerEntry.Outcome(
                term,
                new TermRef(year, TermType.valueOf(Scene.text("SELECT t.type" + latest, student))),
                ResultKind.MAIN,
                1,
                null,
                null,
                Grade.of(71, GradeScale.V2),
                LocalDate.of(year, 12, 20),
                Scene.text("SELECT MIN(code) FROM rule_set WHERE level = 'BACHELOR'")),
            Marks.source(position)));
  }

  @Test
  @DisplayName(
      "DOC-72 DOC-74 a decision on recognition is signed by who decided and by another; strangers"
          + " are told no name")
  void aRecognition() throws Exception {
    PromotionScene scene = new PromotionScene(2185);
    long student = scene.student(1, "STUDYING");
    String number = PromotionScene.number(student);
    String discipline = Scene.text("SELECT code FROM discipline WHERE id = ?", scene.discipline(0));
    RecognitionDesk desk = Inside.bean(RecognitionDesk.class);
    RecognitionWish wish =
        new RecognitionWish(
            RecognitionKind.TRANSFER_IN,
            "Research methods",
            10,
            "A-",
            92,
            "T-7",
            Scene.today().minusMonths(4),
            "KazNU",
            "12-c",
            Scene.today());
    UUID request =
        UUID.fromString(
            Inside.as(Scene.holding("SPE"), () -> desk.request(number, discipline, wish)));
    String junior = Scene.holding("JUN");
    assertThatThrownBy(
            () ->
                prepared(
                    junior, SubjectKind.RECOGNITION, request, Map.of(), "RECOGNITION_PROTOCOL"))
        .isInstanceOf(RegistrarException.Refused.class);
    String director = Scene.holding("DIR");
    SheetScene.act(director, () -> desk.decide(request, true, "the outcomes are the same"));
    UUID document =
        prepared(junior, SubjectKind.RECOGNITION, request, Map.of(), "RECOGNITION_PROTOCOL");
    sign(director, document);
    assertThat(refusedToSign(director, document)).containsExactly("transcript.sign.twice");
    sign(Scene.holding("DEP"), document);
    assertThat(of(document, "number")).startsWith("RP-");
    assertThat(told(document).maskedName()).isNull();
    DocumentReceipts receipts = Inside.bean(DocumentReceipts.class);
    assertThatThrownBy(() -> Inside.as(Scene.holding("ADV"), () -> receipts.download(document)))
        .isInstanceOf(RegistrarException.NotFound.class);
    correct(student);
    assertThat(told(document).verdict()).isEqualTo(DocumentVerification.Verdict.SUPERSEDED);
  }
}
