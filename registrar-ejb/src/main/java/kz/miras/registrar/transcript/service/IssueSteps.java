package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentSignatory;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.Signatures;
import kz.miras.registrar.transcript.SubjectPart;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;

/**
 * DOC-1, DOC-2, DOC-11. The steps of an issue, each in a short transaction of its own: signed, with
 * the last signature numbered, and once the file is made outside, issued. Whatever ends between two
 * of them leaves a document that can be seen and resumed.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IssueSteps {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DocumentStore store;
  @Inject private AuditTrail audit;
  @Inject private Event<DocumentIssued> issues;
  @Inject private UniversityTime time;

  /** Begins a register's year where nobody has. */
  public void open(String register, int year) {
    try (Connection connection = database.getConnection()) {
      RegisterNumbers.open(connection, register, year);
    } catch (SQLException e) {
      throw new IllegalStateException("a register cannot be begun", e);
    }
  }

  /**
   * Signs a prepared document at the first free place of these roles and parts; the last signature
   * gives it its number. Its row is locked first: of two who sign at once only one takes a number.
   * What has a number already keeps it.
   *
   * @throws RegistrarException.Refused where this person may not sign it
   */
  public Stored sign(UUID uuid, int year, String by, Set<Role> roles, Set<SubjectPart> parts) {
    try (Connection connection = database.getConnection()) {
      store.lock(uuid);
      Stored stored = store.byUuid(uuid).orElseThrow();
      if (stored.status() != DocumentStatus.PREPARED) {
        return stored;
      }
      Signatures signatures = signatures(connection, stored);
      DocumentSignatory place =
          signatures
              .place(by, roles, parts)
              .orElseThrow(
                  () ->
                      new RegistrarException.Refused(
                          signatures.verdict(by, roles, parts).refusals()));
      update(
          connection,
          "INSERT INTO document_signature (document_id, place, signed_by, signed_at) VALUES (?, ?,"
              + " ?, ?)",
          stored.id(),
          place.place(),
          by,
          LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
      if (signatures.isCompleteWith(place)) {
        // its row is locked since before it was read: it is what it was, with what is set here
        return numbered(stored, number(connection, stored, year, by), by);
      }
      audit.record("document.sign", "Document", uuid, null, "place " + place.place());
      return stored;
    } catch (SQLException e) {
      throw new IllegalStateException("a document cannot be signed", e);
    }
  }

  private String number(Connection connection, Stored stored, int year, String by)
      throws SQLException {
    String register = stored.kind().register();
    int number = RegisterNumbers.next(connection, register, year);
    String written = RegisterNumbers.written(register, year, number);
    update(
        connection,
        "UPDATE issued_document SET register_year = ?, register_number = ?, number = ?, status ="
            + " 'RESERVED', signed_by = ?, version = version + 1 WHERE uuid = ? AND status ="
            + " 'PREPARED'",
        year,
        number,
        written,
        by,
        stored.uuid().toString());
    audit.record("document.sign", "Document", stored.uuid(), null, String.valueOf(number));
    return written;
  }

  /** A document as its row is once its last signature has given it a number. */
  private static Stored numbered(Stored stored, String number, String by) {
    return new Stored(
        stored.id(),
        stored.uuid(),
        stored.kind(),
        number,
        stored.studentId(),
        stored.student(),
        stored.subject(),
        stored.languages(),
        DocumentStatus.RESERVED,
        stored.statusReason(),
        stored.code(),
        stored.preparedBy(),
        by,
        stored.issuedOn(),
        stored.fullName(),
        stored.purpose(),
        stored.copies(),
        stored.pages(),
        stored.details(),
        stored.validUntil(),
        stored.supersededOn());
  }

  /** Who has to sign a document and who has. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Signatures signatures(Stored stored) {
    try (Connection connection = database.getConnection()) {
      return signatures(connection, stored);
    } catch (SQLException e) {
      throw new IllegalStateException("signatures cannot be read", e);
    }
  }

  private static Signatures signatures(Connection connection, Stored stored) throws SQLException {
    Map<Integer, String> signed = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT place, signed_by FROM document_signature WHERE document_id = ?")) {
      select.setLong(1, stored.id());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          signed.put(row.getInt(1), row.getString(2));
        }
      }
    }
    return new Signatures(stored.kind().signatories(), stored.preparedBy(), signed);
  }

  /**
   * Stores the file; from now on the document is issued and its bytes never change. Where somebody
   * has issued it meanwhile, that stays.
   */
  public void issue(Stored stored, DocumentMaking.Ready ready, LocalDate on) {
    String uuid = stored.uuid().toString();
    Integer days = stored.kind().validityDays();
    try (Connection connection = database.getConnection()) {
      int issued =
          update(
              connection,
              "UPDATE issued_document SET snapshot = ?, results_until = ?, pdf = ?, pdf_sha256 = ?,"
                  + " pages = ?, template_version = ?, issued_on = ?, valid_until = ?, status = 'ISSUED', version ="
                  + " version + 1 WHERE uuid = ? AND status = 'RESERVED'",
              ready.snapshot(),
              ready.resultsUntil(),
              ready.pdf(),
              ready.sha256(),
              ready.pages(),
              ready.templateVersion(),
              on,
              days == null ? null : on.plusDays(days - 1L),
              uuid);
      if (issued == 0) {
        return;
      }
      update(
          connection,
          "UPDATE issued_document o JOIN issued_document n ON n.replaces_id = o.id SET o.status ="
              + " 'REPLACED', o.replaced_by_id = n.id, o.version = o.version + 1 WHERE n.uuid = ?"
              + " AND n.status = 'ISSUED' AND o.status = 'ISSUED'",
          uuid);
      audit.record("document.issue", "Document", stored.uuid(), null, null);
      issues.fire(new DocumentIssued(stored.uuid(), stored.id(), stored.studentId()));
    } catch (SQLException e) {
      throw new IllegalStateException("a document cannot be issued", e);
    }
  }

  private static int update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }
}
