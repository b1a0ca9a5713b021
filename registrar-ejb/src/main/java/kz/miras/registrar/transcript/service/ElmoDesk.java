package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.DocumentMaker.Twin;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.twin.ElmoReader;
import kz.miras.registrar.transcript.twin.ElmoWriter;
import kz.miras.registrar.transcript.twin.TwinContents;
import kz.miras.registrar.transcript.twin.TwinContents.Attached;

/**
 * DOC-67. The record of an issued document as ELMO with the signed file itself attached, and the
 * documents of the student's results that are valid beside it: what another university takes in at
 * once. The twin within a file cannot hold the file it is in.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ElmoDesk {

  /** Bytes of a file that is attached; a larger one is left out, as its own record names it. */
  private static final int LARGEST = 2_000_000;

  private static final String BESIDE =
      "SELECT d.uuid FROM issued_document d JOIN document_kind k ON k.code = d.kind WHERE"
          + " d.student_id = ? AND d.uuid <> ? AND d.status = 'ISSUED' AND LENGTH(d.pdf) <= "
          + LARGEST
          + " AND k.family IN ('TRANSCRIPT', 'DIPLOMA_SUPPLEMENT', 'EUROPEAN_SUPPLEMENT') ORDER BY"
          + " d.issued_on DESC, d.id DESC";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DocumentDesk desk;
  @Inject private DocumentReceipts receipts;
  @Inject private DocumentStore store;
  @Inject private AuditTrail audit;

  /**
   * The record with its attachments.
   *
   * @throws RegistrarException.NotFound where the caller may not see the document, or it was issued
   *     without a record
   */
  @RolesAllowed({Permissions.TRANSCRIPT_READ, Permissions.REGISTER_READ})
  public byte[] elmo(UUID document) {
    Stored stored = desk.stored(document);
    byte[] file = receipts.download(document);
    byte[] written =
        TwinFiles.within(file).stream()
            .filter(twin -> twin.name().equals(Twins.ELMO))
            .map(Twin::content)
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("document", document));
    List<Attached> files = new ArrayList<>();
    if (file.length <= LARGEST) {
      files.add(attached(stored.kind(), file));
    }
    files.addAll(beside(stored));
    TwinContents contents = ElmoReader.read(written).with(files);
    audit.record("document.elmo", "Document", document, null, null);
    return ElmoWriter.write(contents);
  }

  /** Of each other family the document issued last that still stands. */
  private List<Attached> beside(Stored stored) {
    List<Attached> files = new ArrayList<>();
    List<DocumentFamily> taken = new ArrayList<>(List.of(stored.kind().family()));
    for (UUID uuid : others(stored)) {
      Stored other = store.byUuid(uuid).orElseThrow();
      if (!taken.contains(other.kind().family()) && other.supersededOn() == null) {
        taken.add(other.kind().family());
        store.file(uuid).ifPresent(file -> files.add(attached(other.kind(), file)));
      }
    }
    return files;
  }

  private List<UUID> others(Stored stored) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(
          connection,
          BESIDE,
          List.of(stored.studentId(), stored.uuid().toString()),
          row -> UUID.fromString(row.getString(1)));
    } catch (SQLException e) {
      throw new IllegalStateException("documents cannot be read", e);
    }
  }

  private static Attached attached(DocumentKind kind, byte[] file) {
    return new Attached(
        kind.family() == DocumentFamily.TRANSCRIPT ? "Transcript of Records" : "Diploma Supplement",
        kind.name(),
        "application/pdf",
        file);
  }
}
