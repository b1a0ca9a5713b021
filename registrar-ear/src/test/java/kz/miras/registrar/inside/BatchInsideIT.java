package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.BatchState;
import kz.miras.registrar.transcript.DocumentKind;
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

  @Deployment
  static WebArchive archive() {
    return BatchScene.archive(BatchInsideIT.class);
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
    UUID batch = BatchScene.begun(desk, specialist, choice);
    BatchView prepared = BatchScene.ended(desk, specialist, batch);
    assertThat(prepared.total()).isEqualTo(meant);
    assertThat(prepared.prepared()).as("%s", prepared.missed()).isEqualTo(meant);
    assertThat(prepared.issued()).isZero();

    SheetScene.act(director, () -> desk.sign(batch));
    BatchView signed = BatchScene.ended(desk, director, batch);
    assertThat(signed.issued()).as("%s", signed.missed()).isEqualTo(meant);
    assertThat(Scene.number(BatchScene.DOCUMENTS + " AND d.status = 'ISSUED'", batch.toString()))
        .isEqualTo(meant);
    assertThat(
            Scene.number(
                "SELECT MAX(d.register_number) - MIN(d.register_number) + 1 - COUNT(DISTINCT"
                    + " d.register_number)"
                    + BatchScene.DOCUMENTS.substring("SELECT COUNT(*)".length()),
                batch.toString()))
        .as("numbers left out or given twice")
        .isZero();

    Map<String, String> files = BatchScene.zipped(desk, director, batch);
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
    BatchScene.ended(desk, specialist, first);
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
        BatchScene.begun(
            desk, specialist, new BatchChoice(StudentStatus.GRADUATED, programme(), null));
    BatchScene.ended(desk, specialist, batch);
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
    UUID batch = BatchScene.begun(desk, specialist, choice);
    BatchScene.ended(desk, specialist, batch);
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
    BatchView again = BatchScene.ended(desk, specialist, batch);
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
    assertThat(BatchScene.ended(desk, director, batch).issued()).isEqualTo(again.total());
    assertThat(Scene.number(BatchScene.DOCUMENTS, batch.toString())).isEqualTo(again.total());
  }

  @Test
  @DisplayName("DOC-51 a batch whose node is gone goes on by itself")
  void goesOnByItself() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    String specialist = Scene.holding("SPE");
    UUID batch =
        BatchScene.begun(
            desk, specialist, new BatchChoice(StudentStatus.GRADUATED, programme(), null));
    BatchScene.ended(desk, specialist, batch);
    Scene.change(
        "UPDATE document_batch SET act = 'SIGN', acting = ?, roles = 'DIR', state = 'RUNNING',"
            + " ended_at = NULL, alive_at = alive_at - INTERVAL 1 HOUR WHERE uuid = ?",
        Scene.holding("DIR"),
        batch.toString());
    Soon.isSo(
        "somebody works on it", () -> Inside.as(specialist, () -> desk.view(batch)).issued() > 0);
    assertThat(BatchScene.ended(desk, specialist, batch).isWholeIssued()).isTrue();
  }

  @Test
  @DisplayName(
      "DOC-11 DOC-51 what a lost node left of a signing is not signed for who holds no such role any"
          + " more; each document tells why, and another signatory signs it")
  void roleLost() throws Exception {
    BatchDesk desk = Inside.bean(BatchDesk.class);
    String specialist = Scene.holding("SPE");
    UUID batch =
        BatchScene.begun(
            desk, specialist, new BatchChoice(StudentStatus.GRADUATED, programme(), null));
    int meant = BatchScene.ended(desk, specialist, batch).total();
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
    BatchView left = BatchScene.ended(desk, specialist, batch);
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
    assertThat(BatchScene.ended(desk, director, batch).issued()).isEqualTo(meant);
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
}
