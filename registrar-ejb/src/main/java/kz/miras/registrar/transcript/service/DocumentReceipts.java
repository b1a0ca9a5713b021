package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentReceiver;
import kz.miras.registrar.transcript.StatedResults;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;

/**
 * DOC-48, DOC-49. Who received an issued document: at the counter, with a power of attorney where
 * another person comes; by post; or the student, who downloads what was asked for electronically.
 */
@Stateless
@Guarded
public class DocumentReceipts {

  private static final String RECEIVED =
      "UPDATE issued_document d SET d.received_by = ?, d.received_how = ?, d.receiver_identity = ?,"
          + " d.proxy_no = ?, d.proxy_on = ?, d.handed_by = ?, d.handed_on = ?, d.version = d.version"
          + " + 1 WHERE d.uuid = ? AND d.status = 'ISSUED' AND d.handed_by IS NULL";

  private static final String ELECTRONIC =
      " AND EXISTS (SELECT 1 FROM document_request r WHERE r.document_id = d.id AND r.delivery ="
          + " 'ELECTRONIC')";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DocumentStore documents;
  @Inject private StudentScope scope;
  @Inject private DocumentScope whose;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** Notes who received an issued document at the counter. */
  @RolesAllowed(Permissions.TRANSCRIPT_HAND_OVER)
  public void handOver(UUID document, DocumentReceiver receiver) {
    Stored stored = valid(document);
    refuse(receiver.verdict(time.today()));
    String name = receiver.isProxy() ? receiver.name() : stored.fullName();
    received(document, DocumentDelivery.HAND, name, receiver);
  }

  /**
   * Notes that an issued document was sent.
   *
   * @param parcel what the post knows it by
   */
  @RolesAllowed(Permissions.TRANSCRIPT_HAND_OVER)
  public void send(UUID document, String parcel) {
    valid(document);
    if (parcel == null || parcel.isBlank()) {
      throw new RegistrarException.Refused(
          Refusal.of("transcript.sent.parcel", "DOC-48").at("parcel"));
    }
    received(
        document,
        DocumentDelivery.POST,
        parcel.strip(),
        new DocumentReceiver(null, null, null, null));
  }

  private Stored valid(UUID document) {
    Stored stored = visible(document, Permissions.TRANSCRIPT_HAND_OVER);
    refuse(StatedResults.handOver(stored.supersededOn()));
    return stored;
  }

  /**
   * The file of a document as it was issued, byte for byte: the one way to it, from whichever page
   * or by whichever message, and noted. Where it was asked for electronically and its student takes
   * it, the student has received it now.
   */
  @RolesAllowed({
    Permissions.TRANSCRIPT_READ,
    Permissions.REGISTER_READ,
    Permissions.SHEET_READ,
    Permissions.APPEAL_READ,
    Permissions.RECOGNITION_READ,
    Permissions.ACHIEVEMENT_READ
  })
  public byte[] download(UUID document) {
    Stored stored = found(document);
    whose.readable(stored);
    byte[] file =
        documents
            .file(document)
            .orElseThrow(() -> new RegistrarException.NotFound("document", document));
    if (stored.studentId() != null && stored.studentId().equals(access.current().studentId())) {
      write(
          document,
          ELECTRONIC,
          DocumentDelivery.ELECTRONIC,
          stored.fullName(),
          new DocumentReceiver(null, null, null, null));
    }
    audit.record("document.read", "Document", document, null, null);
    return file;
  }

  private void received(
      UUID document, DocumentDelivery how, String name, DocumentReceiver receiver) {
    if (!write(document, "", how, name, receiver)) {
      throw new RegistrarException.Refused(Refusal.of("transcript.hand-over.state", "DOC-2"));
    }
  }

  private boolean write(
      UUID document,
      String condition,
      DocumentDelivery how,
      String name,
      DocumentReceiver receiver) {
    try (Connection connection = database.getConnection()) {
      int changed =
          Statements.change(
              connection,
              RECEIVED + condition,
              Arrays.asList(
                  name,
                  how.name(),
                  receiver.identity(),
                  receiver.proxyNo(),
                  receiver.proxyOn(),
                  access.current().login(),
                  time.today(),
                  document.toString()));
      if (changed == 1) {
        audit.record(
            "document.hand-over", "Document", document, null, Json.write(how + " " + name));
      }
      return changed == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("a receipt cannot be written", e);
    }
  }

  private Stored found(UUID document) {
    return documents
        .byUuid(document)
        .orElseThrow(() -> new RegistrarException.NotFound("document", document));
  }

  private Stored visible(UUID document, String right) {
    Stored stored = found(document);
    // what is about no student is nobody's own, and is handed to nobody here
    if (stored.student() == null) {
      throw new RegistrarException.NotFound("document", document);
    }
    scope.visible(stored.student(), right);
    return stored;
  }
}
