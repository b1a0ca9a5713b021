package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.service.SignatureQueue;
import kz.miras.registrar.transcript.service.bulk.BatchDesk;
import kz.miras.registrar.transcript.service.bulk.BatchView;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sheets and consolidated sheets of a term, issued in one act, in the container. */
@InsideTest
class SheetBatchInsideIT {

  private static final String CLOSED =
      " FROM sheet h JOIN term t ON t.id = h.term_id JOIN sheet_row r ON r.sheet_id = h.id JOIN"
          + " student s ON s.id = r.student_id JOIN programme p ON p.id = s.programme_id WHERE h.kind ="
          + " 'MAIN' AND h.status = 'CLOSED' GROUP BY t.id, p.id HAVING COUNT(DISTINCT h.id) BETWEEN"
          + " 3 AND 60 ORDER BY COUNT(DISTINCT h.id), t.id, p.id LIMIT 1";

  private static final String SHEETS =
      " FROM document_batch b JOIN document_batch_line l ON l.batch_id = b.id JOIN issued_document d"
          + " ON d.id = l.document_id JOIN sheet h ON h.uuid = l.subject_uuid WHERE b.uuid = ?";

  private static final String OVER =
      " FROM achievement a JOIN term t ON t.id = a.term_id JOIN student s ON s.id = a.student_id JOIN"
          + " programme p ON p.id = s.programme_id WHERE t.ends_on < university_today() AND s.status ="
          + " 'STUDYING' AND NOT EXISTS (SELECT 1 FROM sheet h WHERE h.term_id = t.id AND h.kind <>"
          + " 'RATING' AND (h.closed_at IS NULL OR NOT EXISTS (SELECT 1 FROM sheet_publication c WHERE"
          + " c.sheet_id = h.id AND c.part = 'RESULT'))) GROUP BY t.id, p.id HAVING COUNT(DISTINCT"
          + " s.group_id) BETWEEN 1 AND 6 ORDER BY COUNT(*), t.id, p.id LIMIT 1";

  @Deployment
  static WebArchive archive() {
    return BatchScene.archive(SheetBatchInsideIT.class, PaperScene.class, AnalysisScene.class);
  }

  @Test
  @DisplayName(
      "DOC-50 DOC-51 DOC-70 DOC-72 the sheets of a term: what is not settled is told, who examines is"
          + " told once of all, and a sheet the examiner has signed is issued by the office's act")
  void sheetsOfATerm() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    String junior = Scene.holding("JUN");
    BatchChoice choice =
        BatchChoice.ofTerm(
            Scene.text("SELECT t.code" + CLOSED), Scene.text("SELECT p.code" + CLOSED));
    assertThat(
            SheetScene.refused(
                junior,
                () -> desk.begin("APPEAL_PROTOCOL", choice, List.of(Language.RU), null, "none")))
        .containsExactly("transcript.prepare.kind");
    int meant = Inside.as(junior, () -> desk.count("EXAM_SHEET", choice));
    assertThat(meant).isGreaterThan(2);
    UUID batch = BatchScene.begun(desk, junior, "EXAM_SHEET", choice);
    BatchView prepared = BatchScene.ended(desk, junior, batch);
    assertThat(prepared.total()).isEqualTo(meant);
    assertThat(prepared.prepared() + prepared.refused()).isEqualTo(meant);
    assertThat(prepared.prepared()).isPositive();
    assertThat(prepared.missed())
        .flatExtracting(BatchView.Missed::reasons)
        .extracting(Refusal::code)
        .containsOnly(
            prepared.refused() == 0
                ? new String[0]
                : new String[] {"transcript.subject.unsettled.EXAM_SHEET"});
    assertThat(Inside.as(junior, () -> desk.count("EXAM_SHEET", choice)))
        .as("what waits for signatures is not prepared again")
        .isEqualTo(prepared.refused());

    long examiner =
        Scene.number(
            "SELECT MIN(COALESCE(h.examiner_id, h.teacher_id))" + SHEETS, batch.toString());
    long own =
        Scene.number(
            "SELECT COUNT(*)" + SHEETS + " AND ? IN (h.examiner_id, h.teacher_id)",
            batch.toString(),
            examiner);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code ="
                    + " 'transcript.notice.to-sign-many' AND link = '/transcript/queue.xhtml'",
                examiner))
        .isOne();
    String teacher = Scene.account("TCH", null, examiner);
    List<UUID> waiting =
        Inside.as(teacher, () -> Inside.bean(SignatureQueue.class).toSign()).stream()
            .map(SignatureQueue.ToSign::uuid)
            .toList();
    assertThat(waiting).hasSizeGreaterThanOrEqualTo((int) own);
    PaperScene.sign(teacher, waiting.get(0));

    String director = Scene.holding("DIR");
    SheetScene.act(director, () -> desk.sign(batch));
    BatchView signed = BatchScene.ended(desk, director, batch);
    assertThat(signed.issued()).as("%s", signed.missed()).isOne();
    assertThat(signed.missed()).isEmpty();
    assertThat(PaperScene.of(waiting.get(0), "status")).isEqualTo("ISSUED");
    assertThat(BatchScene.zipped(desk, director, batch)).hasSize(1);
  }

  @Test
  @DisplayName(
      "DOC-50 DOC-70 the consolidated sheets of the groups of a programme in a term: signed by the"
          + " dean, issued by the office's act, each of all students of its group")
  void groupsOfATerm() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    String junior = Scene.holding("JUN");
    String director = Scene.holding("DIR");
    BatchChoice choice =
        BatchChoice.ofTerm(Scene.text("SELECT t.code" + OVER), Scene.text("SELECT p.code" + OVER));
    UUID batch = BatchScene.begun(desk, junior, "GROUP_SHEET", choice);
    BatchView prepared = BatchScene.ended(desk, junior, batch);
    assertThat(prepared.prepared()).as("%s", prepared.missed()).isPositive();
    String dean = AnalysisScene.dean(Scene.number("SELECT p.school_id" + OVER));
    for (String document : BatchScene.documents(batch)) {
      PaperScene.sign(dean, UUID.fromString(document));
    }
    SheetScene.act(director, () -> desk.sign(batch));
    BatchView signed = BatchScene.ended(desk, director, batch);
    assertThat(signed.issued()).as("%s", signed.missed()).isEqualTo(prepared.prepared());
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM document_batch b JOIN document_batch_line l ON l.batch_id ="
                    + " b.id JOIN issued_document d ON d.id = l.document_id WHERE b.uuid = ? AND"
                    + " JSON_LENGTH(d.snapshot, '$.lines') <> (SELECT COUNT(*) FROM document_stated"
                    + " t WHERE t.document_id = d.id)",
                batch.toString()))
        .isZero();
  }
}
