package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.amend.SheetHistory;
import kz.miras.registrar.attestation.amend.SheetProof;
import kz.miras.registrar.attestation.amend.SignedScan;
import kz.miras.registrar.attestation.service.ExcuseDesk;
import kz.miras.registrar.attestation.service.LateEntryDesk;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.SheetFile;
import kz.miras.registrar.attestation.service.SheetQueries;
import kz.miras.registrar.attestation.service.amend.SheetVerification;
import kz.miras.registrar.attestation.service.amend.VersionDesk;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of a sheet after it is posted, in the container. */
@InsideTest
class SheetVersionsInsideIT {

  private static final int FIRST = 47;
  private static final byte[] PDF = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SheetVersionsInsideIT.class, SheetScene.class);
  }

  @Test
  @DisplayName("SHT-16 reopening after posting: every way in refuses, and so does the database")
  void neverOpenedAgain() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    String sheet = scene.sheet();
    String specialist = Scene.holding("SPE");
    String director = Scene.holding("DIR");
    SheetDesk desk = Inside.bean(SheetDesk.class);
    BasisDocument order = SheetScene.basis(BasisDocument.Type.ORDER);
    SheetPosting posting = Inside.bean(SheetPosting.class);

    assertThat(SheetScene.refused(scene.teacher(), () -> type(desk, scene)))
        .containsExactly("attestation.sheet.no-entry");
    assertThat(SheetScene.refused(scene.teacher(), () -> desk.submit(sheet)))
        .containsExactly("attestation.sheet.wrong-state");
    assertThat(SheetScene.refused(specialist, () -> desk.open(sheet)))
        .containsExactly("attestation.sheet.wrong-state");
    assertThat(SheetScene.refused(specialist, () -> desk.giveBack(sheet, "look again")))
        .containsExactly("attestation.sheet.wrong-state");
    assertThat(
            SheetScene.refused(
                specialist,
                () -> desk.appoint(sheet, scene.teacherKey(), null, "order 1", null, null, null)))
        .isNotEmpty();
    assertThat(SheetScene.refused(director, () -> posting.close(sheet)))
        .containsExactly("attestation.sheet.closed");
    LateEntryDesk late = Inside.bean(LateEntryDesk.class);
    assertThat(
            SheetScene.refused(
                director, () -> late.extend(sheet, Scene.today().plusDays(3), null, order)))
        .containsExactly("attestation.extension.not-open");
    PublicationDesk publications = Inside.bean(PublicationDesk.class);
    assertThat(SheetScene.refused(specialist, () -> publications.publish(sheet, SheetPart.RATING)))
        .containsExactly("attestation.publication.no-rating");
    ExcuseDesk excuses = Inside.bean(ExcuseDesk.class);
    assertThat(
            SheetScene.refused(
                Scene.holding("SEN"), () -> excuses.excuse(sheet, scene.row(0), order)))
        .containsExactly("attestation.excuse.no-absence");

    long key = Scene.number("SELECT id FROM sheet WHERE uuid = ?", sheet);
    refusedByDatabase("UPDATE sheet SET status = 'OPEN' WHERE id = ?", key);
    refusedByDatabase(
        "UPDATE sheet SET status = 'SUBMITTED', closed_at = NULL, closed_by = NULL WHERE id = ?",
        key);
    refusedByDatabase("UPDATE sheet SET exam_date = NULL WHERE id = ?", key);
    refusedByDatabase("UPDATE sheet SET checksum = NULL WHERE id = ?", key);
    refusedByDatabase("UPDATE sheet SET status = 'AMENDED', version_no = 2 WHERE id = ?", key);
    refusedByDatabase("DELETE FROM sheet WHERE id = ?", key);
    refusedByDatabase("UPDATE sheet_row SET score = 100 WHERE sheet_id = ?", key);
    refusedByDatabase("DELETE FROM sheet_row WHERE sheet_id = ?", key);
    refusedByDatabase(
        "INSERT INTO sheet_row (id, sheet_id, student_id, position) SELECT 999, ?, MIN(id), 9 FROM"
            + " student",
        key);
    assertThat(
            Scene.text(
                "SELECT CONCAT(h.status, '/', h.version_no, '/', GROUP_CONCAT(r.score ORDER BY"
                    + " r.position)) FROM sheet h JOIN sheet_row r ON r.sheet_id = h.id WHERE h.id ="
                    + " ?",
                key))
        .isEqualTo("CLOSED/1/80,75");
    assertThat(proof(scene, 1)).isEqualTo(SheetProof.GENUINE);
  }

  private static void type(SheetDesk desk, SheetScene scene) {
    desk.type(scene.sheet(), List.of(new TypedCell(scene.row(0), "score", "100", 0, null)));
  }

  private static void refusedByDatabase(String sql, long key) {
    assertThatThrownBy(() -> Scene.change(sql, key))
        .as(sql)
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("posted sheet");
  }

  /** What the code of a version proves to a visitor. */
  private static SheetProof proof(SheetScene scene, int version) throws SQLException {
    String code =
        Scene.text(
            "SELECT v.code FROM sheet_version v JOIN sheet h ON h.id = v.sheet_id WHERE h.uuid = ?"
                + " AND v.version_no = "
                + version,
            scene.sheet());
    Optional<SheetVerification.Answer> answer =
        Inside.bean(SheetVerification.class).byCode(code.toLowerCase(Locale.ROOT));
    assertThat(answer.orElseThrow().version()).isEqualTo(version);
    assertThat(answer.orElseThrow().students()).isEqualTo(2);
    return answer.orElseThrow().proof();
  }

  @Test
  @DisplayName(
      "SHT-17 a correction makes the next version: each is printed as it was and its code says"
          + " which stands")
  void nextVersion() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    String specialist = Scene.holding("SPE");
    assertThat(proof(scene, 1)).isEqualTo(SheetProof.GENUINE);
    scene.correct(
        new CorrectionPolicy.Wish(
            CorrectionKind.ERROR,
            60,
            90,
            null,
            "two works were mixed up",
            CorrectionDocument.PROTOCOL,
            "ИС-3",
            Scene.today()));
    assertThat(proof(scene, 1)).isEqualTo(SheetProof.SUPERSEDED);
    assertThat(proof(scene, 2)).isEqualTo(SheetProof.GENUINE);

    SheetQueries queries = Inside.bean(SheetQueries.class);
    SheetGrid grid = Inside.as(specialist, () -> queries.grid(scene.sheet()));
    // 0.6 * 60 + 0.4 * 90 = 72
    assertThat(grid.rows().get(0).score()).isEqualTo(90);
    assertThat(grid.rows().get(0).percent()).isEqualTo(72);
    assertThat(grid.rows().get(1).score()).isEqualTo(75);
    VersionDesk desk = Inside.bean(VersionDesk.class);
    SheetHistory history = Inside.as(specialist, () -> desk.history(scene.sheet()));
    assertThat(history.versions()).hasSize(2);
    assertThat(history.versions().get(0).changes()).isEmpty();
    assertThat(history.current().changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.before()).isEqualTo("C 68 %");
              assertThat(change.after()).isEqualTo("C+ 72 %");
              assertThat(change.basis().number()).isEqualTo("ИС-3");
            });
    assertThat(history.current().checksum()).isNotEqualTo(history.versions().get(0).checksum());
    SheetFile file = Inside.bean(SheetFile.class);
    for (int version : List.of(1, 2)) {
      byte[] pdf = Inside.as(specialist, () -> file.print(scene.sheet(), version, Language.KK));
      assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }
    assertThatThrownBy(() -> Inside.as(specialist, () -> file.print(scene.sheet(), 3, Language.RU)))
        .isInstanceOf(RegistrarException.NotFound.class);

    byte[] before = Inside.as(specialist, () -> file.print(scene.sheet(), 2, Language.KK));
    Scene.change(
        "UPDATE discipline SET code = CONCAT(code, 'X'), credits = credits + 1, control_form ="
            + " 'DIFF_CREDIT', name_kk = 'another' WHERE id = (SELECT discipline_id FROM sheet WHERE"
            + " uuid = ?)",
        scene.sheet());
    assertThat(proof(scene, 2))
        .as("catalogues change, papers do not")
        .isEqualTo(SheetProof.GENUINE);
    SheetGrid kept = Inside.as(specialist, () -> queries.grid(scene.sheet()));
    assertThat(kept.disciplineCode()).isEqualTo(grid.disciplineCode());
    assertThat(kept.credits()).isEqualTo(grid.credits());
    assertThat(kept.rows()).isEqualTo(grid.rows());
    assertThat(words(Inside.as(specialist, () -> file.print(scene.sheet(), 2, Language.KK))))
        .isEqualTo(words(before));
    // other tests judge results by the catalogue
    Scene.change(
        "UPDATE discipline SET credits = credits - 1, control_form = 'EXAM' WHERE id = (SELECT"
            + " discipline_id FROM sheet WHERE uuid = ?)",
        scene.sheet());
    tamper(scene.sheet());
    assertThat(proof(scene, 2)).as("no longer what was sealed").isEqualTo(SheetProof.CHANGED);
  }

  private static String words(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** What only somebody who may change the schema can do. */
  private static void tamper(String sheet) throws SQLException {
    Scene.change("DROP TRIGGER sheet_frame_no_update");
    Scene.change(
        "UPDATE sheet_frame SET credits = credits + 1 WHERE sheet_id = (SELECT id FROM sheet WHERE"
            + " uuid = ?)",
        sheet);
    Scene.change(
        "CREATE TRIGGER sheet_frame_no_update BEFORE UPDATE ON sheet_frame FOR EACH ROW SIGNAL"
            + " SQLSTATE '45000' SET MESSAGE_TEXT = 'sheet_frame is append-only'");
  }

  @Test
  @DisplayName(
      "SHT-18 the signed scan of the version that stands is kept, and missing ones are told")
  void signedScan() throws Exception {
    SheetScene scene = SheetScene.closed(FIRST, 80, 75);
    String junior = Scene.holding("JUN");
    VersionDesk desk = Inside.bean(VersionDesk.class);
    SignedScan scan = new SignedScan("C:\\scans\\sheet 1.pdf", PDF, Scene.today());
    assertThat(state(scene)).isEqualTo("1/0");
    assertThatThrownBy(
            () -> SheetScene.act(scene.teacher(), () -> desk.attach(scene.sheet(), scan)))
        .as("a teacher attaches nothing")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    SignedScan program = new SignedScan("x.pdf", "MZ".getBytes(StandardCharsets.US_ASCII), null);
    assertThat(SheetScene.refused(junior, () -> desk.attach(scene.sheet(), program)))
        .containsExactly("attestation.scan.type", "attestation.scan.signed");
    SheetScene.act(junior, () -> desk.attach(scene.sheet(), scan));
    assertThat(SheetScene.refused(junior, () -> desk.attach(scene.sheet(), scan)))
        .containsExactly("attestation.scan.known");
    assertThat(state(scene)).isEqualTo("1/1");
    SheetHistory.Scan kept =
        Inside.as(scene.teacher(), () -> desk.history(scene.sheet())).current().scans().get(0);
    assertThat(kept.name()).isEqualTo("sheet 1.pdf");
    VersionDesk.Scan read = Inside.as(scene.teacher(), () -> desk.scan(UUID.fromString(kept.id())));
    assertThat(read.content()).isEqualTo(PDF);
    assertThat(read.mediaType()).isEqualTo("application/pdf");
    String stranger = Scene.account("TCH", null, Scene.number("SELECT MIN(id) FROM teacher"));
    assertThatThrownBy(() -> Inside.as(stranger, () -> desk.scan(UUID.fromString(kept.id()))))
        .as("the scan of another's sheet")
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(() -> Scene.change("UPDATE sheet_scan SET name = 'x'"))
        .hasMessageContaining("append-only");
    SheetScene open = SheetScene.open(FIRST, 1);
    assertThat(SheetScene.refused(junior, () -> desk.attach(open.sheet(), scan)))
        .containsExactly("attestation.scan.not-posted");
  }

  /** Versions that await their scan, and scans of the sheet. */
  private static String state(SheetScene scene) throws SQLException {
    return Scene.text(
        "SELECT CONCAT(COUNT(v.scan_due_on > university_today()), '/', COUNT(c.id)) FROM"
            + " sheet_version v JOIN sheet h ON h.id = v.sheet_id LEFT JOIN sheet_scan c ON"
            + " c.sheet_id = v.sheet_id AND c.version_no = v.version_no AND LENGTH(c.sha256) = 32"
            + " WHERE h.uuid = ?",
        scene.sheet());
  }
}
