package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentReissue;

/**
 * DOC-1, DOC-2, DOC-54. What becomes of a numbered document after its number: corrected by a new
 * one, or spoiled before it came to be. Nothing is taken out of the register. Who received it is
 * noted by {@link DocumentReceipts}.
 */
@Stateless
@Guarded
public class DocumentLife {

  private static final String COURSE =
      "SELECT d.received_by, d.handed_by, d.handed_on, o.uuid, o.number, n.uuid, n.number, d.scan_name,"
          + " d.reissue FROM"
          + " issued_document d LEFT JOIN issued_document o ON o.id = d.replaces_id LEFT JOIN"
          + " issued_document n ON n.replaces_id = d.id AND n.status NOT IN ('SPOILED', 'WITHDRAWN') WHERE d.uuid = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DocumentStore store;
  @Inject private DocumentReissues reissues;
  @Inject private AwaitedSheetsReader awaited;
  @Inject private DocumentScope whose;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext reasons;
  @Inject private UniversityTime time;

  /**
   * What became of a document.
   *
   * @param receivedBy who received it, with proxy where there is one; null for nobody yet
   * @param replaces public id of the document it takes the place of; null for none
   * @param replacedBy public id of the document in its place, prepared or issued; null for none
   * @param scanName of the scan of a past document; null for none
   * @param reissue why it takes the place of another; null where it does not
   */
  public record Course(
      String receivedBy,
      String handedBy,
      LocalDate handedOn,
      String replaces,
      String replacesNumber,
      String replacedBy,
      String replacedByNumber,
      String scanName,
      DocumentReissue reissue)
      implements Serializable {}

  /** What became of a document. */
  @RolesAllowed({
    Permissions.TRANSCRIPT_READ,
    Permissions.REGISTER_READ,
    Permissions.TRANSCRIPT_SIGN,
    Permissions.SHEET_READ,
    Permissions.APPEAL_READ,
    Permissions.RECOGNITION_READ,
    Permissions.ACHIEVEMENT_READ
  })
  public Course course(UUID document) {
    whose.readable(found(document));
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COURSE)) {
      select.setString(1, document.toString());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return new Course(
            row.getString(1),
            row.getString(2),
            row.getObject(3, LocalDate.class),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9) == null ? null : DocumentReissue.valueOf(row.getString(9)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("documents cannot be read", e);
    }
  }

  /** Gives up a number whose document never came to be; it stays in the register as spoiled. */
  @RolesAllowed(Permissions.TRANSCRIPT_ISSUE)
  public void spoil(UUID document, String reason) {
    visible(document, Permissions.TRANSCRIPT_ISSUE);
    String because = needed(reason, "transcript.annul.reason", "reason");
    reasons.because(because);
    change(
        document,
        "transcript.spoil.state",
        "UPDATE issued_document SET status = 'SPOILED', status_reason = ?, version = version + 1"
            + " WHERE uuid = ? AND status = 'RESERVED'",
        because,
        document.toString());
    audit.record("document.spoil", "Document", document, null, Json.write(because));
  }

  /**
   * DOC-54. Makes an issued document anew that is wrong; when the new one is issued, the old one
   * becomes replaced. It costs nothing and is not asked for: what is lost or damaged is not wrong,
   * and a duplicate of it is.
   *
   * @param error what is wrong
   * @return public id of the new document
   * @throws RegistrarException.Refused where results are still to be published or posted (DOC-10)
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public UUID correct(UUID document, String error) {
    DocumentStore.Stored old = visible(document, Permissions.TRANSCRIPT_PREPARE);
    refuse(DocumentReissue.corrects(error));
    awaited.check(old.kind(), old.studentId());
    reasons.because(error.strip());
    if (!old.kind().isAboutStudent()) {
      // what is about a subject states it as it stands now, whatever the replaced one says
      return reissues.again(old, DocumentReissue.CORRECTION, error.strip());
    }
    return reissues.prepare(
        old,
        DocumentReissue.CORRECTION,
        new DocumentStore.Wanted(
            old.order(), old.copies(), error.strip(), access.current().login(), time.now(), null));
  }

  /**
   * DOC-54. Makes a duplicate of a document about a sheet, a group or a protocol that is lost or
   * damaged, under a number of its own and stamped; when it is issued, the original becomes
   * replaced. Of a document of a student a duplicate is asked for like any document.
   *
   * @param lost what became of the original
   * @return public id of the duplicate
   * @throws RegistrarException.Refused where the original stands no longer, or what it states does
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public UUID duplicate(UUID document, String lost) {
    DocumentStore.Stored original = visible(document, Permissions.TRANSCRIPT_PREPARE);
    if (original.kind().isAboutStudent()) {
      throw new RegistrarException.Refused(
          Refusal.of("transcript.duplicate.asked", "DOC-54").at("duplicate-reason"));
    }
    refuse(DocumentReissue.duplicates(original.supersededOn() != null, lost));
    reasons.because(lost.strip());
    return reissues.again(original, DocumentReissue.DUPLICATE, lost.strip());
  }

  private DocumentStore.Stored found(UUID document) {
    return store
        .byUuid(document)
        .orElseThrow(() -> new RegistrarException.NotFound("document", document));
  }

  private DocumentStore.Stored visible(UUID document, String... rights) {
    DocumentStore.Stored stored = found(document);
    whose.require(stored, rights);
    return stored;
  }

  private static String needed(String text, String code, String field) {
    if (text == null || text.isBlank()) {
      throw new RegistrarException.Refused(Refusal.of(code, "DOC-1").at(field));
    }
    return text.strip();
  }

  private void change(UUID document, String otherwise, String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      if (statement.executeUpdate() == 0) {
        throw new RegistrarException.Refused(Refusal.of(otherwise, "DOC-2"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("document " + document + " cannot be written", e);
    }
  }
}
