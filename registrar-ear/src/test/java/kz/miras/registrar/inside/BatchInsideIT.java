package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.BatchState;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.SignatureQueue;
import kz.miras.registrar.transcript.service.bulk.BatchDesk;
import kz.miras.registrar.transcript.service.bulk.BatchView;
import kz.miras.registrar.transcript.service.bulk.BatchWork;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Documents for many, prepared and signed in one act each, in the container. */
@InsideTest
class BatchInsideIT {

  private static final String DOCUMENTS =
      "SELECT COUNT(*) FROM document_batch_line l JOIN document_batch b ON b.id = l.batch_id JOIN"
          + " issued_document d ON d.id = l.document_id WHERE b.uuid = ?";

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
    return Inside.archive(
        BatchInsideIT.class,
        SheetScene.class,
        PaperScene.class,
        AnalysisScene.class,
        PromotionScene.class,
        JournalScene.class,
        Marks.class,
        Soon.class);
  }

  @Test
  @DisplayName(
      "DOC-50 DOC-51 all graduates of a programme: prepared by one, signed by another in one act,"
          + " numbered without gap, all files in one archive byte for byte")
  void allGraduates() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    String specialist = Scene.holding("SPE");
    String director = Scene.holding("DIR");
    BatchChoice choice = new BatchChoice(StudentStatus.GRADUATED, programme(), null);
    int meant = Inside.as(specialist, () -> desk.count(DocumentKind.TRANSCRIPT, choice));
    assertThat(meant).isGreaterThan(2);
    UUID batch = begun(desk, specialist, choice);
    BatchView prepared = ended(desk, specialist, batch);
    assertThat(prepared.total()).isEqualTo(meant);
    assertThat(prepared.prepared()).as("%s", prepared.missed()).isEqualTo(meant);
    assertThat(prepared.issued()).isZero();

    SheetScene.act(director, () -> desk.sign(batch));
    BatchView signed = ended(desk, director, batch);
    assertThat(signed.issued()).as("%s", signed.missed()).isEqualTo(meant);
    assertThat(Scene.number(DOCUMENTS + " AND d.status = 'ISSUED'", batch.toString()))
        .isEqualTo(meant);
    assertThat(
            Scene.number(
                "SELECT MAX(d.register_number) - MIN(d.register_number) + 1 - COUNT(DISTINCT"
                    + " d.register_number)"
                    + DOCUMENTS.substring("SELECT COUNT(*)".length()),
                batch.toString()))
        .as("numbers left out or given twice")
        .isZero();

    Map<String, String> files = zipped(desk, director, batch);
    assertThat(files).hasSize(meant);
    for (Map.Entry<String, String> file : files.entrySet()) {
      assertThat(
              Scene.text(
                  "SELECT LOWER(HEX(pdf_sha256)) FROM issued_document WHERE REPLACE(number, '/',"
                      + " '-') = ?",
                  file.getKey().replace(".pdf", "")))
          .isEqualTo(file.getValue());
    }
    ByteArrayOutputStream pages = new ByteArrayOutputStream();
    SheetScene.act(director, () -> desk.print(batch, pages));
    assertThat(new String(pages.toByteArray(), 0, 5)).isEqualTo("%PDF-");
  }

  @Test
  @DisplayName("DOC-51 the same form sent twice begins one batch")
  void begunOnce() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    String specialist = Scene.holding("SPE");
    String form = UUID.randomUUID().toString();
    BatchChoice choice = new BatchChoice(StudentStatus.GRADUATED, programme(), null);
    UUID first =
        Inside.as(
            specialist,
            () -> desk.begin(DocumentKind.TRANSCRIPT, choice, List.of(Language.RU), "once", form));
    UUID again =
        Inside.as(
            specialist,
            () -> desk.begin(DocumentKind.TRANSCRIPT, choice, List.of(Language.RU), "once", form));
    assertThat(again).isEqualTo(first);
    ended(desk, specialist, first);
    assertThat(Scene.number("SELECT COUNT(*) FROM document_batch WHERE purpose = 'once'")).isOne();
  }

  @Test
  @DisplayName("DOC-50 a kind that asks each student something is not begun for many")
  void asksEach() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    BatchChoice choice = new BatchChoice(StudentStatus.GRADUATED, programme(), null);
    assertThat(
            SheetScene.refused(
                Scene.holding("SPE"),
                () -> desk.begin("CERT_EMBASSY", choice, List.of(Language.RU), null, "asks")))
        .containsExactly("transcript.batch.asks");
  }

  @Test
  @DisplayName("SOD-4 DOC-11 who prepared a batch signs none of it, nor who signs no such document")
  void otherSigns() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    String specialist = Scene.holding("SPE");
    UUID batch =
        begun(desk, specialist, new BatchChoice(StudentStatus.GRADUATED, programme(), null));
    ended(desk, specialist, batch);
    grant(specialist, "DEP");
    assertThat(SheetScene.refused(specialist, () -> desk.sign(batch)))
        .containsExactly("transcript.sign.own");
  }

  @Test
  @DisplayName("DOC-51 paused it does nothing more; gone on with, it makes each document once")
  void pausedAndGoneOn() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    String specialist = Scene.holding("SPE");
    BatchChoice choice = new BatchChoice(StudentStatus.GRADUATED, programme(), null);
    UUID batch = begun(desk, specialist, choice);
    ended(desk, specialist, batch);
    String director = Scene.holding("DIR");
    // as a node leaves it that was lost while it signed, the link of one document not yet written
    String lost =
        Scene.text(
            "SELECT d.uuid FROM document_batch b JOIN document_batch_line l ON l.batch_id = b.id"
                + " JOIN issued_document d ON d.id = l.document_id WHERE b.uuid = ? AND l.place = 2",
            batch.toString());
    Scene.change(
        "UPDATE document_batch_line l JOIN document_batch b ON b.id = l.batch_id SET l.document_id"
            + " = NULL WHERE b.uuid = ? AND l.place = 2",
        batch.toString());
    Scene.change(
        "UPDATE document_batch SET state = 'PAUSED', ended_at = NULL WHERE uuid = ?",
        batch.toString());
    SheetScene.act(specialist, () -> desk.goOn(batch));
    BatchView again = ended(desk, specialist, batch);
    assertThat(again.prepared()).isEqualTo(again.total());
    assertThat(
            Scene.text(
                "SELECT d.uuid FROM document_batch b JOIN document_batch_line l ON l.batch_id ="
                    + " b.id JOIN issued_document d ON d.id = l.document_id WHERE b.uuid = ? AND"
                    + " l.place = 2",
                batch.toString()))
        .as("the document that was prepared already")
        .isEqualTo(lost);
    SheetScene.act(director, () -> desk.sign(batch));
    SheetScene.act(director, () -> pauseIfRunning(desk, batch));
    BatchState state = Inside.as(director, () -> desk.view(batch)).state();
    if (state == BatchState.PAUSED) {
      SheetScene.act(director, () -> desk.goOn(batch));
    }
    assertThat(ended(desk, director, batch).issued()).isEqualTo(again.total());
    assertThat(Scene.number(DOCUMENTS, batch.toString())).isEqualTo(again.total());
  }

  @Test
  @DisplayName("DOC-51 a batch whose node is gone goes on by itself")
  void goesOnByItself() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    String specialist = Scene.holding("SPE");
    UUID batch =
        begun(desk, specialist, new BatchChoice(StudentStatus.GRADUATED, programme(), null));
    ended(desk, specialist, batch);
    Scene.change(
        "UPDATE document_batch SET act = 'SIGN', acting = ?, roles = 'DIR', state = 'RUNNING',"
            + " ended_at = NULL, alive_at = alive_at - INTERVAL 1 HOUR WHERE uuid = ?",
        Scene.holding("DIR"),
        batch.toString());
    Soon.isSo(
        "somebody works on it", () -> Inside.as(specialist, () -> desk.view(batch)).issued() > 0);
    assertThat(ended(desk, specialist, batch).isWholeIssued()).isTrue();
  }

  @Test
  @DisplayName(
      "DOC-11 DOC-51 what a lost node left of a signing is not signed for who holds no such role any"
          + " more; each document tells why, and another signatory signs it")
  void roleLost() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    String specialist = Scene.holding("SPE");
    UUID batch =
        begun(desk, specialist, new BatchChoice(StudentStatus.GRADUATED, programme(), null));
    int meant = ended(desk, specialist, batch).total();
    String former = Scene.holding("DIR");
    Scene.change(
        "UPDATE document_batch SET act = 'SIGN', acting = ?, roles = 'DIR', state = 'RUNNING',"
            + " ended_at = NULL, alive_at = UTC_TIMESTAMP(6) WHERE uuid = ?",
        former,
        batch.toString());
    Scene.change(
        "UPDATE role_grant SET valid_to = '2021-01-01' WHERE account_id = (SELECT id FROM account"
            + " WHERE login = ?)",
        former);
    BatchWork work = Inside.bean(BatchWork.class);
    while (work.part(batch, 0, 1, meant)) {
      // the next lines, as the next node takes them
    }
    work.end(batch);
    BatchView left = ended(desk, specialist, batch);
    assertThat(left.issued()).isZero();
    assertThat(left.missed())
        .hasSize(meant)
        .allSatisfy(
            one ->
                assertThat(one.reasons())
                    .extracting(Refusal::code)
                    .containsExactly("transcript.batch.signatory-gone"));
    String director = Scene.holding("DIR");
    SheetScene.act(director, () -> desk.sign(batch));
    assertThat(ended(desk, director, batch).issued()).isEqualTo(meant);
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
    UUID batch = begun(desk, junior, "EXAM_SHEET", choice);
    BatchView prepared = ended(desk, junior, batch);
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
    BatchView signed = ended(desk, director, batch);
    assertThat(signed.issued()).as("%s", signed.missed()).isOne();
    assertThat(signed.missed()).isEmpty();
    assertThat(PaperScene.of(waiting.get(0), "status")).isEqualTo("ISSUED");
    assertThat(zipped(desk, director, batch)).hasSize(1);
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
    UUID batch = begun(desk, junior, "GROUP_SHEET", choice);
    BatchView prepared = ended(desk, junior, batch);
    assertThat(prepared.prepared()).as("%s", prepared.missed()).isPositive();
    String dean = AnalysisScene.dean(Scene.number("SELECT p.school_id" + OVER));
    for (String document : documents(batch)) {
      PaperScene.sign(dean, UUID.fromString(document));
    }
    SheetScene.act(director, () -> desk.sign(batch));
    BatchView signed = ended(desk, director, batch);
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

  private static List<String> documents(UUID batch) throws SQLException {
    return List.of(
        Scene.text(
                "SELECT GROUP_CONCAT(d.uuid)"
                    + DOCUMENTS.substring("SELECT COUNT(*)".length())
                    + " AND d.status = 'PREPARED'",
                batch.toString())
            .split(","));
  }

  private static void pauseIfRunning(BatchDesk desk, UUID batch) {
    if (desk.view(batch).state() == BatchState.RUNNING) {
      try {
        desk.pause(batch);
      } catch (RegistrarException.Conflict e) {
        // it has ended meanwhile
      }
    }
  }

  /** A programme with some graduates. */
  private static String programme() throws SQLException {
    return Scene.text(
        "SELECT p.code FROM student s JOIN programme p ON p.id = s.programme_id WHERE s.status ="
            + " 'GRADUATED' GROUP BY p.code HAVING COUNT(*) BETWEEN 3 AND 40 ORDER BY COUNT(*),"
            + " p.code LIMIT 1");
  }

  private static void grant(String login, String role) throws SQLException {
    Scene.change(
        "INSERT INTO role_grant (id, account_id, role, valid_from, basis) SELECT ?, a.id, ?,"
            + " '2020-01-01', 'order 2' FROM account a WHERE a.login = ?",
        Scene.next("account_seq"),
        role,
        login);
  }

  private static UUID begun(BatchDesk desk, String login, BatchChoice choice) throws Exception {
    return begun(desk, login, DocumentKind.TRANSCRIPT, choice);
  }

  private static UUID begun(BatchDesk desk, String login, String kind, BatchChoice choice)
      throws Exception {
    return Inside.as(
        login,
        () ->
            desk.begin(
                kind, choice, List.of(Language.RU), "by batch", UUID.randomUUID().toString()));
  }

  private static BatchView ended(BatchDesk desk, String login, UUID batch) throws Exception {
    Soon.isSo(
        "batch " + batch + " has ended",
        () -> Inside.as(login, () -> desk.view(batch)).state() == BatchState.ENDED);
    return Inside.as(login, () -> desk.view(batch));
  }

  /** Name and SHA-256 of each file. */
  private static Map<String, String> zipped(BatchDesk desk, String login, UUID batch)
      throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SheetScene.act(login, () -> desk.zip(batch, out));
    Map<String, String> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), HexFormat.of().formatHex(Checksum.sha256(zip.readAllBytes())));
      }
    }
    return files;
  }
}
