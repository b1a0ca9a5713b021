package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.DocumentDesk;
import kz.miras.registrar.transcript.service.SignatureDesk;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who signs which document, in the container. */
@InsideTest
class SignatoriesInsideIT {

  private static final String TWO = "TWO_SIGN";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SignatoriesInsideIT.class, SheetScene.class);
  }

  @Test
  @DisplayName("DOC-11 two places: the number comes with the second signature, by another person")
  void twoPlaces() throws Exception {
    Scene.change(
        "INSERT INTO document_kind (code, family, register_code, name_kk, name_ru, name_en,"
            + " template, term_unit, term_amount, channels, awaits, held, enabled) VALUES (?,"
            + " 'TRANSCRIPT', 'TWO', 'екі қол', 'две подписи', 'two signatures', 'transcript',"
            + " 'HOURS', 24, '', FALSE, FALSE, TRUE)",
        TWO);
    Scene.change(
        "INSERT INTO document_signatory (kind, place, roles, title) VALUES (?, 1, 'RECTOR PRES',"
            + " 'head'), (?, 2, 'DIR DEP', 'registrar')",
        TWO,
        TWO);
    SignatureDesk desk = Inside.bean(SignatureDesk.class);
    UUID document = prepared(TWO, student("GRADUATED"));
    String director = Scene.holding("DIR");
    SheetScene.act(director, () -> desk.sign(document));
    assertThat(status(document)).as("another signature is needed").isEqualTo("PREPARED");
    assertThat(number(document)).isNull();
    assertThat(SheetScene.refused(director, () -> desk.sign(document)))
        .containsExactly("transcript.sign.twice");
    assertThat(SheetScene.refused(Scene.holding("DEP"), () -> desk.sign(document)))
        .as("the place of the office is signed")
        .containsExactly("transcript.sign.place");
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE document_signature g JOIN issued_document d ON d.id = g.document_id"
                        + " SET g.signed_by = 'somebody' WHERE d.uuid = ?",
                    document.toString()))
        .hasMessageContaining("append-only");
    SheetScene.act(Scene.holding("RECTOR"), () -> desk.sign(document));
    assertThat(status(document)).isEqualTo("ISSUED");
    assertThat(number(document)).startsWith("TWO-");
  }

  @Test
  @DisplayName("DOC-4 DOC-11 a transcript on expulsion is signed by the head, not by the office")
  void expelled() throws Exception {
    SignatureDesk desk = Inside.bean(SignatureDesk.class);
    UUID document = prepared(DocumentKind.TRANSCRIPT_EXPELLED, student("EXPELLED"));
    String director = Scene.holding("DIR");
    assertThat(SheetScene.refused(director, () -> desk.sign(document)))
        .containsExactly("transcript.sign.place");
    assertThat(Inside.as(director, () -> desk.maySign(document))).isFalse();
    String rector = Scene.holding("RECTOR");
    assertThat(Inside.as(rector, () -> desk.maySign(document))).isTrue();
    SheetScene.act(rector, () -> desk.sign(document));
    assertThat(status(document)).isEqualTo("ISSUED");
  }

  private static UUID prepared(String kind, String student) throws Exception {
    return Inside.as(
        Scene.holding("SPE"),
        () ->
            Inside.bean(DocumentDesk.class)
                .prepare(
                    student,
                    new DocumentDesk.Asked(kind, List.of(Language.KK), 1, "work", Map.of()),
                    UUID.randomUUID().toString()));
  }

  private static String student(String status) throws SQLException {
    return Scene.text("SELECT uuid FROM student WHERE status = ? ORDER BY id DESC LIMIT 1", status);
  }

  private static String status(UUID document) throws SQLException {
    return Scene.text("SELECT status FROM issued_document WHERE uuid = ?", document.toString());
  }

  private static String number(UUID document) throws SQLException {
    return Scene.text("SELECT number FROM issued_document WHERE uuid = ?", document.toString());
  }
}
