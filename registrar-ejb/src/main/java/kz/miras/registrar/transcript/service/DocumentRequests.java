package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentDelivery;
import kz.miras.registrar.transcript.DocumentRequestStatus;
import kz.miras.registrar.transcript.DocumentRequestWait;

/** Documents that are asked for, as they are kept. */
@ApplicationScoped
public class DocumentRequests {

  /** Register the receipts are numbered in. */
  static final String REGISTER = "TQ";

  /** How far it has come: from the moment it is prepared the document tells. */
  static final String STATUS =
      "CASE WHEN r.status <> 'PREPARED' THEN r.status WHEN d.status IN ('PREPARED', 'RESERVED') THEN"
          + " 'PREPARED' WHEN d.status <> 'ISSUED' THEN 'REVOKED' WHEN d.handed_on IS NULL THEN"
          + " 'ISSUED' WHEN r.delivery = 'POST' THEN 'SENT' ELSE 'HANDED_OUT' END";

  /** Still to be issued. */
  static final String UNISSUED =
      "(r.status IN ('RECEIVED', 'IN_PROCESS') OR r.status = 'PREPARED' AND d.status IN ('PREPARED',"
          + " 'RESERVED'))";

  static final String FROM =
      " FROM document_request r JOIN account a ON a.id = r.account_id JOIN student s ON s.id ="
          + " r.student_id JOIN programme p ON p.id = s.programme_id LEFT JOIN issued_document d ON"
          + " d.id = r.document_id LEFT JOIN issued_document o ON o.id = r.duplicates_id";

  private static final String SELECT =
      "SELECT r.*, a.display_name, s.uuid AS student, s.student_no, CONCAT_WS(' ', s.last_name,"
          + " s.first_name, s.patronymic) AS full_name, "
          + STATUS
          + " AS state, d.status_reason, d.uuid AS document, d.number AS document_number, d.issued_on,"
          + " o.uuid AS duplicates, o.number AS duplicates_number"
          + FROM
          + " WHERE ";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /**
   * A request.
   *
   * @param kind code of the kind
   * @param account key of who asked
   * @param asker name of who asked
   * @param reason why it was rejected or revoked; null otherwise
   * @param dueAt the first instant that is too late; null while something is owed
   * @param duplicates public id of the document a duplicate is asked of; null for none
   * @param duplicatesNumber its number
   * @param document public id of the document; null until it is prepared
   */
  public record Stored(
      UUID uuid,
      String receipt,
      String kind,
      DocumentChannel channel,
      long account,
      String asker,
      long studentId,
      String student,
      String studentNo,
      String fullName,
      DocumentRequestStatus status,
      String reason,
      Asked asked,
      Instant requestedAt,
      Instant dueAt,
      Fee fee,
      Identity identity,
      Override override,
      String handledBy,
      UUID duplicates,
      String duplicatesNumber,
      UUID document,
      String documentNumber,
      LocalDate issuedOn)
      implements Serializable {

    /** What is still to be paid; null for nothing. */
    public BigDecimal owed() {
      return fee.paidOn() == null ? fee.amount() : null;
    }

    /** What it waits for, so that whoever asked knows whose turn it is. */
    public DocumentRequestWait waitsFor() {
      boolean unseen = channel == DocumentChannel.COUNTER && identity.document() == null;
      return status.waitsFor(owed(), unseen, asked.delivery());
    }
  }

  /**
   * What was asked for.
   *
   * @param languages tags with spaces between
   * @param details answers to what the kind asks
   * @param address where it is sent; null where it is not
   * @param consent the student's; null for none
   * @param orderedBy letter of the state body that asks for it; null for none
   */
  public record Asked(
      String languages,
      int copies,
      String purpose,
      String recipient,
      Map<String, String> details,
      DocumentDelivery delivery,
      String address,
      String consent,
      String orderedBy)
      implements Serializable {}

  /** What it costs, and the mark of its payment; the amount null for nothing. */
  public record Fee(BigDecimal amount, LocalDate paidOn, String document, String by)
      implements Serializable {}

  /** Who was seen at the counter; the document null for nobody. */
  public record Identity(String document, String by, String name, String proxyNo, LocalDate proxyOn)
      implements Serializable {}

  /** Why it does not wait for sheets, and for which; the reason null where it does. */
  public record Override(String reason, List<String> sheets, String by) implements Serializable {}

  Optional<Stored> byUuid(UUID uuid) {
    return one("r.uuid = ?", uuid.toString());
  }

  Optional<Stored> byReceipt(String receipt) {
    return one("r.receipt = ?", receipt);
  }

  Optional<Stored> byKey(byte[] key) {
    return one("r.request_key = ?", (Object) key);
  }

  /** The request a document was prepared for. */
  Optional<Stored> ofDocument(UUID document) {
    return one("d.uuid = ?", document.toString());
  }

  /** Fingerprint of what a request asked by its key. */
  byte[] payload(UUID uuid) {
    return list(
            "SELECT payload_sha256 FROM document_request WHERE uuid = ?",
            row -> row.getBytes(1),
            uuid.toString())
        .get(0);
  }

  /** Those of a student, the latest first. */
  List<Stored> ofStudent(long student) {
    return all("r.student_id = ? ORDER BY r.requested_at DESC, r.id DESC LIMIT 100", student);
  }

  /** Those somebody asked for, the latest first. */
  List<Stored> ofAccount(long account) {
    return all("r.account_id = ? ORDER BY r.requested_at DESC, r.id DESC LIMIT 100", account);
  }

  List<Stored> all(String where, Object... values) {
    return list(SELECT + where, DocumentRequests::stored, values);
  }

  private Optional<Stored> one(String where, Object... values) {
    return all(where, values).stream().findFirst();
  }

  <T> List<T> list(String sql, Statements.Reader<T> reader, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, Arrays.asList(values), reader);
    } catch (SQLException e) {
      throw new IllegalStateException("requests cannot be read", e);
    }
  }

  private static Stored stored(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return new Stored(
        uuid(row, "uuid"),
        row.getString("receipt"),
        row.getString("kind"),
        DocumentChannel.valueOf(row.getString("channel")),
        row.getLong("account_id"),
        row.getString("display_name"),
        row.getLong("student_id"),
        row.getString("student"),
        row.getString("student_no"),
        row.getString("full_name"),
        DocumentRequestStatus.valueOf(row.getString("state")),
        reason == null ? row.getString("status_reason") : reason,
        asked(row),
        instant(row, "requested_at"),
        instant(row, "due_at"),
        new Fee(
            row.getBigDecimal("fee"),
            row.getObject("paid_on", LocalDate.class),
            row.getString("paid_document"),
            row.getString("paid_by")),
        new Identity(
            row.getString("identity_document"),
            row.getString("identity_by"),
            row.getString("proxy_name"),
            row.getString("proxy_no"),
            row.getObject("proxy_on", LocalDate.class)),
        new Override(
            row.getString("override_reason"),
            texts(row.getString("override_sheets")),
            row.getString("override_by")),
        row.getString("handled_by"),
        uuid(row, "duplicates"),
        row.getString("duplicates_number"),
        uuid(row, "document"),
        row.getString("document_number"),
        row.getObject("issued_on", LocalDate.class));
  }

  private static Asked asked(ResultSet row) throws SQLException {
    String details = row.getString("details");
    return new Asked(
        row.getString("languages"),
        row.getInt("copies"),
        row.getString("purpose"),
        row.getString("recipient"),
        details == null ? Map.of() : Json.texts(details),
        DocumentDelivery.valueOf(row.getString("delivery")),
        row.getString("address"),
        row.getString("consent"),
        row.getString("ordered_by"));
  }

  private static List<String> texts(String json) {
    return json == null ? List.of() : List.of(Json.read(json, String[].class));
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : UUID.fromString(text);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    LocalDateTime utc = row.getObject(column, LocalDateTime.class);
    return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
  }
}
