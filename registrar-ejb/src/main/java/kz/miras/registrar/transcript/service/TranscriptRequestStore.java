package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBContext;
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
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.TranscriptRequestStatus;

/**
 * DOC-6. Stores what organisations ask for, together with the messages they asked by, each step in
 * a transaction of its own.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TranscriptRequestStore {

  /** Register the receipts are numbered in. */
  static final String REGISTER = "TQ";

  /** How far it has come: from the moment it is prepared the document tells. */
  static final String STATUS =
      "CASE WHEN r.status <> 'IN_PROCESS' THEN r.status WHEN d.status = 'ISSUED' THEN 'ISSUED'"
          + " WHEN d.status IN ('PREPARED', 'RESERVED') THEN 'IN_PROCESS' ELSE 'REVOKED' END";

  private static final String SELECT =
      "SELECT r.uuid, r.receipt, r.account_id, a.display_name, r.student_id, s.uuid AS student,"
          + " CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic) AS full_name, r.languages,"
          + " r.consent, r.purpose, r.recipient, "
          + STATUS
          + " AS state, COALESCE(r.reason, d.status_reason) AS reason, r.requested_at,"
          + " r.handled_by, d.uuid AS document FROM transcript_request r JOIN account a ON a.id ="
          + " r.account_id JOIN student s ON s.id = r.student_id LEFT JOIN issued_document d ON"
          + " d.id = r.document_id WHERE ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Resource private EJBContext context;
  @Inject private AuditTrail audit;
  @Inject private DocumentStore documents;

  /**
   * A request.
   *
   * @param reason why it was rejected or revoked; null otherwise
   * @param document public id of the document; null until it is prepared
   */
  public record Stored(
      UUID uuid,
      String receipt,
      long accountId,
      String partner,
      long studentId,
      String student,
      String fullName,
      String languages,
      String consent,
      String purpose,
      String recipient,
      TranscriptRequestStatus status,
      String reason,
      Instant requestedAt,
      String handledBy,
      UUID document)
      implements Serializable {}

  /** A message that has been answered. */
  record Answered(byte[] payload, String answer) {}

  /** A message with the fingerprint of what it asks. */
  record Message(long account, UUID id, byte[] payload, Instant at) {}

  /** What a request says of the transcript. */
  record Wish(String languages, String consent, String purpose, String recipient) {}

  /** The answer a message has got. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Answered> answered(long account, UUID message) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT payload_sha256, answer FROM received_message WHERE account_id = ? AND"
                    + " message_id = ?")) {
      select.setLong(1, account);
      select.setString(2, message.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Answered(row.getBytes(1), row.getString(2)))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("messages cannot be read", e);
    }
  }

  /**
   * Takes a request in, message and request together.
   *
   * @return its receipt; empty where the same message has just come on another way
   */
  public Optional<String> take(Message message, long student, Wish wish, int year) {
    try (Connection connection = database.getConnection()) {
      int number = RegisterNumbers.next(connection, REGISTER, year);
      String receipt = RegisterNumbers.written(REGISTER, year, number);
      UUID uuid = UUID.randomUUID();
      update(
          connection,
          "INSERT INTO received_message (account_id, message_id, operation, payload_sha256, answer,"
              + " received_at) VALUES (?, ?, 'requestTranscript', ?, ?, ?)",
          message.account(),
          message.id().toString(),
          message.payload(),
          receipt,
          utc(message.at()));
      update(
          connection,
          "INSERT INTO transcript_request (id, uuid, receipt, account_id, student_id, languages,"
              + " consent, purpose, recipient, status, requested_at) VALUES (NEXT VALUE FOR"
              + " transcript_request_seq, ?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?)",
          uuid.toString(),
          receipt,
          message.account(),
          student,
          wish.languages(),
          wish.consent(),
          wish.purpose(),
          wish.recipient(),
          utc(message.at()));
      audit.record("transcript-request.take", "TranscriptRequest", uuid, null, Json.write(wish));
      return Optional.of(receipt);
    } catch (SQLIntegrityConstraintViolationException e) {
      context.setRollbackOnly();
      return Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("a request cannot be written", e);
    }
  }

  /**
   * Prepares the document and ties it to the request.
   *
   * @return public id of the document; empty where the request waits no longer
   */
  public Optional<UUID> prepare(Stored request, DocumentKind kind, String by, Instant at) {
    try (Connection connection = database.getConnection()) {
      if (!lockWaiting(connection, request.uuid())) {
        return Optional.empty();
      }
      UUID document =
          documents.prepare(
              new DocumentStore.Wanted(
                  new DocumentOrder(
                      kind,
                      request.studentId(),
                      null,
                      DocumentDesk.languages(request.languages()),
                      request.recipient() + "; " + request.purpose(),
                      Map.of()),
                  1,
                  null,
                  by,
                  at,
                  null));
      update(
          connection,
          "UPDATE transcript_request SET status = 'IN_PROCESS', document_id = (SELECT id FROM"
              + " issued_document WHERE uuid = ?), handled_by = ?, handled_at = ?, version ="
              + " version + 1 WHERE uuid = ?",
          document.toString(),
          by,
          utc(at),
          request.uuid().toString());
      audit.record("transcript-request.prepare", "TranscriptRequest", request.uuid(), null, null);
      return Optional.of(document);
    } catch (SQLException e) {
      throw new IllegalStateException("a request cannot be written", e);
    }
  }

  /** Ends a request that waits; false where it waits no longer. */
  public boolean end(UUID uuid, TranscriptRequestStatus end, String reason, String by, Instant at) {
    try (Connection connection = database.getConnection()) {
      if (!lockWaiting(connection, uuid)) {
        return false;
      }
      update(
          connection,
          "UPDATE transcript_request SET status = ?, reason = ?, handled_by = ?, handled_at = ?,"
              + " version = version + 1 WHERE uuid = ?",
          end.name(),
          reason,
          by,
          utc(at),
          uuid.toString());
      audit.record(
          "transcript-request." + (end == TranscriptRequestStatus.REJECTED ? "reject" : "cancel"),
          "TranscriptRequest",
          uuid,
          null,
          Json.write(String.valueOf(reason)));
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("a request cannot be written", e);
    }
  }

  private static boolean lockWaiting(Connection connection, UUID uuid) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement(
            "SELECT 1 FROM transcript_request WHERE uuid = ? AND status = 'RECEIVED' FOR UPDATE")) {
      lock.setString(1, uuid.toString());
      try (ResultSet row = lock.executeQuery()) {
        return row.next();
      }
    }
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Stored> byUuid(UUID uuid) {
    return find("r.uuid = ?", uuid.toString());
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Stored> byReceipt(String receipt) {
    return find("r.receipt = ?", receipt);
  }

  private Optional<Stored> find(String where, String parameter) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT + where)) {
      select.setString(1, parameter);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(stored(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("requests cannot be read", e);
    }
  }

  private static Stored stored(ResultSet row) throws SQLException {
    String document = row.getString("document");
    return new Stored(
        UUID.fromString(row.getString("uuid")),
        row.getString("receipt"),
        row.getLong("account_id"),
        row.getString("display_name"),
        row.getLong("student_id"),
        row.getString("student"),
        row.getString("full_name"),
        row.getString("languages"),
        row.getString("consent"),
        row.getString("purpose"),
        row.getString("recipient"),
        TranscriptRequestStatus.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getObject("requested_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
        row.getString("handled_by"),
        document == null ? null : UUID.fromString(document));
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private static void update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
