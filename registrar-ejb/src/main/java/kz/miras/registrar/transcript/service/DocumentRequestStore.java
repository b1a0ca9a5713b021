package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.transcript.DocumentChannel;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentReceiver;
import kz.miras.registrar.transcript.DocumentRequestStatus;

/** DOC-40. Stores what is asked for, each step in a transaction of its own. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DocumentRequestStore {

  private static final String ENTITY = "DocumentRequest";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Resource private EJBContext context;
  @Inject private AuditTrail audit;
  @Inject private Event<DocumentRequestRejected> rejections;

  /** A message that has been answered. */
  record Answered(byte[] payload, String answer) {}

  /** A message with the fingerprint of what it asks. */
  record Message(long account, UUID id, byte[] payload, Instant at) {}

  /** By what a request is known when it comes again, and the fingerprint of what it asks. */
  record Key(byte[] key, byte[] payload) {}

  /**
   * A request as it is taken in.
   *
   * @param due the first instant that is too late; null where something is to be paid first
   * @param duplicates public id of the document a duplicate is asked of; null for none
   */
  record Taken(
      DocumentKind kind,
      DocumentChannel channel,
      long account,
      long student,
      DocumentRequests.Asked asked,
      UUID duplicates,
      Instant at,
      Instant due) {}

  /** Who took a step, and when. */
  record Step(String by, Instant at) {}

  /** The answer a message has got. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<Answered> answered(long account, UUID message) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(
              connection,
              "SELECT payload_sha256, answer FROM received_message WHERE account_id = ? AND"
                  + " message_id = ?",
              List.of(account, message.toString()),
              row -> new Answered(row.getBytes(1), row.getString(2)))
          .stream()
          .findFirst();
    } catch (SQLException e) {
      throw new IllegalStateException("messages cannot be read", e);
    }
  }

  /**
   * Takes a request in, with the message it came by where there is one.
   *
   * @param key null where a message tells it
   * @return its public id; empty where the same has just been taken in another way
   */
  public Optional<UUID> take(Taken taken, Key key, Message message, int year) {
    UUID uuid = UUID.randomUUID();
    try (Connection connection = database.getConnection()) {
      int number = RegisterNumbers.next(connection, DocumentRequests.REGISTER, year);
      String receipt = RegisterNumbers.written(DocumentRequests.REGISTER, year, number);
      if (message != null) {
        change(
            connection,
            "INSERT INTO received_message (account_id, message_id, operation, payload_sha256,"
                + " answer, received_at) VALUES (?, ?, 'requestTranscript', ?, ?, ?)",
            message.account(),
            message.id().toString(),
            message.payload(),
            receipt,
            utc(message.at()));
      }
      insert(connection, uuid, receipt, taken, key);
    } catch (SQLIntegrityConstraintViolationException e) {
      context.setRollbackOnly();
      return Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("a request cannot be written", e);
    }
    audit.record("document-request.take", ENTITY, uuid, null, Json.write(taken.asked()));
    return Optional.of(uuid);
  }

  private static void insert(Connection connection, UUID uuid, String receipt, Taken taken, Key key)
      throws SQLException {
    DocumentRequests.Asked asked = taken.asked();
    change(
        connection,
        "INSERT INTO document_request (id, uuid, receipt, kind, channel, account_id, student_id,"
            + " languages, copies, purpose, recipient, details, delivery, address, consent,"
            + " ordered_by, duplicates_id, request_key, payload_sha256, requested_at, due_at, fee,"
            + " status) VALUES (NEXT VALUE FOR document_request_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, (SELECT id FROM issued_document WHERE uuid = ?), ?, ?, ?, ?, ?,"
            + " 'RECEIVED')",
        uuid.toString(),
        receipt,
        taken.kind().code(),
        taken.channel().name(),
        taken.account(),
        taken.student(),
        asked.languages(),
        asked.copies(),
        asked.purpose(),
        asked.recipient(),
        asked.details().isEmpty() ? null : Json.write(asked.details()),
        asked.delivery().name(),
        asked.address(),
        asked.consent(),
        asked.orderedBy(),
        taken.duplicates() == null ? null : taken.duplicates().toString(),
        key == null ? null : key.key(),
        key == null ? null : key.payload(),
        utc(taken.at()),
        taken.due() == null ? null : utc(taken.due()),
        taken.kind().fee());
  }

  /** Notes who was seen at the counter, and so that the request is taken up. */
  public boolean identify(UUID uuid, DocumentReceiver seen, Step step) {
    return step(
        uuid,
        "identify",
        seen,
        "identity_document = ?, identity_by = ?, identity_at = ?, proxy_name = ?, proxy_no = ?,"
            + " proxy_on = ?, status = 'IN_PROCESS', handled_by = ?, handled_at = ?",
        seen.identity(),
        step.by(),
        utc(step.at()),
        seen.name(),
        seen.proxyNo(),
        seen.proxyOn(),
        step.by(),
        utc(step.at()));
  }

  /** Notes the letter of the state body that asks for it. */
  public boolean order(UUID uuid, String letter, Step step) {
    return step(
        uuid,
        "order",
        letter,
        "ordered_by = ?, status = 'IN_PROCESS', handled_by = ?, handled_at = ?",
        letter,
        step.by(),
        utc(step.at()));
  }

  /** Marks the payment once; from now on the term runs. */
  public boolean pay(UUID uuid, LocalDate on, String document, Instant due, Step step) {
    return step(
        uuid,
        "pay",
        on + "; " + document,
        "paid_on = ?, paid_document = ?, paid_by = ?, paid_at = ?, due_at = ?",
        on,
        document,
        step.by(),
        utc(step.at()),
        utc(due));
  }

  /** Lets it be prepared although sheets are awaited. */
  public boolean override(UUID uuid, String reason, List<String> sheets, Step step) {
    return step(
        uuid,
        "override",
        new DocumentRequests.Override(reason, sheets, step.by()),
        "override_reason = ?, override_sheets = ?, override_by = ?, override_at = ?",
        reason,
        Json.write(sheets),
        step.by(),
        utc(step.at()));
  }

  /**
   * Prepares the document and ties it to the request.
   *
   * @param making prepares the document within this transaction, answers its public id
   * @return public id of the document; empty where the request waits no longer
   */
  public Optional<UUID> prepare(UUID uuid, Supplier<UUID> making, Step step) {
    try (Connection connection = database.getConnection()) {
      if (!lockOpen(connection, uuid)) {
        return Optional.empty();
      }
      UUID document = making.get();
      change(
          connection,
          "UPDATE document_request SET status = 'PREPARED', document_id = (SELECT id FROM"
              + " issued_document WHERE uuid = ?), handled_by = ?, handled_at = ?, version ="
              + " version + 1 WHERE uuid = ?",
          document.toString(),
          step.by(),
          utc(step.at()),
          uuid.toString());
      audit.record("document-request.prepare", ENTITY, uuid, null, null);
      return Optional.of(document);
    } catch (SQLException e) {
      throw new IllegalStateException("a request cannot be written", e);
    }
  }

  /** Ends a request that is open; false where it is no longer. */
  public boolean end(UUID uuid, DocumentRequestStatus end, String reason, Step step) {
    boolean rejected = end == DocumentRequestStatus.REJECTED;
    boolean ended =
        step(
            uuid,
            rejected ? "reject" : "cancel",
            String.valueOf(reason),
            "status = ?, reason = ?, handled_by = ?, handled_at = ?",
            end.name(),
            reason,
            step.by(),
            utc(step.at()));
    if (ended && rejected) {
      rejections.fire(new DocumentRequestRejected(uuid, reason));
    }
    return ended;
  }

  private boolean step(UUID uuid, String name, Object told, String set, Object... values) {
    try (Connection connection = database.getConnection()) {
      if (!lockOpen(connection, uuid)) {
        return false;
      }
      Object[] all = Arrays.copyOf(values, values.length + 1);
      all[values.length] = uuid.toString();
      change(
          connection,
          "UPDATE document_request SET " + set + ", version = version + 1 WHERE uuid = ?",
          all);
    } catch (SQLException e) {
      throw new IllegalStateException("a request cannot be written", e);
    }
    audit.record("document-request." + name, ENTITY, uuid, null, Json.write(told));
    return true;
  }

  private static boolean lockOpen(Connection connection, UUID uuid) throws SQLException {
    return !Statements.list(
            connection,
            "SELECT 1 FROM document_request WHERE uuid = ? AND status IN ('RECEIVED', 'IN_PROCESS')"
                + " FOR UPDATE",
            List.of(uuid.toString()),
            row -> true)
        .isEmpty();
  }

  private static void change(Connection connection, String sql, Object... values)
      throws SQLException {
    Statements.change(connection, sql, Arrays.asList(values));
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
