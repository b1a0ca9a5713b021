package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.TranscriptView;

/**
 * DOC-1, DOC-2. Stores documents of record, each step in a short transaction of its own: the number
 * is taken first and is never reused, the file is made outside, then it is stored.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DocumentStore {

  private static final String COLUMNS =
      "SELECT d.id, d.uuid, d.kind, d.number, d.student_id, s.uuid AS student, d.languages,"
          + " d.status, d.status_reason, d.verification_code, d.prepared_by, d.signed_by,"
          + " d.issued_on, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic) AS full_name,"
          + " d.purpose, d.copies, d.pages, "
          + Superseded.SINCE
          + " AS superseded_at FROM issued_document d JOIN student s ON s.id ="
          + " d.student_id WHERE ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** A document without its file; superseded on the day a result it states was corrected. */
  public record Stored(
      long id,
      UUID uuid,
      DocumentKind kind,
      String number,
      long studentId,
      String student,
      String languages,
      DocumentStatus status,
      String statusReason,
      String code,
      String preparedBy,
      String signedBy,
      LocalDate issuedOn,
      String fullName,
      String purpose,
      int copies,
      Integer pages,
      LocalDate supersededOn)
      implements Serializable {}

  /**
   * A prepared document, still without number.
   *
   * @param request what it is asked for by; null where nothing can ask twice
   * @return public id of the document; where the same request has prepared one already, of that
   */
  public UUID prepare(
      DocumentKind kind,
      long student,
      String languages,
      int copies,
      String purpose,
      String code,
      String by,
      Instant at,
      byte[] request) {
    UUID uuid = UUID.randomUUID();
    try {
      write(
          "INSERT INTO issued_document (id, uuid, register_code, kind, student_id, languages,"
              + " copies, purpose, status, verification_code, prepared_by, prepared_at, request_key)"
              + " VALUES (NEXT VALUE FOR document_seq, ?, ?, ?, ?, ?, ?, ?, 'PREPARED', ?, ?, ?, ?)",
          uuid.toString(),
          kind.register(),
          kind.name(),
          student,
          languages,
          copies,
          purpose,
          code,
          by,
          LocalDateTime.ofInstant(at, ZoneOffset.UTC),
          request);
    } catch (SQLIntegrityConstraintViolationException e) {
      return find("d.request_key = ?", request)
          .orElseThrow(() -> new IllegalStateException("a document cannot be prepared", e))
          .uuid();
    } catch (SQLException e) {
      throw new IllegalStateException("a document cannot be prepared", e);
    }
    audit.record("document.prepare", "Document", uuid, null, Json.write(languages));
    return uuid;
  }

  /** Begins a register's year where nobody has. */
  public void open(String register, int year) {
    try (Connection connection = database.getConnection()) {
      RegisterNumbers.open(connection, register, year);
    } catch (SQLException e) {
      throw new IllegalStateException("a register cannot be begun", e);
    }
  }

  /**
   * Numbers and signs a prepared document; keeps the number where it has one already. Its row is
   * locked first: of two who sign at once only one takes a number.
   */
  public Stored reserve(UUID uuid, int year, String by) {
    try (Connection connection = database.getConnection()) {
      lock(uuid);
      Stored stored = byUuid(uuid).orElseThrow();
      if (stored.status() == DocumentStatus.PREPARED) {
        int number = RegisterNumbers.next(connection, stored.kind().register(), year);
        update(
            "UPDATE issued_document SET register_year = ?, register_number = ?, number = ?,"
                + " status = 'RESERVED', signed_by = ?, version = version + 1"
                + " WHERE uuid = ? AND status = 'PREPARED'",
            year,
            number,
            RegisterNumbers.written(stored.kind().register(), year, number),
            by,
            uuid.toString());
        audit.record("document.sign", "Document", uuid, null, String.valueOf(number));
      }
      return byUuid(uuid).orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException("a number cannot be taken", e);
    }
  }

  /**
   * Stores the file; from now on the document is issued and its bytes never change. Where somebody
   * has issued it meanwhile, that stays.
   */
  public void issue(
      UUID uuid, TranscriptView view, byte[] pdf, byte[] sha256, int pages, LocalDate on) {
    int issued =
        update(
            "UPDATE issued_document SET snapshot = ?, results_until = ?, pdf = ?, pdf_sha256 = ?, pages = ?, issued_on = ?,"
                + " status = 'ISSUED', version = version + 1 WHERE uuid = ? AND status = 'RESERVED'",
            Json.write(view),
            view.resultsUntil(),
            pdf,
            sha256,
            pages,
            on,
            uuid.toString());
    if (issued == 0) {
      return;
    }
    update(
        "UPDATE issued_document o JOIN issued_document n ON n.replaces_id = o.id SET o.status ="
            + " 'REPLACED', o.replaced_by_id = n.id, o.version = o.version + 1 WHERE n.uuid = ? AND"
            + " n.status = 'ISSUED' AND o.status = 'ISSUED'",
        uuid.toString());
    audit.record("document.issue", "Document", uuid, null, null);
  }

  /** Takes an issued document back; its number stays used. */
  public boolean annul(UUID uuid, String reason) {
    boolean done =
        update(
                "UPDATE issued_document SET status = 'ANNULLED', status_reason = ?, version ="
                    + " version + 1 WHERE uuid = ? AND status IN ('ISSUED', 'REPLACED')",
                reason,
                uuid.toString())
            == 1;
    if (done) {
      audit.record("document.annul", "Document", uuid, null, Json.write(reason));
    }
    return done;
  }

  /** Keeps others from changing a document until the caller's transaction ends. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void lock(UUID uuid) {
    update("UPDATE issued_document SET version = version WHERE uuid = ?", uuid.toString());
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Stored> byUuid(UUID uuid) {
    return find("d.uuid = ?", uuid.toString());
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Stored> byCode(String code) {
    return find("d.verification_code = ?", code);
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Stored> byNumber(String number) {
    return find("d.number = ?", number);
  }

  /** By the SHA-256 of the file. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Stored> byFile(byte[] sha256) {
    return find("d.pdf_sha256 = ?", sha256);
  }

  /** The latest issued transcript of a student. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Stored> latest(long student) {
    return find(
        "d.status = 'ISSUED' AND d.student_id = ? ORDER BY d.issued_on DESC, d.id DESC LIMIT 1",
        student);
  }

  /** The file as it was issued. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<byte[]> file(UUID uuid) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT pdf FROM issued_document WHERE uuid = ?")) {
      select.setString(1, uuid.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the file cannot be read", e);
    }
  }

  private Optional<Stored> find(String where, Object parameter) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(COLUMNS + where)) {
      select.setObject(1, parameter);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(stored(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("documents cannot be read", e);
    }
  }

  private Stored stored(ResultSet row) throws SQLException {
    int pages = row.getInt("pages");
    return new Stored(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("number"),
        row.getLong("student_id"),
        row.getString("student"),
        row.getString("languages"),
        DocumentStatus.valueOf(row.getString("status")),
        row.getString("status_reason"),
        row.getString("verification_code"),
        row.getString("prepared_by"),
        row.getString("signed_by"),
        row.getObject("issued_on", LocalDate.class),
        row.getString("full_name"),
        row.getString("purpose"),
        row.getInt("copies"),
        pages == 0 ? null : pages,
        Superseded.on(row, time.zone()));
  }

  private int update(String sql, Object... parameters) {
    try {
      return write(sql, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException("documents cannot be written", e);
    }
  }

  private int write(String sql, Object... parameters) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    }
  }
}
