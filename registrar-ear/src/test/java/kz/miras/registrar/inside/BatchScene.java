package kz.miras.registrar.inside;

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
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.BatchState;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.bulk.BatchDesk;
import kz.miras.registrar.transcript.service.bulk.BatchView;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Batches of documents as the office begins and follows them, for tests. */
final class BatchScene {

  static final String DOCUMENTS =
      "SELECT COUNT(*) FROM document_batch_line l JOIN document_batch b ON b.id = l.batch_id JOIN"
          + " issued_document d ON d.id = l.document_id WHERE b.uuid = ?";

  private BatchScene() {}

  /** The archive of a test that uses this scene, with what the scene needs. */
  static WebArchive archive(Class<?>... classes) {
    return PromotionScene.archive(classes)
        .addClasses(BatchScene.class, SheetScene.class, JournalScene.class, Soon.class);
  }

  static List<String> documents(UUID batch) throws SQLException {
    return List.of(
        Scene.text(
                "SELECT GROUP_CONCAT(d.uuid)"
                    + DOCUMENTS.substring("SELECT COUNT(*)".length())
                    + " AND d.status = 'PREPARED'",
                batch.toString())
            .split(","));
  }

  static UUID begun(BatchDesk desk, String login, BatchChoice choice) throws Exception {
    return begun(desk, login, DocumentKind.TRANSCRIPT, choice);
  }

  static UUID begun(BatchDesk desk, String login, String kind, BatchChoice choice)
      throws Exception {
    return Inside.as(
        login,
        () ->
            desk.begin(
                kind, choice, List.of(Language.RU), "by batch", UUID.randomUUID().toString()));
  }

  static BatchView ended(BatchDesk desk, String login, UUID batch) throws Exception {
    Soon.isSo(
        "batch " + batch + " has ended",
        () -> Inside.as(login, () -> desk.view(batch)).state() == BatchState.ENDED);
    return Inside.as(login, () -> desk.view(batch));
  }

  /** Name and SHA-256 of each file. */
  static Map<String, String> zipped(BatchDesk desk, String login, UUID batch) throws Exception {
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
