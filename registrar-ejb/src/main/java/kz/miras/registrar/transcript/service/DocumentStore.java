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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.DocumentStatus;

/**
 * DOC-1, DOC-2. Stores documents of record, each step in a short transaction of its own: the number
 * is taken first and is never reused, the file is made outside, then it is stored.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DocumentStore {

  private static final String COLUMNS =
      "SELECT d.id, d.uuid, d.kind, d.number, d.student_id, s.uuid AS student, d.subject_uuid, d.languages,"
          + " d.status, d.status_reason, d.verification_code, d.prepared_by, d.signed_by,"
          + " d.issued_on, COALESCE(d.subject_name, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic)) AS full_name,"
          + " d.purpose, d.copies, d.pages, d.details, d.valid_until, "
          + Superseded.SINCE
          + " AS superseded_at FROM issued_document d LEFT JOIN student s ON s.id ="
          + " d.student_id WHERE ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AuditTrail audit;
  @Inject private DocumentKinds kinds;
  @Inject private UniversityTime time;

  /**
   * A document without its file.
   *
   * @param studentId null where it is about something else, as is student
   * @param subject public id of what it is about beside the student; null for none
   * @param fullName of the student, or the name of the subject
   * @param details answers to what its kind asks, as JSON; null for none
   * @param supersededOn the day a result it states was corrected; null for not
   */
  public record Stored(
      long id,
      UUID uuid,
      DocumentKind kind,
      String number,
      Long studentId,
      String student,
      UUID subject,
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
      String details,
      LocalDate validUntil,
      LocalDate supersededOn)
      implements Serializable {

    /** What is to be made. */
    public DocumentOrder order() {
      return new DocumentOrder(
          kind,
          studentId,
          subject,
          DocumentDesk.languages(languages),
          purpose,
          details == null ? Map.of() : Json.texts(details));
    }
  }

  /**
   * What is prepared.
   *
   * @param basis on what it rests; null where not said
   * @param request what it is asked for by; null where nothing can ask twice
   */
  public record Wanted(
      DocumentOrder order, int copies, String basis, String preparedBy, Instant at, byte[] request)
      implements Serializable {}

  /**
   * Prepares a document of a student, still without number, in a transaction of its own: what the
   * caller's transaction comes to changes nothing of it.
   *
   * @return public id of the document; where the same request has prepared one already, of that
   * @throws IllegalStateException where the database refuses it for another reason
   */
  public UUID prepare(Wanted wanted) {
    UUID uuid = UUID.randomUUID();
    DocumentOrder order = wanted.order();
    String languages =
        order.languages().stream().map(Language::tag).collect(Collectors.joining(" "));
    try {
      write(
          "INSERT INTO issued_document (id, uuid, register_code, kind, student_id, languages,"
              + " copies, purpose, basis, details, status, verification_code, prepared_by,"
              + " prepared_at, request_key) VALUES (NEXT VALUE FOR document_seq, ?, ?, ?, ?, ?, ?,"
              + " ?, ?, ?, 'PREPARED', ?, ?, ?, ?)",
          uuid.toString(),
          order.kind().register(),
          order.kind().code(),
          order.studentId(),
          languages,
          wanted.copies(),
          order.purpose(),
          wanted.basis(),
          order.details().isEmpty() ? null : Json.write(new TreeMap<>(order.details())),
          VerificationCode.next(),
          wanted.preparedBy(),
          LocalDateTime.ofInstant(wanted.at(), ZoneOffset.UTC),
          wanted.request());
    } catch (SQLIntegrityConstraintViolationException e) {
      return find("d.request_key = ?", wanted.request())
          .orElseThrow(() -> new IllegalStateException("a document cannot be prepared", e))
          .uuid();
    } catch (SQLException e) {
      throw new IllegalStateException("a document cannot be prepared", e);
    }
    audit.record("document.prepare", "Document", uuid, null, Json.write(languages));
    return uuid;
  }

  /** Takes an issued document back; its number stays used. */
  public boolean annul(UUID uuid, String reason, String order) {
    boolean done =
        update(
                "UPDATE issued_document SET status = 'ANNULLED', status_reason = ?, status_order = ?,"
                    + " version = version + 1 WHERE uuid = ? AND status IN ('ISSUED', 'REPLACED')",
                reason,
                order,
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
    String subject = row.getString("subject_uuid");
    return new Stored(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        kinds.kind(row.getString("kind")),
        row.getString("number"),
        row.getObject("student_id", Long.class),
        row.getString("student"),
        subject == null ? null : UUID.fromString(subject),
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
        row.getString("details"),
        row.getObject("valid_until", LocalDate.class),
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
