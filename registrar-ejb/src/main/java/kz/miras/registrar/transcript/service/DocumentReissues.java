package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.DocumentReissue;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.DocumentStore.Wanted;
import kz.miras.registrar.transcript.service.subject.SubjectPreparation;

/**
 * DOC-54. Documents in the place of issued ones; callers have judged whether they may be made, and
 * have a transaction.
 */
@ApplicationScoped
class DocumentReissues {

  /** Letters of a reason the register keeps. */
  private static final int LONGEST = 300;

  /** Another document was prepared in the place of {@code d}, or issued; after SELECT 1. */
  static final String REPLACED =
      " FROM issued_document n WHERE n.replaces_id = d.id AND n.status NOT IN ('SPOILED', 'WITHDRAWN')";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DocumentStore store;
  @Inject private SubjectPreparation subjects;
  @Inject private AuditTrail audit;

  /** Whether another document was prepared in the place of one, or issued. */
  boolean isReplaced(UUID document) {
    try (Connection connection = database.getConnection()) {
      return !Statements.list(
              connection,
              "SELECT 1 FROM issued_document d WHERE d.uuid = ? AND EXISTS (SELECT 1"
                  + REPLACED
                  + ")",
              List.of(document.toString()),
              row -> true)
          .isEmpty();
    } catch (SQLException e) {
      throw new IllegalStateException("documents cannot be read", e);
    }
  }

  /** What a duplicate says: what its original does, and of which it is one. */
  static Map<String, String> details(Stored original) {
    Map<String, String> details = new TreeMap<>(original.order().details());
    details.keySet().removeIf(key -> key.startsWith(DocumentRequestOrders.PASSED_OVER));
    details.put(DocumentReissue.DUPLICATE_OF, original.number());
    return details;
  }

  /**
   * DOC-54, DOC-71. Prepares a document about a subject in the place of an issued one, of the
   * subject as it stands now.
   *
   * @return public id of the new document
   * @throws RegistrarException.Refused where the old one stands no longer, or its subject is not
   *     settled
   */
  UUID again(Stored old, DocumentReissue why, String because) {
    store.lock(old.uuid());
    if (store.byUuid(old.uuid()).orElseThrow().status() != DocumentStatus.ISSUED) {
      throw new RegistrarException.Refused(Refusal.of("transcript.replace.state", "DOC-54"));
    }
    return subjects.again(old, why, kept(because));
  }

  /**
   * Prepares a document in the place of an issued one; when it is issued, the old one becomes
   * replaced.
   *
   * @return public id of the new document
   * @throws RegistrarException.Refused where the old one stands no longer, or another takes its
   *     place already
   */
  UUID prepare(Stored old, DocumentReissue why, Wanted wanted) {
    store.lock(old.uuid());
    UUID uuid = UUID.randomUUID();
    DocumentOrder order = wanted.order();
    try (Connection connection = database.getConnection()) {
      int prepared =
          Statements.change(
              connection,
              "INSERT INTO issued_document (id, uuid, register_code, kind, student_id,"
                  + " subject_kind, subject_uuid, subject_name, languages, copies, purpose, details,"
                  + " basis, status, verification_code, prepared_by, prepared_at, replaces_id,"
                  + " reissue) SELECT NEXT VALUE FOR document_seq, ?, d.register_code, d.kind,"
                  + " d.student_id, d.subject_kind, d.subject_uuid, d.subject_name, ?, ?, ?, ?, ?,"
                  + " 'PREPARED', ?, ?, UTC_TIMESTAMP(6), d.id, ? FROM issued_document d WHERE d.uuid"
                  + " = ? AND d.status = 'ISSUED' AND NOT EXISTS (SELECT 1"
                  + REPLACED
                  + ")",
              Arrays.asList(
                  uuid.toString(),
                  order.languages().stream().map(Language::tag).collect(Collectors.joining(" ")),
                  wanted.copies(),
                  order.purpose(),
                  order.details().isEmpty() ? null : Json.write(new TreeMap<>(order.details())),
                  kept(wanted.basis()),
                  VerificationCode.next(),
                  wanted.preparedBy(),
                  why.name(),
                  old.uuid().toString()));
      if (prepared == 0) {
        throw new RegistrarException.Refused(Refusal.of("transcript.replace.state", "DOC-54"));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("document " + old.uuid() + " cannot be replaced", e);
    }
    audit.record(
        "document.prepare", "Document", uuid, null, Json.write(why + " replaces " + old.uuid()));
    return uuid;
  }

  /** A reason as the register keeps it. */
  private static String kept(String because) {
    return because.substring(0, Math.min(LONGEST, because.length()));
  }
}
