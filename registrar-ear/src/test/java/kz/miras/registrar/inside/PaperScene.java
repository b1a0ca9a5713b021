package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.DocumentVerification;
import kz.miras.registrar.transcript.service.SignatureDesk;
import kz.miras.registrar.transcript.service.subject.SubjectDesk;

/** Documents about sheets, groups and protocols: prepared, signed, and what is told of them. */
final class PaperScene {

  private PaperScene() {}

  static UUID prepared(
      String by, SubjectKind kind, UUID subject, Map<String, String> details, String code)
      throws Exception {
    SubjectDesk desk = Inside.bean(SubjectDesk.class);
    SubjectDesk.Asked asked =
        new SubjectDesk.Asked(code, List.of(Language.KK, Language.RU, Language.EN), 1, "archive");
    return Inside.as(
        by, () -> desk.prepare(kind, subject, details, asked, UUID.randomUUID().toString()));
  }

  static void sign(String by, UUID document) throws Exception {
    SheetScene.act(by, () -> Inside.bean(SignatureDesk.class).sign(document));
  }

  static List<String> refusedToSign(String by, UUID document) throws Exception {
    return SheetScene.refused(by, () -> Inside.bean(SignatureDesk.class).sign(document));
  }

  /** What stands in a column of the document. */
  static String of(UUID document, String column) throws SQLException {
    return Scene.text(
        "SELECT " + column + " FROM issued_document WHERE uuid = ?", document.toString());
  }

  /** What a stranger is told of it. */
  static DocumentVerification.Answer told(UUID document) throws SQLException {
    return Inside.bean(DocumentVerification.class).byCode(of(document, "verification_code"));
  }
}
