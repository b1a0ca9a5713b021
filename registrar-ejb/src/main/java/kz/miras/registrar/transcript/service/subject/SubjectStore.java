package kz.miras.registrar.transcript.service.subject;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentReissue;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.SubjectPolicy.Earlier;
import kz.miras.registrar.transcript.service.Superseded;
import kz.miras.registrar.transcript.service.subject.DocumentSubject.Found;

/** DOC-71. Documents about subjects as rows, in the transaction of the caller. */
@ApplicationScoped
class SubjectStore {

  private static final String OF =
      "SELECT d.id, d.uuid, d.kind, k.name_kk, k.name_ru, k.name_en, d.number, d.status,"
          + " d.issued_on, "
          + Superseded.SINCE
          + " AS superseded_at FROM issued_document d JOIN document_kind k ON k.code = d.kind WHERE"
          + " d.subject_uuid = ? ORDER BY d.prepared_at DESC, d.id DESC";

  private static final String INSERT =
      "INSERT INTO issued_document (id, uuid, register_code, kind, subject_kind, subject_uuid,"
          + " subject_name, languages, copies, purpose, basis, details, status, verification_code,"
          + " prepared_by, prepared_at, request_key, replaces_id, reissue) VALUES (NEXT VALUE FOR"
          + " document_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PREPARED', ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * A document about a subject.
   *
   * @param number null before it has one
   * @param supersededOn the day its subject moved; null for not
   */
  public record Kept(
      long id,
      UUID uuid,
      String kind,
      LocalizedText name,
      String number,
      DocumentStatus status,
      LocalDate issuedOn,
      LocalDate supersededOn)
      implements Serializable {

    Earlier earlier() {
      return new Earlier(status, number, supersededOn != null);
    }
  }

  /**
   * What is prepared.
   *
   * @param place of which document it takes the place; null for none
   * @param request what it is asked for by
   */
  record Wanted(
      DocumentKind kind,
      Found about,
      List<Language> languages,
      int copies,
      String purpose,
      InPlace place,
      String by,
      Instant at,
      byte[] request) {

    /** What it keeps beside its columns: what names its subject, and of what it is a duplicate. */
    private Map<String, String> details() {
      Map<String, String> details = new TreeMap<>(about.details());
      if (place != null && place.why() == DocumentReissue.DUPLICATE) {
        details.put(DocumentReissue.DUPLICATE_OF, place.number());
      }
      return details;
    }
  }

  /**
   * An issued document in whose place another one comes.
   *
   * @param document its key
   * @param because why, in words; null where what it states has moved
   */
  record InPlace(long document, String number, DocumentReissue why, String because) {}

  /** All documents about a subject, the latest first. */
  List<Kept> of(UUID subject) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, OF, List.of(subject.toString()), this::kept);
    } catch (SQLException e) {
      throw new IllegalStateException("documents cannot be read", e);
    }
  }

  private Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        row.getString("kind"),
        LocalizedText.of(
            row.getString("name_kk"), row.getString("name_ru"), row.getString("name_en")),
        row.getString("number"),
        DocumentStatus.valueOf(row.getString("status")),
        row.getObject("issued_on", LocalDate.class),
        Superseded.on(row, time.zone()));
  }

  /**
   * Prepares a document.
   *
   * @return its public id; where the same request has prepared one already, of that
   * @throws RegistrarException.Refused where another one is prepared meanwhile
   */
  UUID prepare(Wanted wanted) {
    UUID uuid = UUID.randomUUID();
    Found about = wanted.about();
    Map<Long, Long> stated = about.stated().get();
    Map<String, String> details = wanted.details();
    InPlace place = wanted.place();
    String languages =
        wanted.languages().stream().map(Language::tag).collect(Collectors.joining(" "));
    try (Connection connection = database.getConnection()) {
      Statements.change(
          connection,
          INSERT,
          Arrays.asList(
              uuid.toString(),
              wanted.kind().register(),
              wanted.kind().code(),
              about.kind().name(),
              about.id().toString(),
              about.name(),
              languages,
              wanted.copies(),
              wanted.purpose(),
              place == null ? null : place.because(),
              details.isEmpty() ? null : Json.write(details),
              VerificationCode.next(),
              wanted.by(),
              LocalDateTime.ofInstant(wanted.at(), ZoneOffset.UTC),
              wanted.request(),
              place == null ? null : place.document(),
              place == null ? null : place.why().name()));
      state(connection, uuid, stated);
    } catch (SQLIntegrityConstraintViolationException e) {
      return byRequest(wanted.request())
          .orElseThrow(
              () ->
                  new RegistrarException.Refused(
                      Refusal.of("transcript.subject.prepared", "DOC-71")));
    } catch (SQLException e) {
      throw new IllegalStateException("a document cannot be prepared", e);
    }
    audit.record("document.prepare", "Document", uuid, null, Json.write(languages));
    return uuid;
  }

  private static void state(Connection connection, UUID document, Map<Long, Long> stated)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO document_stated (document_id, student_id, results_until) SELECT d.id, ?, ?"
                + " FROM issued_document d WHERE d.uuid = ?")) {
      for (Map.Entry<Long, Long> one : stated.entrySet()) {
        insert.setLong(1, one.getKey());
        insert.setLong(2, one.getValue());
        insert.setString(3, document.toString());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The document the same request has prepared. */
  Optional<UUID> byRequest(byte[] request) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(
              connection,
              "SELECT uuid FROM issued_document WHERE request_key = ?",
              Arrays.asList((Object) request),
              row -> UUID.fromString(row.getString(1)))
          .stream()
          .findFirst();
    } catch (SQLException e) {
      throw new IllegalStateException("documents cannot be read", e);
    }
  }

  /** Takes back what is prepared; false where it is numbered, or was taken back. */
  boolean withdraw(UUID document, String reason) {
    try (Connection connection = database.getConnection()) {
      boolean done =
          Statements.change(
                  connection,
                  "UPDATE issued_document SET status = 'WITHDRAWN', status_reason = ?, version ="
                      + " version + 1 WHERE uuid = ? AND status = 'PREPARED' AND subject_uuid IS"
                      + " NOT NULL",
                  List.of(reason, document.toString()))
              == 1;
      if (done) {
        audit.record("document.withdraw", "Document", document, null, Json.write(reason));
      }
      return done;
    } catch (SQLException e) {
      throw new IllegalStateException("a document cannot be taken back", e);
    }
  }
}
